import { useMutation, useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { invitationsQuery } from "../../api/agency-queries.ts";
import { post, remove } from "../../api/client.ts";
import { wordsOf } from "../../api/problem.ts";
import { queryClient } from "../../api/queries.ts";
import type { Invitation } from "../../api/types.ts";
import { AsyncView } from "../../design/AsyncView.tsx";
import { Button } from "../../design/Button.tsx";
import { dayInWords, dayOf } from "../../design/day.ts";
import { ErrorSummary } from "../../design/ErrorSummary.tsx";
import { Choice, TextField } from "../../design/Field.tsx";
import { Card, Notice, Skeleton } from "../../design/surface.tsx";
import { FieldErrors, useSubmit } from "../../design/useSubmit.ts";
import { announce } from "../../shell/announce.ts";

const again = () => queryClient.invalidateQueries({ queryKey: invitationsQuery.queryKey });

/** Inviting by mail, and the invitations that wait. */
export function Invitations() {
  const waiting = useQuery(invitationsQuery);
  const element = useRef<HTMLFormElement>(null);
  const form = useSubmit(async (values) => {
    const email = values.text("email");
    if (!/^\S+@\S+\.\S+$/.test(email)) {
      throw new FieldErrors([{ field: "email", message: "Enter an email address, for example name@example.com" }]);
    }
    await post<Invitation>("/api/agency/invitations", { email, role: values.text("role") || "member" });
    element.current?.reset();
    announce(`Invited. A mail is on its way to ${email}.`);
    await again();
  });
  return (
    <Card aria-labelledby="invite">
      <h2 id="invite">Invite a colleague</h2>
      <form className="form" ref={element} {...form.form}>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        <TextField
          name="email"
          label="Their email address"
          hint="They get a link, sign in under their own name, and turn on a second factor"
          type="email"
          autoComplete="off"
          error={form.errorOf("email")}
        />
        <Choice
          name="role"
          label="As"
          defaultValue="member"
          options={[
            { value: "member", label: "A member", hint: "Opens copies and sends them back" },
            { value: "owner", label: "An owner", hint: "Also invites and removes people, and accepts the terms" },
          ]}
        />
        <div className="actions">
          <Button type="submit" busy={form.busy && "Inviting"}>
            Send the invitation
          </Button>
        </div>
      </form>
      <AsyncView query={waiting} waiting={<Skeleton height="3rem" />}>
        {({ items }) =>
          items.length === 0 ? null : (
            <div className="stack tight invited">
              <h3>Waiting</h3>
              <ul className="team-list">
                {items.map((invitation) => (
                  <Waiting key={invitation.id} invitation={invitation} />
                ))}
              </ul>
            </div>
          )
        }
      </AsyncView>
    </Card>
  );
}

function Waiting({ invitation }: { invitation: Invitation }) {
  const withdrawal = useMutation({
    mutationFn: () => remove(`/api/agency/invitations/${invitation.id}`),
    onSuccess: async () => {
      announce(`Taken back. The link sent to ${invitation.email} no longer works.`);
      await again();
    },
  });
  return (
    <li>
      <div className="team-who">
        <p>{invitation.email}</p>
        <p className="small quiet">
          As {invitation.role === "owner" ? "an owner" : "a member"}. The link works until{" "}
          {dayInWords(dayOf(invitation.expiresAt))}.
        </p>
      </div>
      <Button look="bare" busy={withdrawal.isPending && "Taking back"} onClick={() => withdrawal.mutate()}>
        Take back<span className="unseen"> the invitation of {invitation.email}</span>
      </Button>
      {withdrawal.error ? (
        <Notice look="problem" title={wordsOf(withdrawal.error).title} live>
          <p>{wordsOf(withdrawal.error).detail}</p>
        </Notice>
      ) : null}
    </li>
  );
}
