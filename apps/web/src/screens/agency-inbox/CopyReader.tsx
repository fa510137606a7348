import { ChevronLeft, ChevronRight } from "lucide-react";
import { useState } from "react";
import { Button } from "../../design/Button.tsx";
import { Dialog } from "../../design/Dialog.tsx";
import { Notice } from "../../design/surface.tsx";
import type { ReceivedCopy } from "./received-words.ts";
import "../documents/one-document.css";

/** As many pictures as are ever made of one paper. */
const mostPictures = 200;

interface Props {
  transferId: string;
  copy: ReceivedCopy;
  onClose: () => void;
}

/** One page at a time, large. Each is fetched when it is looked at and not before: a fetch is an opening. */
export function CopyReader({ transferId, copy, onClose }: Props) {
  const [page, setPage] = useState(1);
  const [failed, setFailed] = useState<number>();
  const [shown, setShown] = useState<number>();
  const pages = Math.min(Math.max(copy.pages ?? 1, 1), mostPictures);
  const src = `/api/agency/transfers/${transferId}/copies/${copy.id}/pages/${page}.webp?width=1600`;
  return (
    <Dialog title={pages > 1 ? `${copy.title}, page ${page} of ${pages}` : copy.title} onClose={onClose} wide>
      {failed === page ? (
        <Notice look="problem" title="This page cannot be opened now" live>
          <p>
            The sender may have stopped access, its last day may have passed, or there is no picture of this page. Close
            this, and look at the transfer again.
          </p>
        </Notice>
      ) : (
        // A long page scrolls inside: by keyboard too.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable
        <section className="reader" tabIndex={0} aria-label="The page" aria-busy={shown !== page}>
          <img
            key={src}
            src={src}
            alt={`Page ${page} of ${copy.title}`}
            onLoad={() => setShown(page)}
            onError={() => setFailed(page)}
          />
        </section>
      )}
      <div className="row between">
        <div className="row">
          {page > 1 ? (
            <Button look="calm" icon={ChevronLeft} onClick={() => setPage(page - 1)}>
              Page before
            </Button>
          ) : null}
          {page < pages ? (
            <Button look="calm" icon={ChevronRight} onClick={() => setPage(page + 1)}>
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
