import { toBase64 } from "../base64.ts";
import { exportFiles } from "../build-export.ts";
import { utf8 } from "../bytes.ts";
import { signCheckpoint } from "../checkpoint.ts";
import { commitment, entryLeafHash } from "../commitment.ts";
import { type Entry, entryBytes } from "../entry.ts";
import { type Label, labelBytes, labelHash } from "../label.ts";
import { type NoteSigner, noteSigner } from "../note.ts";
import { packRecord } from "../pack-record.ts";
import { sha256 } from "../sha256.ts";
import { signSummary } from "../summary.ts";
import { formatVkey } from "../vkey.ts";
import { TilesInMemory } from "./tiles-in-memory.ts";

export interface MadeEntry {
  entry: Uint8Array;
  key: Uint8Array;
  label?: Uint8Array;
  index: number;
}

export interface Act {
  readonly act?: string;
  readonly at?: string;
  readonly label?: Label;
  readonly objectId?: string;
}

export const ORIGIN = "localhost/specimen-log";
const EPOCH = Date.UTC(2026, 10, 23, 9, 0, 0);

/** A log with SPECIMEN chains, everything in it derived from a seed: what a server writes, without the server. */
export class MadeLog {
  readonly signer: NoteSigner;
  readonly tiles = new TilesInMemory();
  readonly chains = new Map<string, MadeEntry[]>();
  private readonly heads = new Map<string, Uint8Array>();
  private readonly seed: string;

  constructor(seed = "specimen", keyName = ORIGIN) {
    this.seed = seed;
    this.signer = noteSigner(sha256(utf8(`${seed} key`)), keyName);
  }

  get vkey(): string {
    return formatVkey(this.signer);
  }

  get head() {
    return { origin: ORIGIN, size: this.tiles.edge.size, root: this.tiles.root };
  }

  /** Writes one entry to the chain and its leaf to the tree. */
  write(uid: string, act: Act = {}): MadeEntry {
    const chain = this.chains.get(uid) ?? [];
    const index = this.tiles.edge.size;
    const label = act.label === undefined ? undefined : labelBytes(act.label);
    const prev = this.heads.get(uid);
    const entry: Entry = {
      v: 1,
      uid,
      seq: chain.length + 1,
      prev: prev === undefined ? "" : toBase64(prev),
      at: act.at ?? new Date(EPOCH + index * 60_000).toISOString(),
      actor: { kind: "person", ref: uid },
      act: act.act ?? "document-added",
      object: { kind: "document", id: act.objectId ?? `doc-${index}`, type: "passport" },
      purpose: "run-the-account",
      result: "done",
      ...(label === undefined ? {} : { label: labelHash(label) }),
    };
    const made = {
      entry: entryBytes(entry),
      key: sha256(utf8(`${this.seed} ${uid} ${entry.seq}`)),
      index,
      ...(label === undefined ? {} : { label }),
    };
    const committed = commitment(made.key, made.entry);
    this.tiles.append([entryLeafHash(committed)]);
    this.heads.set(uid, committed);
    this.chains.set(uid, [...chain, made]);
    return made;
  }

  /** Leaves of other people, of which nobody here knows more than a hash. */
  fill(count: number): void {
    const from = this.tiles.edge.size;
    this.tiles.append(Array.from({ length: count }, (_, i) => sha256(utf8(`${this.seed} other ${from + i}`))));
  }

  of(uid: string): MadeEntry[] {
    return this.chains.get(uid) ?? [];
  }

  checkpoint(): string {
    return signCheckpoint(this.signer, this.head);
  }

  summary(uid: string): string {
    const last = this.heads.get(uid) ?? new Uint8Array();
    return signSummary(this.signer, this.head, { uid, count: this.of(uid).length, last });
  }

  async export(uid: string, change: { entries?: MadeEntry[]; since?: number[]; summary?: boolean } = {}) {
    const files = new Map<string, Uint8Array>();
    const source = {
      read: this.tiles.read,
      checkpoint: this.checkpoint(),
      vkey: this.vkey,
      entries: change.entries ?? this.of(uid),
      ...(change.since === undefined ? {} : { since: change.since }),
      ...(change.summary === false ? {} : { summary: this.summary(uid) }),
    };
    for await (const file of exportFiles(source)) files.set(file.name, file.bytes);
    return files;
  }

  async record(uid: string, change: { entries?: MadeEntry[]; since?: number[]; locate?: boolean } = {}) {
    return packRecord({
      read: this.tiles.read,
      checkpoint: this.checkpoint(),
      summary: this.summary(uid),
      uid,
      entries: change.entries ?? this.of(uid),
      ...(change.since === undefined ? {} : { since: change.since }),
      ...(change.locate === undefined ? {} : { locate: change.locate }),
    });
  }
}

/** Twelve acts of one locum among those of others, labels with an agency's name included. */
export function specimenLog(seed?: string, keyName?: string): MadeLog {
  const log = new MadeLog(seed, keyName);
  for (let i = 0; i < 12; i++) {
    log.fill(i % 3);
    log.write("uid-other");
    log.write("uid-locum", { label: { title: `SPECIMEN paper ${i}`, agency: "SPECIMEN Acme Locums", pages: i } });
  }
  log.fill(5);
  return log;
}
