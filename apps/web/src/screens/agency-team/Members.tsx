import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { membersQuery } from "../../api/agency-queries.ts";
import { post } from "../../api/client.ts";
import { wordsOf } from "../../api/problem.ts";
import { queryClient } from "../../api/queries.ts";
import type { Member } from "../../api/types.ts";
import { AsyncView } from "../../design/AsyncView.tsx";
import { Button } from "../../design/Button.tsx";
import { dayInWords, dayOf } from "../../design/day.ts";
import { Notice, Skeleton, Tag } from "../../design/surface.tsx";
import { announce } from "../../shell/announce.ts";
import { PageHead } from "../../shell/PageHead.tsx";
import { useMe } from "../../shell/useMe.ts";
import { AboutAgency } from "./AboutAgency.tsx";
import { Invitations } from "./Invitations.tsx";
import { RemoveDialog } from "./RemoveDialog.tsx";
import "./team.css";

/** Who of us can open copies; for owners, inviting, promoting and removing. */
export default function Members() {
  const me = useMe();
  const members = useQuery(membersQuery);
  const owner = me.roles.includes("agency-owner");
  return (
    <div className="stack loose">
      <PageHead
        title="Members"
        lead={owner ? "Each can open what locums send to you." : "An owner of the agency invites and removes people."}
      />
      <AsyncView query={members} waiting={<Skeleton height="4.5rem" lines={3} />}>
        {({ items }) => (
          <ul className="team-list">
            {items.map((member) => (
              <MemberRow
                key={member.id}
                member={member}
                me={me.id}
                owner={owner}
                only={member.role === "owner" && items.filter(({ role }) => role === "owner").length === 1}
              />
            ))}
          </ul>
        )}
      </AsyncView>
      {owner ? <Invitations /> : null}
      <AboutAgency />
    </div>
  );
}

interface RowProps {
  member: Member;
  me: string;
  /** Whether the one who looks is an owner. */
  owner: boolean;
  /** The only owner: an agency keeps at least one. */
  only: boolean;
}

function MemberRow({ member, me, owner, only }: RowProps) {
  const [removing, setRemoving] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const next = member.role === "owner" ? "member" : "owner";
  const change = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await post(`/api/agency/members/${member.id}/role`, { role: next });
      await queryClient.invalidateQueries({ queryKey: membersQuery.queryKey });
      if (member.id === me) await queryClient.invalidateQueries({ queryKey: ["me"] });
      announce(next === "owner" ? `${member.name} is now an owner.` : `${member.name} is no longer an owner.`);
    } catch (refused) {
      setError(refused);
    } finally {
      setBusy(false);
    }
  };
  return (
    <li>
      <div className="team-who">
        <p className="row">
          <strong dir="auto">{member.name}</strong>
          {member.id === me ? <span className="quiet">(you)</span> : null}
          {member.role === "owner" ? <span className="quiet">{only ? "The only owner" : "Owner"}</span> : null}
          {member.secondFactor ? null : <Tag look="soon">No second factor yet</Tag>}
        </p>
        <p className="small quiet">
          {member.email}. Joined {dayInWords(dayOf(member.joinedAt))}.
          {member.secondFactor ? "" : " Opens nothing until it is on."}
        </p>
      </div>
      {owner && !only ? (
        <div className="row">
          <Button look="bare" busy={busy && "Changing"} onClick={() => void change()}>
            {next === "owner" ? "Make an owner" : "Make a member"}
            <span className="unseen">: {member.name}</span>
          </Button>
          <Button look="bare" onClick={() => setRemoving(true)}>
            Remove<span className="unseen"> {member.name}</span>
          </Button>
        </div>
      ) : null}
      {error ? (
        <Notice look="problem" title={wordsOf(error).title} live>
          <p>{wordsOf(error).detail}</p>
        </Notice>
      ) : null}
      {removing ? <RemoveDialog member={member} self={member.id === me} onClose={() => setRemoving(false)} /> : null}
    </li>
  );
}
