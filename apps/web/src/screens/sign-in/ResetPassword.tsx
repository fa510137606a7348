import { useState } from "react";
import { post } from "../../api/client.ts";
import { Button, ButtonLink } from "../../design/Button.tsx";
import { ErrorSummary } from "../../design/ErrorSummary.tsx";
import { PasswordField, TextField } from "../../design/Field.tsx";
import { Notice } from "../../design/surface.tsx";
import { FieldErrors, useSubmit } from "../../design/useSubmit.ts";
import { BackLink } from "../../shell/BackLink.tsx";
import { useLinkToken } from "../../shell/link-token.ts";
import { PageHead } from "../../shell/PageHead.tsx";
import { isEmail } from "./email.ts";

export default function ResetPassword() {
  const token = useLinkToken();
  return <div className="narrow">{token ? <NewPassword token={token} /> : <AskForMail />}</div>;
}

function AskForMail() {
  const [sentTo, setSentTo] = useState<string>();
  const form = useSubmit(async (values) => {
    const email = values.text("email");
    if (!isEmail(email))
      throw new FieldErrors([{ field: "email", message: "Enter an email address, for example name@example.com" }]);
    await post("/api/auth/request-password-reset", { email });
    setSentTo(email);
  });
  if (sentTo) {
    return (
      <>
        <PageHead title="Look into your mail" key="sent" />
        <Notice look="done" live>
          <p>
            If <bdi>{sentTo}</bdi> has an account here, a mail with a link is on its way. We say the same for every
            address, so that nobody can find out who has one.
          </p>
        </Notice>
      </>
    );
  }
  return (
    <>
      <PageHead
        title="Reset your password"
        lead="We send a link. A second factor, if you have one, is still asked for afterwards."
        back={<BackLink to="/sign-in">Sign in</BackLink>}
      />
      <form className="form" {...form.form}>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        <TextField name="email" label="Email address" type="email" autoComplete="email" error={form.errorOf("email")} />
        <div className="actions">
          <Button type="submit" busy={form.busy && "Sending"}>
            Send the link
          </Button>
        </div>
      </form>
    </>
  );
}

function NewPassword({ token }: { token: string }) {
  const [done, setDone] = useState(false);
  const form = useSubmit(async (values) => {
    const newPassword = values.raw("newPassword");
    if (newPassword.length < 12)
      throw new FieldErrors([{ field: "newPassword", message: "Use 12 characters or more" }]);
    await post("/api/auth/reset-password", { token, newPassword });
    setDone(true);
  });
  if (done) {
    return (
      <>
        <PageHead title="Your password is new" key="done" />
        <div className="stack">
          <Notice look="done" live>
            <p>Every device was signed out. Sign in with the new password.</p>
          </Notice>
          <div className="actions">
            <ButtonLink to="/sign-in" look="main">
              Sign in
            </ButtonLink>
          </div>
        </div>
      </>
    );
  }
  return (
    <>
      <PageHead title="Set a new password" />
      <form className="form" {...form.form}>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        <PasswordField
          name="newPassword"
          label="New password"
          hint="12 characters or more"
          autoComplete="new-password"
          error={form.errorOf("newPassword")}
        />
        <div className="actions">
          <Button type="submit" busy={form.busy && "Saving"}>
            Save the new password
          </Button>
        </div>
      </form>
    </>
  );
}
