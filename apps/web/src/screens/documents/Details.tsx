import { useState } from "react";
import type { DetailField, DocumentDetail, DocumentTypeItem } from "../../api/types.ts";
import { Button } from "../../design/Button.tsx";
import { Fact, Facts, Notice } from "../../design/surface.tsx";
import { DetailsForm } from "../details-form/DetailsForm.tsx";
import { detailInWords } from "./detail-words.ts";
import { PastDetails } from "./PastDetails.tsx";
import { TypeForm } from "./TypeForm.tsx";

/** What its owner typed from the paper, and the way to fill in or change it. */
export function Details({ paper, type }: { paper: DocumentDetail; type: DocumentTypeItem | undefined }) {
  const untyped = paper.type === "other";
  const [changing, setChanging] = useState<"details" | "type" | undefined>(untyped ? "type" : undefined);
  const missing = paper.missingDetails.length > 0;
  return (
    <section className="card stack" aria-labelledby="details">
      <h2 id="details">{untyped ? "Say what it is" : "Details"}</h2>
      {changing === "type" ? (
        <TypeForm paper={paper} {...(untyped ? {} : { onClose: () => setChanging(undefined) })} />
      ) : changing === "details" || (missing && type) ? (
        <DetailsForm
          paper={paper}
          fields={type?.fields ?? []}
          {...(missing ? {} : { onClose: () => setChanging(undefined) })}
        />
      ) : (
        <>
          <Facts>
            <Fact label="What it is">{type?.name ?? paper.type}</Fact>
            {(type?.fields ?? []).map((field) => (
              <FieldFact key={field.id} field={field} value={paper.details[field.id]} />
            ))}
          </Facts>
          {Object.keys(paper.details).length > 0 ? <p className="small quiet">You typed these.</p> : null}
          <div className="actions">
            <Button look="calm" onClick={() => setChanging("details")}>
              Change details
            </Button>
            <Button look="bare" onClick={() => setChanging("type")}>
              It is something else
            </Button>
          </div>
        </>
      )}
      <PastDetails paper={paper} />
      {type && type.commonRejections.length > 0 && missing ? (
        <Notice title="Agencies often send this back for">
          <ul>
            {type.commonRejections.slice(0, 3).map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
    </section>
  );
}

function FieldFact({ field, value }: { field: DetailField; value: unknown }) {
  const words = detailInWords(field, value);
  if (words === undefined) return null;
  return (
    <Fact label={field.label}>
      <bdi>{words}</bdi>
    </Fact>
  );
}
