import { useNavigate } from "@tanstack/react-router";
import { post } from "../../api/client.ts";
import { Button } from "../../design/Button.tsx";
import { ErrorSummary } from "../../design/ErrorSummary.tsx";
import { PasswordField } from "../../design/Field.tsx";
import { FieldErrors, useSubmit } from "../../design/useSubmit.ts";
import { BackLink } from "../../shell/BackLink.tsx";
import { PageHead } from "../../shell/PageHead.tsx";

export default function ChangePassword() {
  const navigate = useNavigate();
  const form = useSubmit(async (values) => {
    const currentPassword = values.raw("currentPassword");
    const newPassword = values.raw("newPassword");
    const errors = [
      ...(currentPassword ? [] : [{ field: "currentPassword", message: "Enter the password you use now" }]),
      ...(newPassword.length >= 12 ? [] : [{ field: "newPassword", message: "Use 12 characters or more" }]),
    ];
    if (errors.length > 0) throw new FieldErrors(errors);
    await post("/api/auth/change-password", { currentPassword, newPassword });
    await navigate({ to: "/account", state: { flash: "Your password is changed. Other devices were signed out." } });
  });
  return (
    <>
      <PageHead
        title="Change your password"
        lead="Every other device is signed out."
        back={<BackLink to="/account">Account</BackLink>}
      />
      <form className="form" {...form.form}>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        <PasswordField
          name="currentPassword"
          label="Password you use now"
          autoComplete="current-password"
          error={form.errorOf("currentPassword")}
        />
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
