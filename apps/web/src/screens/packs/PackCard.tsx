import { useMutation } from "@tanstack/react-query";
import { Download, PackageX } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { remove } from "../../api/client.ts";
import { isBeingMade, packsQuery } from "../../api/pack-queries.ts";
import { wordsOf } from "../../api/problem.ts";
import { queryClient } from "../../api/queries.ts";
import type { Pack } from "../../api/types.ts";
import { Button, ButtonAnchor } from "../../design/Button.tsx";
import { Dialog } from "../../design/Dialog.tsx";
import { momentInWords } from "../../design/day.ts";
import { Progress } from "../../design/Progress.tsx";
import { Notice } from "../../design/surface.tsx";
import { count, size } from "../../design/words.ts";
import { announce } from "../../shell/announce.ts";
import { makingInWords, pagesInWords, sizeInWords, standInWords, yoursToSend } from "./pack-words.ts";

/** One pack: how far it is, or its two files for a day, or how it ended. */
export function PackCard({ pack }: { pack: Pack }) {
  const { id, state, documents, pages, askedAt } = pack;
  const [asking, setAsking] = useState(false);
  const title = `Pack for ${pack.for}`;
  useAnnounced(pack, title);
  const ending = useMutation({
    mutationFn: () => remove<Pack>(`/api/packs/${id}`),
    onSuccess: async (ended) => {
      setAsking(false);
      await queryClient.invalidateQueries({ queryKey: packsQuery.queryKey });
      void queryClient.invalidateQueries({ queryKey: ["timeline"] });
      announce(`${title}: ${standInWords(ended)}`);
    },
  });
  const trouble = ending.error ? wordsOf(ending.error) : undefined;
  return (
    <article className="card pack">
      <h3 dir="auto">{title}</h3>
      <p className="small quiet">
        {count(documents, "paper")}
        {pages === null ? "" : `, ${count(pages, "page")}`}. {sizeInWords(pack)}. Asked for on {momentInWords(askedAt)}.
      </p>
      {isBeingMade(pack) ? (
        <Progress label={`${title}: being made`} part={partOf(pack)} says={makingInWords(pack)}>
          <Button look="calm" icon={PackageX} busy={ending.isPending && "Cancelling"} onClick={() => ending.mutate()}>
            Cancel<span className="unseen">: {title}</span>
          </Button>
        </Progress>
      ) : (
        <p>{standInWords(pack)}</p>
      )}
      {state === "ready" ? <Files pack={pack} onDelete={() => setAsking(true)} /> : null}
      {trouble ? (
        <Notice look="problem" title={trouble.title} live>
          <p>{trouble.detail}</p>
        </Notice>
      ) : null}
      {asking ? (
        <Dialog title="Destroy this pack here?" onClose={() => setAsking(false)}>
          <p>
            Its two files are destroyed here at once. What you downloaded or sent stays where it is, and your papers
            stay as they are. You can make the pack again.
          </p>
          <div className="actions">
            <Button look="danger" busy={ending.isPending && "Destroying it"} onClick={() => ending.mutate()}>
              Destroy it here
            </Button>
            <Button look="calm" onClick={() => setAsking(false)}>
              Keep it until its day is over
            </Button>
          </div>
        </Dialog>
      ) : null}
    </article>
  );
}

const partOf = ({ state, progress: { done, total } }: Pack) =>
  state === "waiting" || total === 0 ? undefined : Math.min(1, done / total);

/** People who listen are told when it is there, or is not to be. */
function useAnnounced(pack: Pack, title: string) {
  const before = useRef(pack.state);
  useEffect(() => {
    const was = before.current;
    before.current = pack.state;
    const making = was === "waiting" || was === "making";
    if (making && (pack.state === "ready" || pack.state === "failed")) announce(`${title}: ${standInWords(pack)}`);
  }, [pack, title]);
}

function Files({ pack, onDelete }: { pack: Pack; onDelete: () => void }) {
  const { id, pdfBytes, zipBytes, coarserPages, missingPages } = pack;
  const base = `/api/packs/${id}/pack`;
  const of = <span className="unseen"> of the pack for {pack.for}</span>;
  return (
    <>
      {coarserPages.length > 0 ? (
        <p className="small">
          Made coarser to fit an e-mail: {coarserPages.length === 1 ? "page" : "pages"} {pagesInWords(coarserPages)} of
          the PDF.
        </p>
      ) : null}
      {missingPages.length > 0 ? (
        <Notice look="soon" title="Some pages could not be put in">
          <ul>
            {missingPages.map((words) => (
              <li key={words} dir="auto">
                {words}.
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <p className="yours">{yoursToSend}</p>
      <div className="actions">
        <ButtonAnchor href={`${base}.pdf`} download look="main" icon={Download}>
          Download the PDF{of}
          {pdfBytes === null ? "" : `, ${size(pdfBytes)}`}
        </ButtonAnchor>
        <ButtonAnchor href={`${base}.zip`} download icon={Download}>
          Download the ZIP{of}
          {zipBytes === null ? "" : `, ${size(zipBytes)}`}
        </ButtonAnchor>
        <Button look="bare" onClick={onDelete}>
          Destroy it now{of}
        </Button>
      </div>
    </>
  );
}
