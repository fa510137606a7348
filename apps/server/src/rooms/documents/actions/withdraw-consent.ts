import { type Context, own } from "../../../context.ts";
import { type ConsentKind, withdrawConsent as takeBack } from "../../accounts/index.ts";
import { append } from "../../audit/index.ts";
import { lockConsent } from "../consents.ts";
import { lockOfSensitivity } from "../documents.store.ts";
import { removeUnheld } from "../documents.sweep.ts";
import { destroyDocuments } from "./delete-document.ts";

/** Takes back the yes to keeping health or criminal-record papers, and deletes those papers, in one transaction. */
export async function withdrawConsent(ctx: Context, kind: ConsentKind): Promise<{ deleted: string[] }> {
  const accountId = own(ctx);
  const { ids, contentIds } = await ctx.transaction(async (tx) => {
    await lockConsent(tx, accountId, kind);
    const rows = await lockOfSensitivity(tx, accountId, kind);
    const { entries, contentIds } = await destroyDocuments(ctx, tx, accountId, rows);
    const taken = await takeBack(ctx, tx, kind);
    await append(ctx, tx, taken ? [...entries, taken] : entries);
    return { ids: rows.map((row) => row.id), contentIds };
  });
  await removeUnheld(ctx, contentIds);
  return { deleted: ids };
}
