import { type Context, own, todayOf } from "../../../context.ts";
import { refuse } from "../../../failure.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { personName } from "../../accounts/index.ts";
import { myAgency } from "../../agencies/index.ts";
import { append, type NewEntry } from "../../audit/index.ts";
import { noteRefusedOpening } from "../received.store.ts";
import { stateOf } from "../transfers.model.ts";
import { type ReadCopy, readCopy } from "../transfers.present.ts";
import { openTransfer, type TransferWords } from "../transfers.seals.ts";
import * as store from "../transfers.store.ts";

/** A received transfer as a member is about to open it. */
export interface Received {
  row: store.TransferRow;
  words: TransferWords;
  copies: ReadCopy[];
  /** Those that can be opened now. */
  live: ReadCopy[];
  /** Who asks, as both timelines will name them. */
  by: string;
  agencyId: string;
  personId: string;
}

export async function findReceived(ctx: Context, tx: Tx, transferId: string): Promise<Received> {
  const { id: agencyId } = myAgency(ctx);
  const personId = own(ctx);
  const row = (await store.findTransfer(tx, "agency", agencyId, transferId)) ?? refuse("not-found");
  const key = await ctx.ports.accountKeys.of(tx, agencyId);
  const copies = (await store.copiesOf(tx, "agency", agencyId, [transferId])).map((copy) =>
    readCopy("agency", key, copy),
  );
  const words = openTransfer("agency", key, row.id, row.sealed);
  key.fill(0);
  const today = todayOf(ctx);
  const active = stateOf(row, today) === "active" && row.agency_state === "approved";
  const live = active ? copies.filter(({ facts }) => facts.held && facts.ends_on >= today) : [];
  return { row, words, copies, live, agencyId, personId, by: await personName(ctx, tx, personId) };
}

type Act = Extract<
  NewEntry["act"],
  "copy-opened" | "copy-downloaded" | "pack-downloaded" | "copy-sent-back" | "original-seen"
>;

/** One act on both chains: in the sender's it names the person and the agency, in the agency's the sender too. */
export function entriesOnBoth(
  { row, words, agencyId, by }: Received,
  act: Act,
  object: NonNullable<NewEntry["object"]>,
  label: NonNullable<NewEntry["label"]>,
): NewEntry[] {
  const entry = { act, object, purpose: "carry-out-a-transfer" } as const;
  const named = { ...label, agency: row.agency_name, by };
  return [
    { ...entry, accountId: row.account_id, label: named },
    { ...entry, accountId: agencyId, label: { ...named, sender: words.sender.name } },
  ];
}

/**
 * A try after the end, or to download what may only be looked at: nothing opens, and it stands in the sender's timeline, naming person and agency, in a transaction of
 * its own. At most one for a copy and a person in ten minutes, so that nobody can flood a timeline.
 */
export async function refuseOpening(
  ctx: Context,
  received: Received,
  object: { kind: "copy" | "transfer"; id: string; title: string },
  code: "not-found" | "download-not-allowed" = "not-found",
): Promise<never> {
  const { row, agencyId, personId, by } = received;
  await ctx.transaction(async (tx) => {
    const told = await noteRefusedOpening(tx, {
      accountId: row.account_id,
      agencyId,
      objectId: object.id,
      personId,
      at: ctx.now(),
    });
    if (!told) return;
    const when =
      code === "download-not-allowed"
        ? { when: "as a download, which was not allowed" }
        : row.agency_state === "approved"
          ? {}
          : { when: "while the agency was suspended" };
    await append(ctx, tx, [
      {
        accountId: row.account_id,
        act: "opening-refused",
        object: { kind: object.kind, id: object.id },
        purpose: "carry-out-a-transfer",
        result: "refused",
        label: { title: object.title, agency: row.agency_name, by, ...when },
      },
    ]);
  });
  refuse(code);
}
