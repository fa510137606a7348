import { londonDay } from "@locum-passport/compliance";
import type { DatabaseActor, Tx } from "../../platform/postgres/database.ts";
import type { Ports } from "../../ports.ts";
import { stillReadable, stillStanding } from "./permissions.store.ts";

/** A stream of plaintext on its way out, and what it hangs on. */
export interface RunningOpening {
  watched:
    | { kind: "standing"; accountId: string; permissionId: string }
    | { kind: "copy"; copyId: string; personId: string };
  cut(reason: Error): void;
}

/** Ends a stream in the middle: the client sees a broken transfer, not a short success. */
export class OpeningEnded extends Error {
  override readonly name = "OpeningEnded";
}

/** Sent in the transaction that ends permissions, suspends an agency or removes a member: `pg_notify('permission_ended', …)`. */
export const ENDED_CHANNEL = "permission_ended";
const LOOK_EVERY_MS = 500;
/** Without an answer from the database for this long, nobody can say that a permission still lives. */
const BLIND_LIMIT_MS = 3_000;

const house: DatabaseActor = { accountId: null, kind: "service", personId: null, agencyId: null };

/** Looks again at what runs, at least each second and as soon as a permission ends, and cuts what may run no longer. */
export class RunningOpenings {
  private readonly running = new Set<RunningOpening>();
  private readonly ports: Ports;
  private timer: NodeJS.Timeout | undefined;
  private listens = false;
  private looking = false;
  private lookAgain = false;
  private sawAt = 0;

  constructor(ports: Ports) {
    this.ports = ports;
  }

  /** Watches a stream until the returned function is called. */
  add(opening: RunningOpening): () => void {
    if (this.running.size === 0) this.wake();
    this.running.add(opening);
    return () => {
      this.running.delete(opening);
      if (this.running.size === 0) this.sleep();
    };
  }

  private wake(): void {
    this.sawAt = performance.now();
    this.timer = setInterval(() => this.look(), LOOK_EVERY_MS);
    this.timer.unref();
    // Kept once made: a stop in another process reaches this one at once. If it cannot be made, the timer still looks.
    if (this.listens) return;
    this.listens = true;
    this.ports.database
      .listen(ENDED_CHANNEL, () => this.look())
      .catch((error: unknown) => {
        this.listens = false;
        this.ports.log.warn({ error }, "Stops are seen by looking each second only");
      });
  }

  private sleep(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  private look(): void {
    if (this.running.size === 0) return;
    if (this.looking) {
      this.lookAgain = true;
      return;
    }
    this.looking = true;
    this.lookAtAll()
      .catch((error: unknown) => this.blind(error))
      .finally(() => {
        this.looking = false;
        if (!this.lookAgain) return;
        this.lookAgain = false;
        this.look();
      });
  }

  private async lookAtAll(): Promise<void> {
    const openings = [...this.running];
    const isLive = await this.ports.database.transaction(house, (tx) =>
      liveOf(tx, openings, londonDay(this.ports.now().getTime())),
    );
    this.sawAt = performance.now();
    for (const opening of openings) {
      if (!isLive(opening)) opening.cut(new OpeningEnded("The permission to see this has ended."));
    }
  }

  private blind(error: unknown): void {
    if (performance.now() - this.sawAt < BLIND_LIMIT_MS) return;
    this.ports.log.warn(
      { error },
      "Running openings were cut: the database does not say whether they are still allowed",
    );
    for (const opening of this.running)
      opening.cut(new OpeningEnded("It cannot be told whether this may still be seen."));
  }
}

async function liveOf(
  tx: Tx,
  openings: readonly RunningOpening[],
  today: string,
): Promise<(opening: RunningOpening) => boolean> {
  const watched = openings.map((opening) => opening.watched);
  const copies = watched.filter((one) => one.kind === "copy");
  const standing = watched.filter((one) => one.kind === "standing");
  const readable = copies.length === 0 ? new Set<string>() : await stillReadable(tx, today, copies);
  const stands = await stillStanding(
    tx,
    standing.map((one) => ({ accountId: one.accountId, id: one.permissionId })),
  );
  return ({ watched: one }) =>
    one.kind === "copy"
      ? readable.has(`${one.copyId} ${one.personId}`)
      : stands.has(`${one.accountId} ${one.permissionId}`);
}

const ofPorts = new WeakMap<Ports["database"], RunningOpenings>();

/** One watch a database connection: the streams of this process. */
export function runningOpenings(ports: Ports): RunningOpenings {
  const known = ofPorts.get(ports.database);
  if (known) return known;
  const made = new RunningOpenings(ports);
  ofPorts.set(ports.database, made);
  return made;
}
