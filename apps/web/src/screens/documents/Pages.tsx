import { ChevronLeft, ChevronRight } from "lucide-react";
import { useState } from "react";
import type { DocumentDetail, DocumentVersion } from "../../api/types.ts";
import { Button } from "../../design/Button.tsx";
import { Dialog } from "../../design/Dialog.tsx";
import { Notice } from "../../design/surface.tsx";
import { noPictureReason, pagePicture } from "./pictures.ts";

const firstFew = 8;

/** Safe pictures of the pages: small ones to find a page, a large one to read it. */
export function Pages({ paper, version }: { paper: DocumentDetail; version: DocumentVersion }) {
  const [reading, setReading] = useState<number>();
  const [all, setAll] = useState(false);
  const count = version.pictureCount;
  if (version.pictures === "pending") {
    return (
      <div className="pages" role="status">
        <span className="page waiting-space" />
        <p className="quiet">Pictures of the pages are being made. They come here by themselves.</p>
      </div>
    );
  }
  if (version.pictures === "none" || count === 0) return <Notice>{noPictureReason(version)}</Notice>;
  const shown = all ? count : Math.min(count, firstFew);
  return (
    <div className="stack">
      <ol className="pages">
        {Array.from({ length: shown }, (_, at) => at + 1).map((page) => (
          <li key={page}>
            <button type="button" className="page" onClick={() => setReading(page)}>
              <img src={pagePicture(paper.id, version.number, page, 640)} alt="" loading="lazy" decoding="async" />
              <span className="unseen">Read page {page}</span>
            </button>
            {count > 1 ? <span className="small quiet">Page {page}</span> : null}
          </li>
        ))}
      </ol>
      {shown < count ? (
        <div className="actions">
          <Button look="calm" onClick={() => setAll(true)}>
            Show all {count} pages
          </Button>
        </div>
      ) : null}
      {version.picturesReason ? <p className="small quiet">{noPictureReason(version)}</p> : null}
      {reading === undefined ? null : (
        <Reader
          title={paper.title}
          page={reading}
          count={count}
          src={pagePicture(paper.id, version.number, reading, 1600)}
          onTurn={setReading}
          onClose={() => setReading(undefined)}
        />
      )}
    </div>
  );
}

interface ReaderProps {
  title: string;
  page: number;
  count: number;
  src: string;
  onTurn: (page: number) => void;
  onClose: () => void;
}

/** One page, large, over everything else. */
function Reader({ title, page, count, src, onTurn, onClose }: ReaderProps) {
  const which = count > 1 ? `${title}, page ${page} of ${count}` : title;
  return (
    <Dialog title={which} onClose={onClose} wide>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by keyboard */}
      <section className="reader" tabIndex={0} aria-label={`Page ${page}`}>
        <img key={src} src={src} alt={`Page ${page} of ${title}`} />
      </section>
      <div className="row between">
        <div className="row">
          {page > 1 ? (
            <Button look="calm" icon={ChevronLeft} onClick={() => onTurn(page - 1)}>
              Page before
            </Button>
          ) : null}
          {page < count ? (
            <Button look="calm" icon={ChevronRight} onClick={() => onTurn(page + 1)}>
              Next page
            </Button>
          ) : null}
        </div>
        <Button look="main" onClick={onClose}>
          Close
        </Button>
      </div>
    </Dialog>
  );
}
