import type { DocumentDetail, DocumentVersion } from "../../api/types.ts";
import { momentInWords } from "../../design/day.ts";
import { count, size } from "../../design/words.ts";

/** Every version kept, newest first, with the exact files as they came. */
export function Versions({ paper }: { paper: DocumentDetail }) {
  const versions = paper.versions.toSorted((one, two) => two.number - one.number);
  return (
    <section className="stack tight" aria-labelledby="versions">
      <h2 id="versions">{versions.length === 1 ? "Your file" : "Versions"}</h2>
      <ul className="plain-list">
        {versions.map((version) => (
          <VersionLine key={version.number} paper={paper} version={version} />
        ))}
      </ul>
    </section>
  );
}

function VersionLine({ paper, version }: { paper: DocumentDetail; version: DocumentVersion }) {
  const current = version.number === paper.currentVersion;
  const pages = version.pages === null ? "" : `${count(version.pages, "page")}, `;
  const base = `/api/documents/${paper.id}/versions/${version.number}`;
  return (
    <li>
      <p>
        {paper.versions.length > 1 ? (
          <strong>{current ? "Current version" : `Past version ${version.number}`}. </strong>
        ) : null}
        Added {momentInWords(version.addedAt)}, {pages}
        {size(version.bytes)}
      </p>
      <ul className="file-list small">
        {version.files.map((file) => (
          <li key={file.n}>
            <a href={`${base}/files/${file.n}/content`} download>
              Download <bdi>{file.fileName}</bdi>
            </a>{" "}
            <span className="quiet">
              {size(file.bytes)}, exactly as it came. SHA-256{" "}
              <code title={file.sha256}>{file.sha256.slice(0, 16)}…</code>
            </span>
          </li>
        ))}
      </ul>
    </li>
  );
}
