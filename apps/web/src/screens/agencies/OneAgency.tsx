import { useQuery } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { Mail, Package, Pencil, Send, Trash2 } from "lucide-react";
import { useState } from "react";
import { post } from "../../api/client.ts";
import { judgeAgain, myAgenciesQuery, readinessQuery } from "../../api/compliance-queries.ts";
import type { MyAgency, ProfileReadiness } from "../../api/types.ts";
import { AsyncView } from "../../design/AsyncView.tsx";
import { Button, ButtonLink } from "../../design/Button.tsx";
import { dayInWords, momentInWords } from "../../design/day.ts";
import { ErrorSummary } from "../../design/ErrorSummary.tsx";
import { Card, Notice, Skeleton } from "../../design/surface.tsx";
import { useSubmit } from "../../design/useSubmit.ts";
import { count, list } from "../../design/words.ts";
import { announce } from "../../shell/announce.ts";
import { BackLink } from "../../shell/BackLink.tsx";
import { PageHead } from "../../shell/PageHead.tsx";
import { NothingHere } from "../../shell/Trouble.tsx";
import { useMe } from "../../shell/useMe.ts";
import { RequirementGroups } from "../requirements/RequirementGroups.tsx";
import { prepareFor } from "../send/draft.ts";
import { isNotHere, receivesWords } from "./agency-words.ts";
import { heldWords } from "./MyAgencyCard.tsx";
import { OnTheDay } from "./OnTheDay.tsx";
import { RemoveAgency } from "./RemoveAgency.tsx";

/** One agency of mine: what it asks for, how far I am, when that ends, what changed. */
export default function OneAgency() {
  const { id = "" } = useParams({ strict: false });
  const agencies = useQuery(myAgenciesQuery);
  return (
    <AsyncView query={agencies} waiting={<Skeleton height="8rem" lines={3} />}>
      {(all) => {
        const agency = all.find((one) => one.id === id);
        return agency ? <Whole agency={agency} /> : <NothingHere />;
      }}
    </AsyncView>
  );
}

function Whole({ agency }: { agency: MyAgency }) {
  const { on } = useSearch({ strict: false });
  const readiness = useQuery(readinessQuery({ on }));
  const [removing, setRemoving] = useState(false);
  return (
    <div className="stack loose">
      <PageHead title={agency.name} lead={receivesWords(agency)} back={<BackLink to="/agencies">Agencies</BackLink>} />
      {agency.changes ? <Changes id={agency.id} changes={agency.changes} /> : null}
      <Acts agency={agency} />
      <AsyncView query={readiness} waiting={<Skeleton height="8rem" lines={4} />}>
        {({ profiles }) => {
          const judged = profiles.find(({ myAgencyId }) => myAgencyId === agency.id);
          return judged ? <Judged agency={agency} judged={judged} on={on} /> : null;
        }}
      </AsyncView>
      <div className="actions">
        {isNotHere(agency) ? (
          <ButtonLink to="/agencies/$id/edit" params={{ id: agency.id }} look="calm" icon={Pencil}>
            Change this entry
          </ButtonLink>
        ) : null}
        <Button look="danger" icon={Trash2} onClick={() => setRemoving(true)}>
          Take it off my list
        </Button>
      </div>
      {removing ? <RemoveAgency agency={agency} onClose={() => setRemoving(false)} /> : null}
    </div>
  );
}

function Judged({ agency, judged, on }: { agency: MyAgency; judged: ProfileReadiness; on: string | undefined }) {
  const { breaks, originalsToShow, profile } = judged;
  return (
    <>
      <Card aria-labelledby="standing" className="stack">
        <h2 id="standing">{on ? `On ${dayInWords(on)}` : "Today"}</h2>
        <p>
          <strong>{heldWords(judged)}.</strong> {judged.ready ? "The agency decides." : null}
        </p>
        {breaks ? (
          <p>
            On {dayInWords(breaks.on)} the list breaks: {list(breaks.requirements.map(({ title }) => title))}.
          </p>
        ) : null}
        {originalsToShow.length > 0 ? (
          <p className="quiet">
            {count(originalsToShow.length, "original is", "originals are")} still to be shown. A copy never counts as
            that.
          </p>
        ) : null}
        <OnTheDay agencyId={agency.id} on={on} />
      </Card>
      <section className="stack" aria-labelledby="asks">
        <h2 id="asks">What it asks for</h2>
        <p className="quiet">
          {profile.starter
            ? `${agency.name} has written no list here that is for you. This is our starter list “${profile.name}”: the agency may ask for something else.`
            : `Written by ${agency.name} itself, version ${profile.version}.`}
        </p>
        <RequirementGroups profileId={profile.id} requirements={judged.requirements} />
      </section>
    </>
  );
}

/** What can be done with it now. */
function Acts({ agency }: { agency: MyAgency }) {
  const me = useMe();
  const { id, name, state, invitedAt, complianceEmail } = agency;
  const invite = useSubmit(async () => {
    await post<MyAgency>(`/api/my-agencies/${id}/invite`);
    announce(`Invited. The mail to ${name} names nobody.`);
    await judgeAgain();
  });
  return (
    <div className="stack tight">
      <div className="actions">
        <ButtonLink
          to="/send/papers"
          look={state === "approved" ? "main" : "calm"}
          icon={Send}
          onClick={() => prepareFor(me.id, agency)}
        >
          {state === "approved" ? "Send copies" : "Prepare copies"}
        </ButtonLink>
        {state === "approved" ? null : (
          <ButtonLink to="/packs/new" search={{ for: id }} look="calm" icon={Package}>
            Make a pack to e-mail
          </ButtonLink>
        )}
        {isNotHere(agency) && complianceEmail && invitedAt === null ? (
          <form {...invite.form}>
            <Button type="submit" look="calm" icon={Mail} busy={invite.busy && "Inviting"}>
              Invite it to join
            </Button>
          </form>
        ) : null}
      </div>
      <ErrorSummary errors={invite.errors} attempt={invite.attempt} />
      {isNotHere(agency) ? (
        <p className="small quiet">
          {invitedAt ? `Invited on ${momentInWords(invitedAt)}. ` : null}
          {complianceEmail ? null : "To invite it, add its compliance address to this entry. "}
          <Link to="/agencies/$id/joined" params={{ id }}>
            It has joined
          </Link>
        </p>
      ) : null}
    </div>
  );
}

function Changes({ id, changes }: { id: string; changes: NonNullable<MyAgency["changes"]> }) {
  const seen = useSubmit(async () => {
    await post(`/api/my-agencies/${id}/changes-seen`, { to: changes.to });
    await judgeAgain();
  });
  const removed = changes.items.filter(({ kind }) => kind === "removed").map(({ title }) => title);
  return (
    <Notice look="soon" title="What it asks for has changed">
      {changes.why ? <p dir="auto">It says why: “{changes.why}”</p> : null}
      <ul>
        {changes.items.map(({ kind, title, words }) =>
          kind === "removed" ? null : (
            <li key={`${kind} ${title}`}>
              <strong>
                {kind === "added" ? "Added" : "Changed"}: {title}.
              </strong>{" "}
              {words}
            </li>
          ),
        )}
        {removed.length > 0 ? (
          <li>
            <strong>Asked for no more:</strong> {list(removed)}.
          </li>
        ) : null}
      </ul>
      <form {...seen.form}>
        <ErrorSummary errors={seen.errors} attempt={seen.attempt} />
        <Button type="submit" look="calm" busy={seen.busy && "Noting"}>
          I have read this
        </Button>
      </form>
    </Notice>
  );
}
