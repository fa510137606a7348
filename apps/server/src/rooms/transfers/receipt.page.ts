import { type ReceiptPayload, readUnverifiedReceipt } from "@locum-passport/audit-log";
import { longDay } from "../audit/index.ts";
import { purposeWords } from "./transfers.model.ts";

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
/** Everything shown was typed by somebody. */
const text = (value: unknown): string =>
  typeof value === "string" || typeof value === "number"
    ? String(value).replace(/[&<>"']/g, (character) => escapes[character] ?? "")
    : "";

const kinds: Readonly<Record<string, string>> = {
  sent: "Copies sent",
  extended: "Access extended",
  "copies-added": "Copies added",
};
const instant = (value: unknown): string =>
  typeof value === "string"
    ? new Date(value).toLocaleString("en-GB", { timeZone: "Europe/London", dateStyle: "long", timeStyle: "short" })
    : "";
const day = (value: unknown): string => (typeof value === "string" ? longDay(value) : "");
const row = (name: string, value: string): string => (value === "" ? "" : `<dt>${name}</dt><dd>${value}</dd>`);

/** A receipt as a page of its own that prints well: no script, no style inside, every value escaped. */
export function receiptPage(jws: string): string {
  // Ours, and shown as it is; whoever doubts it checks the file itself.
  const receipt = readUnverifiedReceipt(jws);
  const title = `${kinds[String(receipt.kind)] ?? "Receipt"}: ${text(receipt.to.name)}`;
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Receipt, ${title}</title>
<link rel="icon" href="/mark.svg" type="image/svg+xml">
<link rel="stylesheet" href="/receipt.css">
</head>
<body>
<main>
<header>
<p>Locum Passport</p>
<h1>Receipt</h1>
<p>${title}</p>
</header>
<dl>${facts(receipt)}</dl>
<h2>What was sent</h2>
<p>These are copies. The originals stay with the sender. Nobody says here that a paper is genuine.</p>
<table>
<thead><tr><th scope="col">Paper</th><th scope="col">Access until</th><th scope="col">Files, with the SHA-256 of each</th></tr></thead>
<tbody>${receipt.documents.map(document).join("")}</tbody>
</table>
<h2>The words agreed to</h2>
${receipt.words.map((words, index) => (index === 0 ? notice(words) : `<p class="tick">${text(words)}</p>`)).join("\n")}
<footer>
<p>Receipt ${text(receipt.id)} of transfer ${text(receipt.transferId)}. The signed file (receipt.jws) holds the same and the proof that it
stands in the log; it can be checked without the service: npm run verify -- receipt.jws</p>
</footer>
</main>
</body>
</html>
`;
}

function facts(receipt: ReceiptPayload): string {
  const { from, to } = receipt;
  const purpose = purposeWords[receipt.purpose as keyof typeof purposeWords] ?? text(receipt.purpose);
  return [
    row("From", `${text(from.name)}${numbered("registration number", from.registrationNumber)}`),
    row("To", `${text(to.name)}${numbered("company number", to.companyNumber)}`),
    row("Sent", instant(receipt.sentAt)),
    row("Agreed", instant(receipt.agreedAt)),
    row("Access until", day(receipt.endsOn)),
    row("Purpose", [purpose, text(receipt.purposeText)].filter(Boolean).join(": ")),
    row("Note", text(receipt.note)),
    row("May download", receipt.mayDownload === true ? "Yes" : "No, page pictures only"),
    row("May show on", receipt.onward === "none" ? "No" : "To hospitals where it offers work, and to its auditors"),
  ].join("");
}

const numbered = (name: string, value: unknown): string => (text(value) === "" ? "" : `, ${name} ${text(value)}`);

function document(paper: ReceiptPayload["documents"][number]): string {
  const typed = Array.isArray(paper.typedDetails) ? paper.typedDetails.map(text).filter(Boolean) : [];
  const about = [
    text(paper.typeName) === text(paper.title) ? "" : text(paper.typeName),
    paper.placeRemoved === true ? "place removed" : "",
    typed.length > 0 ? `typed by the sender: ${typed.join(", ")}` : "",
  ].filter(Boolean);
  const files = paper.files.map(
    (file) => `<li>${text(file.mediaType)}, ${text(file.bytes)} bytes<br><code>${text(file.sha256)}</code></li>`,
  );
  return `<tr><td><strong>${text(paper.title)}</strong>${about.map((line) => `<br>${line}`).join("")}</td><td>${day(paper.endsOn)}</td><td><ol>${files.join("")}</ol></td></tr>`;
}

/** The notice is plain text with headings, lists and paragraphs set apart by empty lines. */
function notice(words: string): string {
  const blocks = words.split(/\n\n+/).map((block) => {
    if (block.startsWith("## ")) return `<h3>${text(block.slice(3))}</h3>`;
    if (block.startsWith("- ")) {
      const items = block.split("\n").map((line) => `<li>${bold(line.replace(/^- /, ""))}</li>`);
      return `<ul>${items.join("")}</ul>`;
    }
    return `<p>${bold(block)}</p>`;
  });
  return `<section class="notice">${blocks.join("\n")}</section>`;
}

const bold = (line: string): string => text(line).replace(/\*\*(.+?)\*\*/g, "<strong>$1</strong>");
