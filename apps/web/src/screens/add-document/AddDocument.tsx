import { consentNeeded, documentType, otherType } from "@locum-passport/compliance";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { isProblem } from "../../api/client.ts";
import { profileQuery, serviceQuery } from "../../api/queries.ts";
import type { Document } from "../../api/types.ts";
import { Button } from "../../design/Button.tsx";
import { ErrorSummary } from "../../design/ErrorSummary.tsx";
import { Choice } from "../../design/Field.tsx";
import { FieldErrors, useSubmit } from "../../design/useSubmit.ts";
import { count } from "../../design/words.ts";
import { BackLink } from "../../shell/BackLink.tsx";
import { PageHead } from "../../shell/PageHead.tsx";
import { useMe } from "../../shell/useMe.ts";
import { type ConsentKind, ConsentStep } from "./ConsentStep.tsx";
import { type ChosenFile, faultsOf } from "./chosen-files.ts";
import { FilePicker } from "./FilePicker.tsx";
import { LeaveDialog } from "./LeaveDialog.tsx";
import { TypeChooser } from "./TypeChooser.tsx";
import { UploadProgress } from "./UploadProgress.tsx";
import { Cancelled, type Parcel, useAdd } from "./useAdd.ts";

export default function AddDocument() {
  const me = useMe();
  const navigate = useNavigate();
  const profession = useQuery(profileQuery).data?.profession ?? null;
  const maxBytes = useQuery(serviceQuery).data?.maxFileBytes ?? 26_214_400;
  const [files, setFiles] = useState<ChosenFile[]>([]);
  const wanted = useSearch({ strict: false }).type;
  const [type, setType] = useState(wanted !== undefined && documentType(wanted) ? wanted : undefined);
  const [each, setEach] = useState(false);
  const [asks, setAsks] = useState<ConsentKind>();
  const { adding, leaving, add, cancel } = useAdd();
  const many = files.length > 1 && each;
  const chosen = type === undefined ? undefined : documentType(type);

  const send = async () => {
    const kept: Document[] = [];
    const parcels: Parcel[] = many
      ? files.map((file) => ({ path: "/api/documents", type: otherType.id, files: [file] }))
      : [{ path: "/api/documents", type: type ?? otherType.id, files }];
    await add(parcels, (document, parcel) => {
      kept.push(document);
      setFiles((left) => left.filter((file) => !parcel.files.includes(file)));
    });
    const [only] = kept;
    if (only && kept.length === 1)
      await navigate({ to: "/documents/$id", params: { id: only.id }, search: { added: true } });
    else {
      const flash = `Saved, and private to you: ${count(kept.length, "document")}. Say what each one is.`;
      await navigate({ to: "/documents", search: { show: "unfinished" }, state: { flash } });
    }
  };

  const form = useSubmit(async () => {
    const faults = faultsOf(files, type === "cv", maxBytes).map((message) => ({ field: "file", message }));
    if (files.length === 0) faults.push({ field: "file", message: "Choose a file or take a photo" });
    if (!many && !chosen) faults.push({ field: "type", message: "Say what it is, or choose “I will say later”" });
    if (faults.length > 0) throw new FieldErrors(faults);
    const needed = chosen && !many ? consentNeeded(chosen) : null;
    if (needed && !me.consents[needed === "health" ? "health" : "criminalRecord"]) return setAsks(needed);
    try {
      await send();
    } catch (error) {
      if (error instanceof Cancelled)
        throw new FieldErrors([{ field: "", message: "Cancelled. What was not finished is not kept" }]);
      if (isProblem(error, "consent-needed") && needed) setAsks(needed);
      else throw error;
    }
  });

  if (asks) {
    return (
      <div className="add-document">
        <PageHead title="Add a document" key="consent" />
        <ConsentStep
          kind={asks}
          onDone={() => {
            setAsks(undefined);
            send().catch(form.fail);
          }}
        />
      </div>
    );
  }
  return (
    <div className="add-document">
      <PageHead title="Add a document" back={<BackLink to="/documents">Documents</BackLink>} />
      <form className="stack loose" {...form.form}>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        <FilePicker
          files={files}
          onChange={setFiles}
          isCv={type === "cv"}
          maxBytes={maxBytes}
          error={form.errorOf("file")}
        />
        {files.length > 1 ? (
          <Choice
            name="each"
            label="What are these files?"
            value={each ? "each" : "one"}
            onChoose={(value) => setEach(value === "each")}
            options={[
              { value: "one", label: "One document, its pages in this order" },
              { value: "each", label: "A document each", hint: "You say what each one is afterwards" },
            ]}
          />
        ) : null}
        {many ? null : (
          <TypeChooser value={type} onChange={setType} profession={profession} error={form.errorOf("type")} />
        )}
        {adding ? (
          <UploadProgress adding={adding} onCancel={cancel} />
        ) : (
          <div className="stack tight">
            <div className="actions">
              <Button type="submit">{many ? `Add ${count(files.length, "document")}` : "Add this document"}</Button>
            </div>
            <Grants />
          </div>
        )}
      </form>
      <LeaveDialog leaving={leaving} />
    </div>
  );
}

/** What adding a paper lets us do (promise P12), where it is done. */
export function Grants() {
  return (
    <p className="small quiet">
      Adding a paper lets us store it, picture it and copy it to those you choose, and nothing else. Our team get a note
      that something arrived, and what kind. They cannot open it.
    </p>
  );
}
