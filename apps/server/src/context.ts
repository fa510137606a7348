import { londonDay } from "@locum-passport/compliance";
import { refuse } from "./failure.ts";
import type { Database, Tx } from "./platform/postgres/database.ts";
import type { Ports } from "./ports.ts";

/** Who asks. Built once at the edge (or by a job, or by the command line); never from anything a request claims. */
export interface Actor {
  kind: "nobody" | "locum" | "agency" | "staff" | "service" | "operator";
  /** The person's id, which is their account's id too. */
  personId: string | null;
  /** The agency the person acts for; null unless they are a member of one. */
  agency: { id: string; role: "owner" | "member" } | null;
  staffRole: string | null;
  /** True once this person has a second factor and used it (or a passkey) for this session. */
  secondFactor: boolean;
  sessionId: string | null;
}

/** What an action is given beside its input. */
export interface Context {
  readonly actor: Actor;
  readonly ports: Ports;
  readonly client: { address: string; userAgent: string };
  readonly signal: AbortSignal;
  /**
   * Told by the append of an entry, in the transaction of the act: whoever repeats this request learns that it was done.
   * Rejects, and so undoes the act, where this request is no longer the one to do it.
   */
  readonly acted: (tx: Tx) => Promise<void>;
  now(): Date;
  /** 26 lower-case Crockford base32 characters, time-ordered. */
  newId(): string;
  /** One transaction under the actor's row-level security. */
  transaction<T>(run: (tx: Tx) => Promise<T>): Promise<T>;
  /** One transaction with the house's rights: for errands that cross accounts. The log still names the actor. */
  house<T>(run: (tx: Tx) => Promise<T>): Promise<T>;
}

export const nobody: Actor = {
  kind: "nobody",
  personId: null,
  agency: null,
  staffRole: null,
  secondFactor: false,
  sessionId: null,
};
export const serviceActor: Actor = { ...nobody, kind: "service", secondFactor: true };
export const operatorActor: Actor = { ...nobody, kind: "operator", secondFactor: true };

interface ContextParts {
  actor: Actor;
  ports: Ports;
  client?: Context["client"];
  signal?: AbortSignal;
}

/** The account of whoever asks, which is their person's id; the edge has made sure that there is one. */
export const own = (ctx: Context): string => ctx.actor.personId ?? refuse("not-signed-in");

/** Today, a civil date in Europe/London. */
export const todayOf = (ctx: Context): string => londonDay(ctx.now().getTime());

const unasked = async () => undefined;
const endless = new AbortController().signal;

export function createContext({ actor, ports, client, signal }: ContextParts): Context {
  const rights = {
    accountId: actor.personId,
    kind: actor.kind,
    personId: actor.personId,
    agencyId: actor.agency?.id ?? null,
  };
  const house = { accountId: null, kind: "service" as const, personId: null, agencyId: null };
  const database: Database = ports.database;
  return {
    actor,
    ports,
    client: client ?? { address: "", userAgent: "" },
    signal: signal ?? endless,
    acted: unasked,
    now: ports.now,
    newId: ports.newId,
    transaction: (run) => database.transaction(rights, run),
    house: (run) => database.transaction(house, run),
  };
}
