import { emailPackBytes, packTicks } from "@locum-passport/contract/pack-limits";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { packEstimateQuery, packsQuery } from "../../api/pack-queries.ts";
import { ApiProblem } from "../../api/problem.ts";
import { queryClient } from "../../api/queries.ts";
import type { Document, Pack, PackEstimate, ProfileReadiness } from "../../api/types.ts";
import { AsyncView } from "../../design/AsyncView.tsx";
import { Button } from "../../design/Button.tsx";
import { ErrorSummary } from "../../design/ErrorSummary.tsx";
import { Choice, Tick } from "../../design/Field.tsx";
import { Skeleton } from "../../design/surface.tsx";
import { errorsIn, FieldErrors, useSubmit } from "../../design/useSubmit.ts";
import { count, list as inWords } from "../../design/words.ts";
import { BackLink } from "../../shell/BackLink.tsx";
import { PageHead } from "../../shell/PageHead.tsx";
import { guardOf, holdsPlace } from "../send/picked.ts";
import { postOnce } from "../send/send-once.ts";
import { packConsent } from "./begin-pack.ts";
import { estimateInWords, packLine, yoursToSend } from "./pack-words.ts";

interface Props {
  agency: ProfileReadiness | undefined;
  going: Document[];
}

/** Step 2: the size with its figure, what the file means, and the press that makes it. */
export function PackMaking({ agency, going }: Props) {
  const navigate = useNavigate();
  const documentIds = going.map(({ id }) => id);
  const myAgencyId = agency?.myAgencyId ?? null;
  const estimate = useQuery(packEstimateQuery(documentIds, myAgencyId));
  const papers = count(going.length, "paper");
  const form = useSubmit(async (values) => {
    const size = values.text("size");
    const errors = [
      ...(size ? [] : [{ field: "size", message: "Choose a size" }]),
      ...(values.ticked("general") ? [] : [{ field: "general", message: "Tick that you looked at what goes in" }]),
    ];
    if (errors.length > 0) throw new FieldErrors(errors);
    try {
      const consent = packConsent(going, values.ticked("general"));
      await postOnce<Pack>("/api/packs", { documentIds, myAgencyId, size, consent });
    } catch (error) {
      throw new FieldErrors(packProblems(error));
    }
    void queryClient.invalidateQueries({ queryKey: packsQuery.queryKey });
    void queryClient.invalidateQueries({ queryKey: ["timeline"] });
    await navigate({
      to: "/packs",
      state: { flash: "Asked for. It is made here by machine, and you can leave this page meanwhile." },
    });
  });
  return (
    <div className="stack">
      <PageHead
        key="make"
        title={agency ? `Make the pack for ${agency.name}` : "Make the pack"}
        lead="Step 2 of 2"
        back={
          <BackLink to="/packs/new" search={myAgencyId ? { for: myAgencyId } : {}}>
            What goes in
          </BackLink>
        }
      />
      <form className="form" {...form.form}>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        <AsyncView query={estimate} waiting={<Skeleton height="5rem" lines={2} />}>
          {(figures) => <Sizes figures={figures} error={form.errorOf("size")} />}
        </AsyncView>
        <WhatGoesIn going={going} />
        {estimate.data ? <WithoutPictures ids={estimate.data.withoutPictures} going={going} /> : null}
        <p className="yours">
          <strong>{yoursToSend}</strong> It is kept here for a day, for you to download, and then destroyed.
        </p>
        <Tick name="general" label={packTicks.general} error={form.errorOf("general")} />
        <div className="actions">
          <Button type="submit" busy={form.busy && "Asking for the pack"}>
            Make a pack of {papers}
            {agency ? (
              <>
                {" for "}
                <bdi>{agency.name}</bdi>
              </>
            ) : null}
          </Button>
        </div>
      </form>
    </div>
  );
}

const megabytes = emailPackBytes / 1_000_000;

function Sizes({ figures, error }: { figures: PackEstimate; error: string | undefined }) {
  const words = estimateInWords(figures);
  return (
    <Choice
      name="size"
      label="Which size?"
      defaultValue={figures.email.fits ? "email" : ""}
      error={error}
      options={[
        { value: "email", label: `Under ${megabytes} MB, for e-mail`, hint: words.email },
        { value: "full", label: "Full", hint: words.full },
      ]}
    />
  );
}

/** Everything once more: each guarded kind with the words that were ticked. */
function WhatGoesIn({ going }: { going: Document[] }) {
  const kinds = [...new Set(going.flatMap((paper) => guardOf(paper) ?? []))];
  const placed = going.filter(holdsPlace).length;
  return (
    <section className="stack tight" aria-labelledby="goes-in">
      <h2 id="goes-in">What goes in</h2>
      <details className="again">
        <summary>{going.length === 1 ? "1 paper" : `All ${going.length} papers`}</summary>
        <ul>
          {going.map(({ id, title }) => (
            <li key={id} dir="auto">
              {title}
            </li>
          ))}
        </ul>
      </details>
      {kinds.length > 0 ? (
        <blockquote className="agreed">
          {kinds.map((kind) => (
            <p key={kind}>{packLine(kind)}</p>
          ))}
        </blockquote>
      ) : null}
      <p>
        The PDF shows every page, behind a checklist with your name, registration number, and the states and dates of
        these papers. The ZIP holds the files, with an index.
      </p>
      {placed > 0 ? (
        <p>
          {count(placed, "paper holds", "papers hold")} a photo that says where it was taken. The PDF leaves that out;
          the ZIP can hold the photo as you added it.
        </p>
      ) : null}
    </section>
  );
}

function WithoutPictures({ ids, going }: { ids: string[]; going: Document[] }) {
  const titles = going.filter(({ id }) => ids.includes(id)).map(({ title }) => title);
  if (titles.length === 0) return null;
  return (
    <p>
      <bdi>{inWords(titles)}</bdi> {titles.length === 1 ? "has" : "have"} no page pictures: in the PDF by name only, in
      the ZIP as you added {titles.length === 1 ? "it" : "them"}.
    </p>
  );
}

/** What the service refused: all of it is put right on the step before, so it stands at the top. */
function packProblems(error: unknown) {
  if (error instanceof ApiProblem && error.code === "not-found") {
    return [{ field: "", message: "One of these papers is not here any more. Choose the papers again" }];
  }
  if (error instanceof ApiProblem && error.code === "consent-needed") {
    return [{ field: "", message: `${error.title}. ${error.detail}` }];
  }
  return errorsIn(error).map(({ message }) => ({ field: "", message }));
}
