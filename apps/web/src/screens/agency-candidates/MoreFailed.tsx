import { wordsOf } from "../../api/problem.ts";
import { Button } from "../../design/Button.tsx";
import { Notice } from "../../design/surface.tsx";

/** A later page that did not come: what is shown stays, and is said not to be all. */
export function MoreFailed({ error, onAgain }: { error: unknown; onAgain: () => void }) {
  return (
    <Notice look="problem" title="This is not everybody" live>
      <p>{wordsOf(error).title}. The rest did not come.</p>
      <div className="actions">
        <Button look="calm" onClick={onAgain}>
          Try again
        </Button>
      </div>
    </Notice>
  );
}
