import { Link } from "@tanstack/react-router";
import type { DocumentDetail, DocumentHolder } from "../../api/types.ts";
import { dayInWords, dayOf, momentInWords } from "../../design/day.ts";
import { Tag } from "../../design/surface.tsx";

/** Who has a copy: what left the owner's hands, with the recipient's name and its end. */
export function Holders({ paper }: { paper: DocumentDetail }) {
  return (
    <section className="stack tight" aria-labelledby="holders">
      <h2 id="holders">Who has this</h2>
      {paper.holders.length === 0 ? (
        <p className="quiet">Only you can see it. No copy has left your passport.</p>
      ) : (
        <ul className="plain-list">
          {paper.holders.map((holder) => (
            <HolderLine key={`${holder.transferId} ${holder.version}`} holder={holder} current={paper.currentVersion} />
          ))}
        </ul>
      )}
    </section>
  );
}

function HolderLine({ holder, current }: { holder: DocumentHolder; current: number }) {
  const { agency, state, version } = holder;
  return (
    <li>
      <p className="row">
        <Link to="/transfers/$id" params={{ id: holder.transferId }}>
          <bdi>{agency.name}</bdi>
        </Link>
        {state === "active" ? (
          <Tag look="fact">Can open a copy until {dayInWords(holder.endsOn)}</Tag>
        ) : (
          <span>{stateWords[state]}</span>
        )}
      </p>
      <p className="small quiet">
        Sent {dayInWords(dayOf(holder.sentAt))}
        {version === current ? "" : ", an older version"}. {seen(holder)}
      </p>
    </li>
  );
}

const stateWords = { active: "", stopped: "You stopped its access", ended: "Its access has ended" } as const;

function seen({ openedAt, downloadedAt }: DocumentHolder): string {
  if (downloadedAt) return `Downloaded ${momentInWords(downloadedAt)}: that file stays with the agency.`;
  if (openedAt) return `First opened ${momentInWords(openedAt)}, not downloaded.`;
  return "Not opened.";
}
