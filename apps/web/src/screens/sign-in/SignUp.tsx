import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { post } from "../../api/client.ts";
import type { FieldProblem } from "../../api/problem.ts";
import { termsQuery } from "../../api/queries.ts";
import type { SignedUp } from "../../api/types.ts";
import { Button } from "../../design/Button.tsx";
import { ErrorSummary } from "../../design/ErrorSummary.tsx";
import { PasswordField, TextField, Tick } from "../../design/Field.tsx";
import { FieldErrors, useSubmit, type Values } from "../../design/useSubmit.ts";
import { BackLink } from "../../shell/BackLink.tsx";
import { PageHead } from "../../shell/PageHead.tsx";
import { isEmail } from "./email.ts";
import { keepWaiting } from "./waiting-account.ts";

export default function SignUp() {
  const navigate = useNavigate();
  const terms = useQuery(termsQuery);
  const form = useSubmit(async (values) => {
    const errors = check(values);
    if (errors.length > 0) throw new FieldErrors(errors);
    const { licence, privacy } = terms.data ?? (await terms.refetch({ throwOnError: true })).data ?? {};
    const email = values.text("email");
    const signedUp = await post<SignedUp>("/api/auth/sign-up/email", {
      name: values.text("name"),
      email,
      password: values.raw("password"),
      acceptedTerms: { licence: licence?.version, privacy: privacy?.version },
      over18: true,
    });
    const resendAt = Date.now() + signedUp.resendAfterSeconds * 1000;
    keepWaiting({ email, confirmation: signedUp.confirmation, resendAt }, values.raw("password"));
    await navigate({ to: "/sign-up/waiting" });
  });
  return (
    <div className="narrow">
      <PageHead title="Sign up" back={<BackLink to="/">First page</BackLink>} />
      <form className="form" {...form.form}>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        <TextField
          name="name"
          label="Your name"
          hint="As colleagues and agencies know you. Legal and former names come later, if you like."
          autoComplete="name"
          maxLength={200}
          error={form.errorOf("name")}
        />
        <TextField
          name="email"
          label="Email address"
          type="email"
          hint="We send one mail to check that it reaches you."
          autoComplete="email"
          spellCheck={false}
          error={form.errorOf("email")}
        />
        <PasswordField
          name="password"
          label="Password"
          hint="12 characters or more. Three or four words that only you would put together do well."
          autoComplete="new-password"
          error={form.errorOf("password")}
        />
        <div className="stack tight">
          <Tick
            name="terms"
            label={
              <>
                I have read and accept the <TextLink name="licence">licence</TextLink> and the{" "}
                <TextLink name="privacy">privacy notice</TextLink>
              </>
            }
            hint="You let us store, picture, copy and show your papers for you, and nothing else. Both open in a new tab."
            error={form.errorOf("terms")}
          />
          <Tick name="over18" label="I am 18 or over" error={form.errorOf("over18")} />
        </div>
        <div className="actions">
          <Button type="submit" busy={form.busy && "Signing you up"}>
            Sign up
          </Button>
          <Link to="/sign-in">Sign in instead</Link>
        </div>
      </form>
    </div>
  );
}

function TextLink({ name, children }: { name: "licence" | "privacy"; children: string }) {
  return (
    <Link to="/texts/$name" params={{ name }} target="_blank">
      {children}
    </Link>
  );
}

function check(values: Values): FieldProblem[] {
  const errors: FieldProblem[] = [];
  const need = (fine: boolean, field: string, message: string) => fine || errors.push({ field, message });
  need(values.text("name") !== "", "name", "Enter your name");
  need(isEmail(values.text("email")), "email", "Enter an email address, for example name@example.com");
  need(values.raw("password").length >= 12, "password", "Use 12 characters or more");
  need(values.raw("password").length <= 128, "password", "Use 128 characters or fewer");
  need(values.ticked("terms"), "terms", "Read the licence and the privacy notice and tick that you accept them");
  need(values.ticked("over18"), "over18", "Tick that you are 18 or over. Younger people cannot have an account");
  return errors;
}
