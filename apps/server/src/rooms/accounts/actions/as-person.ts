import { type Context, createContext, nobody } from "../../../context.ts";

/**
 * The same errand as this person, who has just shown who they are: a right password, a code from their mailbox, a
 * passkey. Row-level security and the log then take them for who they are.
 */
export function asPerson(ctx: Context, personId: string, kind: "locum" | "staff" = "locum"): Context {
  const actor = { ...nobody, kind, personId };
  return createContext({ actor, ports: ctx.ports, client: ctx.client, signal: ctx.signal });
}
