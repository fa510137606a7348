import { useSyncExternalStore } from "react";
import { Notice } from "../design/surface.tsx";

function watch(onChange: () => void) {
  addEventListener("online", onChange);
  addEventListener("offline", onChange);
  return () => {
    removeEventListener("online", onChange);
    removeEventListener("offline", onChange);
  };
}

/** Says that the line is gone, while it is. */
export function Offline() {
  const online = useSyncExternalStore(watch, () => navigator.onLine);
  return online ? null : (
    <div className="notices">
      <Notice look="soon" title="You have no connection" live>
        <p>What you see is what was loaded before. It goes on by itself when the line is back.</p>
      </Notice>
    </div>
  );
}

/** Loads a screen's file; without a line it waits for one. A file that is gone (a new version was put up) is the router's to mend: it loads the page anew. */
export async function whenOnline<T>(load: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await load();
    } catch (error) {
      if (navigator.onLine) throw error;
      await new Promise((resolve) => addEventListener("online", resolve, { once: true }));
    }
  }
}
