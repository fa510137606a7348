import { Download, ReceiptText } from "lucide-react";
import type { Transfer } from "../../api/types.ts";
import { ButtonAnchor } from "../../design/Button.tsx";
import { momentInWords } from "../../design/day.ts";
import { Stamp } from "../../design/Stamp.tsx";
import { receiptNames } from "./transfer-words.ts";

/** The signed receipts of a transfer: to read and print, and the signed file that anyone can check. */
export function Receipts({ receipts, base }: { receipts: Transfer["receipts"]; base: string }) {
  if (receipts.length === 0) return null;
  return (
    <section className="stack tight" aria-labelledby="receipts">
      <h2 id="receipts">{receipts.length === 1 ? "Receipt" : "Receipts"}</h2>
      <p className="quiet">
        Signed, with the fingerprint of each file and the exact words agreed to. Both sides hold the same.
      </p>
      <ul className="plain-list">
        {receipts.map(({ id, kind, at }) => (
          <li key={id} className="receipt-row">
            <div>
              <p>{receiptNames[kind]}</p>
              <p className="small quiet">{momentInWords(at)}</p>
            </div>
            <Stamp word="Signed" at={at} />
            <div className="actions">
              <ButtonAnchor href={`${base}/${id}?format=html`} target="_blank" rel="noopener" icon={ReceiptText}>
                Read or print<span className="unseen"> {receiptNames[kind]} (opens a new tab)</span>
              </ButtonAnchor>
              <ButtonAnchor look="bare" href={`${base}/${id}`} icon={Download} download={`receipt-${id}.jws`}>
                Download<span className="unseen"> {receiptNames[kind]}</span>
              </ButtonAnchor>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
