import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { remove } from "../../api/client.ts";
import { wordsOf } from "../../api/problem.ts";
import { documentsQuery, meQuery, queryClient } from "../../api/queries.ts";
import type { Me } from "../../api/types.ts";
import { Button } from "../../design/Button.tsx";
import { Dialog } from "../../design/Dialog.tsx";
import { dayInWords, dayOf } from "../../design/day.ts";
import { Fact, Facts, Notice } from "../../design/surface.tsx";
import { count } from "../../design/words.ts";
import { announce } from "../../shell/announce.ts";

const kinds = [
  { kind: "health", key: "health", words: "Health papers" },
  { kind: "criminal-record", key: "criminalRecord", words: "Criminal-record papers" },
] as const;
type Kind = (typeof kinds)[number]["kind"];

/** The two yeses of their own, and the way to take each back. */
export function Consents({ me }: { me: Me }) {
  const [taking, setTaking] = useState<Kind>();
  return (
    <section className="card" aria-labelledby="consents">
      <h2 id="consents">What you said yes to keeping here</h2>
      <Facts>
        {kinds.map(({ kind, key, words }) => {
          const given = me.consents[key];
          return (
            <Fact
              key={kind}
              label={words}
              act={
                given ? (
                  <Button look="bare" onClick={() => setTaking(kind)}>
                    Take it back<span className="unseen">: {words.toLowerCase()}</span>
                  </Button>
                ) : undefined
              }
            >
              {given ? `Yes, on ${dayInWords(dayOf(given.at))}` : "Not asked yet. We ask when you add the first one"}
            </Fact>
          );
        })}
      </Facts>
      {taking ? <TakeBack kind={taking} onClose={() => setTaking(undefined)} /> : null}
    </section>
  );
}

function TakeBack({ kind, onClose }: { kind: Kind; onClose: () => void }) {
  const papers = useQuery(documentsQuery).data?.filter(({ sensitivity }) => sensitivity === kind);
  const words = kind === "health" ? "health papers" : "criminal-record papers";
  const deletion = useMutation({
    mutationFn: () => remove(`/api/me/consents/${kind}`),
    onSuccess: async () => {
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: meQuery.queryKey }),
        queryClient.invalidateQueries({ queryKey: documentsQuery.queryKey }),
      ]);
      announce(`Taken back. Your ${words} here are deleted.`);
      onClose();
    },
  });
  return (
    <Dialog title={`Take back your yes to keeping ${words}?`} onClose={onClose}>
      {papers && papers.length > 0 ? (
        <>
          <p>We then delete {count(papers.length, "paper")} here, with every version, at once:</p>
          <ul>
            {papers.map(({ id, title }) => (
              <li key={id} dir="auto">
                {title}
              </li>
            ))}
          </ul>
          <p>Copies you sent to agencies are not deleted by this. To end what they can open, stop those transfers.</p>
        </>
      ) : (
        <p>You keep none here now. We ask again when you add the next one.</p>
      )}
      {deletion.error ? (
        <Notice look="problem" title={wordsOf(deletion.error).title} live>
          {wordsOf(deletion.error).detail}
        </Notice>
      ) : null}
      <div className="actions">
        <Button look="danger" busy={deletion.isPending && "Taking it back"} onClick={() => deletion.mutate()}>
          {papers && papers.length > 0 ? `Take it back and delete ${count(papers.length, "paper")}` : "Take it back"}
        </Button>
        <Button look="calm" onClick={onClose}>
          Leave it as it is
        </Button>
      </div>
    </Dialog>
  );
}
