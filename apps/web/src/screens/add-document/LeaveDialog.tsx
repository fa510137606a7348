import { Button } from "../../design/Button.tsx";
import { Dialog } from "../../design/Dialog.tsx";
import type { useAdd } from "./useAdd.ts";

/** Asks before going to another screen while a paper is on its way. */
export function LeaveDialog({ leaving }: { leaving: ReturnType<typeof useAdd>["leaving"] }) {
  if (leaving.status !== "blocked") return null;
  return (
    <Dialog title="Your document is still on its way" onClose={leaving.reset}>
      <p>If you leave this screen now, it is cancelled, and nothing of it is kept.</p>
      <div className="actions">
        <Button onClick={leaving.reset}>Stay until it is saved</Button>
        <Button look="danger" onClick={leaving.proceed}>
          Leave and cancel it
        </Button>
      </div>
    </Dialog>
  );
}
