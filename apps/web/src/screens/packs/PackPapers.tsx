import { Link } from "@tanstack/react-router";
import type { Document, DocumentTypeItem, ProfileReadiness } from "../../api/types.ts";
import { Button } from "../../design/Button.tsx";
import { ErrorSummary } from "../../design/ErrorSummary.tsx";
import { Select } from "../../design/Field.tsx";
import { FieldErrors, useSubmit } from "../../design/useSubmit.ts";
import { count } from "../../design/words.ts";
import { BackLink } from "../../shell/BackLink.tsx";
import { PageHead } from "../../shell/PageHead.tsx";
import { PaperPicker } from "../send/PaperPicker.tsx";
import type { Picked } from "../send/picked.ts";
import { anyReader, leftOut } from "./begin-pack.ts";
import { packGuardWords } from "./pack-words.ts";

interface Props {
  agencies: ProfileReadiness[];
  agency: ProfileReadiness | undefined;
  /** By what the ticks began. */
  list: ProfileReadiness | undefined;
  papers: Document[];
  types: Map<string, DocumentTypeItem>;
  today: string;
  picked: Picked;
  going: Document[];
  onPick: (picked: Picked) => void;
  onAgency: (myAgencyId: string) => void;
  onDone: () => void;
}

/** Step 1: whom it is for, and the papers. */
export function PackPapers(props: Props) {
  const { agencies, agency, list, papers, types, today, picked, going, onPick, onAgency, onDone } = props;
  const form = useSubmit(async () => {
    if (going.length === 0) {
      const first = papers.find(({ id }) => document.getElementById(`field-paper-${id}`));
      throw new FieldErrors([
        { field: first ? `paper-${first.id}` : "", message: "Tick one or more documents to put in" },
      ]);
    }
    onDone();
  });
  return (
    <div className="stack">
      <PageHead
        key="papers"
        title={agency ? `What goes into the pack for ${agency.name}?` : "What goes into the pack?"}
        lead="Step 1 of 2. Tick the papers to put in. The originals stay here."
        back={<BackLink to="/packs">Packs to e-mail</BackLink>}
      />
      <form className="stack loose" {...form.form}>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        {agencies.length > 0 ? (
          <div className="form">
            <Select
              name="for"
              label="Who is it for?"
              hint="Its list gives the order and the checklist"
              value={agency?.myAgencyId ?? ""}
              onChange={({ target }) => onAgency(target.value)}
            >
              <option value="">Nobody in particular</option>
              {agencies.map(({ myAgencyId, name }) => (
                <option key={myAgencyId} value={myAgencyId ?? ""}>
                  {name}
                </option>
              ))}
            </Select>
          </div>
        ) : null}
        {list ? (
          <p>
            Ticked is what you hold of <bdi>{listInWords(list)}</bdi>. Health, criminal-record and pay papers start
            unticked.
          </p>
        ) : (
          <p>Ticked is what is in date. Health, criminal-record and pay papers start unticked.</p>
        )}
        <PaperPicker
          papers={papers}
          types={types}
          receiver={anyReader}
          guardWords={packGuardWords}
          held={new Map()}
          today={today}
          picked={picked}
          onPick={onPick}
          papersOnly
        />
        {list ? <NotIn list={list} going={going} /> : null}
        <div className="send-foot">
          <p role="status">
            <strong>{count(going.length, "paper")} ticked.</strong>{" "}
            <span className="quiet">Nothing is made before the last step.</span>
          </p>
          <Button type="submit">Go on to the size</Button>
        </div>
      </form>
    </div>
  );
}

const listInWords = ({ name, profile }: ProfileReadiness) =>
  profile.starter ? `the starter list “${profile.name}”` : `what ${name} asks for, version ${profile.version}`;

/** What the checklist will say is not in the file: whoever reads the pack sees it. */
function NotIn({ list, going }: { list: ProfileReadiness; going: Document[] }) {
  const { held, missing, open } = leftOut(list, going);
  if (held.length + missing.length + open.length === 0) return <p>Everything on the list is in it.</p>;
  return (
    <section className="stack tight not-in" aria-labelledby="not-in">
      <h2 id="not-in">On the list, and not in the pack</h2>
      <p className="quiet">The checklist in the file names these as not in it. It does not say why.</p>
      {held.length > 0 ? (
        <>
          <p>You hold these, and a paper for each is not ticked:</p>
          <Titles titles={held} />
        </>
      ) : null}
      {missing.length > 0 ? (
        <details>
          <summary>{count(missing.length, "more thing")} that your passport does not hold, or not completely</summary>
          <Titles titles={missing} />
          <p>
            <Link to="/documents/add">Add a document</Link> first, where you have one of these.
          </p>
        </details>
      ) : null}
      {open.length > 0 ? (
        <details>
          <summary>
            {count(open.length, "more thing")}, asked for or not by questions about your work that are not answered
          </summary>
          <Titles titles={open} />
        </details>
      ) : null}
    </section>
  );
}

const Titles = ({ titles }: { titles: string[] }) => (
  <ul>
    {titles.map((title) => (
      <li key={title}>{title}</li>
    ))}
  </ul>
);
