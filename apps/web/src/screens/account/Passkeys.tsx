import { useMutation } from "@tanstack/react-query";
import { Fingerprint, KeyRound } from "lucide-react";
import { api, post } from "../../api/client.ts";
import { createPasskey, passkeysWork, wasDismissed } from "../../api/passkeys.ts";
import { wordsOf } from "../../api/problem.ts";
import { meQuery, queryClient } from "../../api/queries.ts";
import { Button } from "../../design/Button.tsx";
import { dayInWords, dayOf } from "../../design/day.ts";
import { ErrorSummary } from "../../design/ErrorSummary.tsx";
import { TextField } from "../../design/Field.tsx";
import { EmptyState, Notice } from "../../design/surface.tsx";
import { FieldErrors, useSubmit } from "../../design/useSubmit.ts";
import { announce } from "../../shell/announce.ts";
import { BackLink } from "../../shell/BackLink.tsx";
import { PageHead } from "../../shell/PageHead.tsx";
import { useMe } from "../../shell/useMe.ts";

export default function Passkeys() {
  const me = useMe();
  const removal = useMutation({
    mutationFn: (id: string) => post("/api/auth/passkey/delete-passkey", { id }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: meQuery.queryKey });
      announce("Passkey removed.");
    },
  });
  return (
    <div className="stack loose">
      <PageHead
        title="Passkeys"
        lead="Sign in with your fingerprint, your face or a security key. A passkey counts as password and second factor in one."
        back={<BackLink to="/account">Account</BackLink>}
      />
      {me.passkeys.length === 0 ? <EmptyState icon={KeyRound} title="You have no passkey yet" /> : null}
      <ul className="plain-list">
        {me.passkeys.map(({ id, name, addedAt }) => (
          <li key={id} className="row between">
            <span>
              <bdi>{name}</bdi>
              <br />
              <span className="small quiet">Added {dayInWords(dayOf(addedAt))}</span>
            </span>
            <Button
              look="danger"
              busy={removal.isPending && removal.variables === id && "Removing"}
              onClick={() => removal.mutate(id)}
            >
              Remove<span className="unseen"> {name}</span>
            </Button>
          </li>
        ))}
      </ul>
      {removal.error ? (
        <Notice look="problem" title={wordsOf(removal.error).title} live>
          {wordsOf(removal.error).detail}
        </Notice>
      ) : null}
      {passkeysWork() ? <AddPasskey /> : <Notice>This browser cannot make passkeys.</Notice>}
    </div>
  );
}

function AddPasskey() {
  const form = useSubmit(async (values) => {
    const name = values.text("name") || "Passkey";
    const options = await api<PublicKeyCredentialCreationOptionsJSON>("/api/auth/passkey/generate-register-options");
    try {
      await post("/api/auth/passkey/verify-registration", { response: await createPasskey(options), name });
    } catch (error) {
      if (wasDismissed(error))
        throw new FieldErrors([{ field: "", message: "No passkey was made. Try again when you like" }]);
      throw error;
    }
    await queryClient.invalidateQueries({ queryKey: meQuery.queryKey });
    announce("Passkey added.");
  });
  return (
    <form className="form" {...form.form}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <TextField
        name="name"
        label="A name for it"
        hint="So that you know it again, for example: My phone"
        maxLength={60}
        error={form.errorOf("name")}
      />
      <div className="actions">
        <Button type="submit" icon={Fingerprint} busy={form.busy && "Waiting for your device"}>
          Add a passkey
        </Button>
      </div>
    </form>
  );
}
