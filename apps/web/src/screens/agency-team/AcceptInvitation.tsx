import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { post } from "../../api/client.ts";
import { meQuery, queryClient } from "../../api/queries.ts";
import { AsyncView } from "../../design/AsyncView.tsx";
import { Button, ButtonLink } from "../../design/Button.tsx";
import { ErrorSummary } from "../../design/ErrorSummary.tsx";
import { Skeleton } from "../../design/surface.tsx";
import { useSubmit } from "../../design/useSubmit.ts";
import { useLinkToken } from "../../shell/link-token.ts";
import { PageHead } from "../../shell/PageHead.tsx";

// Kept in this tab while its person signs in: in an address it would end in histories and logs.
const place = "invitation";

/** Where the mail's link leads: join after signing in, by one press. */
export default function AcceptInvitation() {
  const inLink = useLinkToken();
  const [token] = useState(() => {
    if (inLink) sessionStorage.setItem(place, inLink);
    return inLink ?? sessionStorage.getItem(place) ?? undefined;
  });
  const me = useQuery(meQuery);
  return (
    <div className="narrow">
      <PageHead title="Join an agency" />
      {token ? (
        <AsyncView query={me} waiting={<Skeleton height="6rem" />}>
          {(person) =>
            person === null ? <SignInFirst /> : <Join token={token} name={person.name} email={person.email} />
          }
        </AsyncView>
      ) : (
        <p>This link is not whole. Open the one in the mail again, or ask whoever invited you for a new one.</p>
      )}
    </div>
  );
}

function SignInFirst() {
  return (
    <div className="stack">
      <p>
        A colleague invited you to open copies that locums send to their agency. You join as a person, under your own
        name: sign in, or make a passport of your own first with the address the invitation went to.
      </p>
      <div className="actions">
        <ButtonLink to="/sign-in" search={{ next: "/invitation" }} look="main">
          Sign in to join
        </ButtonLink>
        <ButtonLink to="/sign-up" look="calm">
          Sign up
        </ButtonLink>
      </div>
      <p className="small quiet">After signing up, open the link in the invitation's mail once more.</p>
    </div>
  );
}

function Join({ token, name, email }: { token: string; name: string; email: string }) {
  const navigate = useNavigate();
  const form = useSubmit(async () => {
    await post("/api/invitations/accept", { token });
    sessionStorage.removeItem(place);
    await queryClient.fetchQuery({ ...meQuery, staleTime: 0 });
    await navigate({ to: "/agency", state: { flash: "You have joined." } });
  });
  return (
    <form className="form" {...form.form}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <p>
        You are signed in as <bdi>{name}</bdi>, {email}.
      </p>
      <p>
        In the agency you can open copies that locums sent to it. Each look is in the locum's timeline with your name.
        You need a second factor for that, and keep what you see to yourself. Your own papers stay yours: the agency
        sees none of them.
      </p>
      <div className="actions">
        <Button type="submit" busy={form.busy && "Joining"}>
          Join the agency
        </Button>
        <ButtonLink to="/overview" look="calm">
          Not now
        </ButtonLink>
      </div>
    </form>
  );
}
