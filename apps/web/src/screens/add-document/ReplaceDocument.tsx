import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { documentQuery, serviceQuery } from "../../api/queries.ts";
import { AsyncView } from "../../design/AsyncView.tsx";
import { Button } from "../../design/Button.tsx";
import { ErrorSummary } from "../../design/ErrorSummary.tsx";
import { Skeleton } from "../../design/surface.tsx";
import { FieldErrors, useSubmit } from "../../design/useSubmit.ts";
import { announce } from "../../shell/announce.ts";
import { BackLink } from "../../shell/BackLink.tsx";
import { PageHead } from "../../shell/PageHead.tsx";
import { Grants } from "./AddDocument.tsx";
import { type ChosenFile, faultsOf } from "./chosen-files.ts";
import { FilePicker } from "./FilePicker.tsx";
import { LeaveDialog } from "./LeaveDialog.tsx";
import { UploadProgress } from "./UploadProgress.tsx";
import { Cancelled, useAdd } from "./useAdd.ts";

/** A new version in place of the current one. The old one is kept, and copies that were sent stay as they are. */
export default function ReplaceDocument() {
  const { id = "" } = useParams({ strict: false });
  const document = useQuery(documentQuery(id));
  const maxBytes = useQuery(serviceQuery).data?.maxFileBytes ?? 26_214_400;
  const navigate = useNavigate();
  const [files, setFiles] = useState<ChosenFile[]>([]);
  const { adding, leaving, add, cancel } = useAdd();
  const form = useSubmit(async () => {
    const faults = faultsOf(files, document.data?.type === "cv", maxBytes).map((message) => ({
      field: "file",
      message,
    }));
    if (files.length === 0) faults.push({ field: "file", message: "Choose a file or take a photo" });
    if (faults.length > 0) throw new FieldErrors(faults);
    try {
      await add([{ path: `/api/documents/${id}/versions`, files }], () => announce("Replaced. The old one is kept."));
    } catch (error) {
      if (error instanceof Cancelled)
        throw new FieldErrors([{ field: "", message: "Cancelled. The current version stays" }]);
      throw error;
    }
    await navigate({ to: "/documents/$id", params: { id }, search: { added: true } });
  });
  return (
    <div className="add-document">
      <PageHead
        title="Add the new one"
        lead="It takes the place of the current version. The old one is kept as a past version, and copies you sent stay as they are."
        back={
          <BackLink to="/documents/$id" params={{ id }}>
            {document.data?.title ?? "Document"}
          </BackLink>
        }
      />
      <AsyncView query={document} waiting={<Skeleton height="8rem" />}>
        {(paper) => (
          <form className="stack loose" {...form.form}>
            <ErrorSummary errors={form.errors} attempt={form.attempt} />
            <FilePicker
              files={files}
              onChange={setFiles}
              isCv={paper.type === "cv"}
              maxBytes={maxBytes}
              error={form.errorOf("file")}
            />
            {adding ? (
              <UploadProgress adding={adding} onCancel={cancel} />
            ) : (
              <div className="stack tight">
                <div className="actions">
                  <Button type="submit">Replace {paper.title}</Button>
                </div>
                <Grants />
              </div>
            )}
          </form>
        )}
      </AsyncView>
      <LeaveDialog leaving={leaving} />
    </div>
  );
}
