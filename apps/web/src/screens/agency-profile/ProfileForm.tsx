import { readProfile } from "@locum-passport/compliance";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { type AgencyProfile, agencyProfileQuery, type ProfilePreview } from "../../api/agency-profile-queries.ts";
import { isProblem, post, put } from "../../api/client.ts";
import { ApiProblem, type FieldProblem } from "../../api/problem.ts";
import { queryClient } from "../../api/queries.ts";
import { Button } from "../../design/Button.tsx";
import { Dialog } from "../../design/Dialog.tsx";
import { ErrorSummary } from "../../design/ErrorSummary.tsx";
import { TextArea } from "../../design/Field.tsx";
import { FieldErrors, useSubmit } from "../../design/useSubmit.ts";
import { AskedGroups } from "./AskedGroups.tsx";
import type { ChangeDraft, DraftStore } from "./draft-store.ts";
import { ForWhom } from "./ForWhom.tsx";
import { PreviewDialog } from "./PreviewDialog.tsx";
import { draftOf, type ProfileDraft } from "./profile-draft.ts";
import { draftFaults, faultsAt } from "./profile-faults.ts";
import { SavedMeanwhile } from "./SavedMeanwhile.tsx";
import { useLeaving } from "./useLeaving.ts";

interface Props {
  draft: ProfileDraft;
  /** What is in force, as far as is known here. */
  saved: AgencyProfile;
  store: DraftStore;
  keep: (draft: ProfileDraft) => void;
  /** With nothing changed yet. */
  beginAgain: (draft: ProfileDraft) => void;
  change: ChangeDraft;
}

/** The whole list as it is being changed, a look at what it does, and its saving. */
export function ProfileForm({ draft, saved, store, keep, beginAgain, change }: Props) {
  const navigate = useNavigate();
  const leaving = useLeaving(store);
  const [tried, setTried] = useState<ProfilePreview>();
  const [throwing, setThrowing] = useState(false);
  const { profile, baseVersion, why } = draft;

  const save = useSubmit(async () => {
    preview.clear();
    if (saved.version > baseVersion) throw new FieldErrors([{ field: "", message: chooseFirst(saved.version) }]);
    const faults = [...draftFaults(draft), ...(why.trim() ? [] : [{ field: "why", message: sayWhy }])];
    if (faults.length > 0) throw new FieldErrors(faults);
    try {
      const after = await put<AgencyProfile>("/api/agency/profile", { baseVersion, profile, why });
      store.clear();
      queryClient.setQueryData(agencyProfileQuery.queryKey, after);
      void queryClient.invalidateQueries({ queryKey: ["agency", "candidates"] });
      const flash = `Saved as version ${after.version}. Locums who have you among their agencies see what is different, and why.`;
      await navigate({ to: "/agency/profile", state: { flash } });
    } catch (error) {
      if (!isProblem(error, "profile-changed-meanwhile")) throw atTheirFields(error, draft);
      await queryClient.fetchQuery(agencyProfileQuery);
    }
  });
  const preview = useSubmit(async () => {
    save.clear();
    const faults = draftFaults(draft);
    if (faults.length > 0) throw new FieldErrors(faults);
    const seen = await post<ProfilePreview>("/api/agency/profile/preview", { profile });
    if (seen.errors.length > 0) throw new FieldErrors(faultsAt(seen.errors, profile));
    setTried(seen);
  });
  const errors: FieldProblem[] = save.errors.length > 0 ? save.errors : preview.errors;
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message;
  const inForce = readProfile(saved.profile);
  const throwAway = () => {
    store.clear();
    void navigate({ to: "/agency/profile" });
  };

  return (
    <>
      <ErrorSummary errors={errors} attempt={save.attempt + preview.attempt} />
      {saved.version > baseVersion ? (
        <SavedMeanwhile
          latest={saved}
          baseVersion={baseVersion}
          onKeepMine={() => keep({ ...draft, baseVersion: saved.version })}
          onTakeTheirs={() => (inForce ? beginAgain(draftOf(inForce, saved.version)) : throwAway())}
        />
      ) : null}
      <ForWhom
        profile={profile}
        errorOf={errorOf}
        onChange={(next) => change((before) => ({ ...before, profile: next }))}
      />
      <AskedGroups draft={draft} errors={errors} change={change} />
      <section className="stack" aria-labelledby="save">
        <h2 id="save">Try it, then save it</h2>
        <form {...preview.form}>
          <Button type="submit" look="calm" busy={preview.busy && "Trying"}>
            Try it on an invented person
          </Button>
        </form>
        <form className="stack" {...save.form}>
          <TextArea
            name="why"
            label="Why you change it"
            hint="Locums who have you among their agencies read this"
            rows={3}
            maxLength={1000}
            value={why}
            error={errorOf("why")}
            onChange={({ target }) => change((before) => ({ ...before, why: target.value }))}
          />
          <div className="actions">
            <Button type="submit" busy={save.busy && "Saving"}>
              Save as version {baseVersion + 1}
            </Button>
            <Button look="bare" onClick={() => setThrowing(true)}>
              Throw my changes away
            </Button>
          </div>
        </form>
      </section>
      {tried?.readiness ? (
        <PreviewDialog person={tried.person} readiness={tried.readiness} onClose={() => setTried(undefined)} />
      ) : null}
      {throwing ? <ThrowAway onClose={() => setThrowing(false)} onDone={throwAway} /> : null}
      {leaving.status === "blocked" ? <Leave stay={leaving.reset} leave={leaving.proceed} /> : null}
    </>
  );
}

const chooseFirst = (version: number) => `Choose how to go on: version ${version} was saved after you began`;
const sayWhy = "Say why, in a sentence the locums will read";

/** The service names places in the profile; this form has fields. */
function atTheirFields(error: unknown, { profile }: ProfileDraft): unknown {
  if (!(error instanceof ApiProblem) || error.code !== "profile-not-usable") return error;
  return new FieldErrors(
    faultsAt(
      error.errors.map(({ field: at, message }) => ({ at, message })),
      profile,
    ),
  );
}

function ThrowAway({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  return (
    <Dialog title="Throw your changes away?" onClose={onClose}>
      <p>What is in force stays as it is. What you changed here and did not save is gone.</p>
      <div className="actions">
        <Button look="danger" onClick={onDone}>
          Throw them away
        </Button>
        <Button look="calm" onClick={onClose}>
          Keep them
        </Button>
      </div>
    </Dialog>
  );
}

function Leave({ stay, leave }: { stay: () => void; leave: () => void }) {
  return (
    <Dialog title="Your changes are not saved" onClose={stay}>
      <p>If you leave now, they stay in this tab until you sign out or close it, and nothing of them is in force.</p>
      <div className="actions">
        <Button onClick={stay}>Stay here</Button>
        <Button look="calm" onClick={leave}>
          Leave them for later
        </Button>
      </div>
    </Dialog>
  );
}
