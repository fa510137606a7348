import { useRouterState } from "@tanstack/react-router";
import { Notice } from "../design/surface.tsx";

declare module "@tanstack/react-router" {
  interface HistoryState {
    /** Said once at the head of the screen one arrives at: what was just done. `navigate({ to, state: { flash: "…" } })` */
    flash?: string;
  }
}

export function Flash() {
  const flash = useRouterState({ select: ({ location }) => location.state.flash });
  return flash ? (
    <div className="notices">
      <Notice look="done" live>
        <p>{flash}</p>
      </Notice>
    </div>
  ) : null;
}
