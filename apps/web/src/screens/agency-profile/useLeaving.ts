import { useBlocker } from "@tanstack/react-router";
import type { DraftStore } from "./draft-store.ts";

/** Asks before a screen with unsaved changes is left. Versions may be looked at; signing in again loses nothing. */
export function useLeaving(store: DraftStore) {
  const unsaved = () => store.read() !== undefined;
  return useBlocker({
    shouldBlockFn: ({ current, next }) =>
      unsaved() &&
      next.pathname !== current.pathname &&
      !/^\/(agency\/profile\/versions\/|sign-in)/.test(next.pathname),
    enableBeforeUnload: unsaved,
    withResolver: true,
  });
}
