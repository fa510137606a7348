import { createHash } from "node:crypto";
import { newDataKey, wrapDataKey } from "@locum-passport/envelope";
import type pg from "pg";
import { openPorts } from "../../apps/server/src/compose.ts";
import { type Context, createContext, nobody } from "../../apps/server/src/context.ts";
import { openOrJoinDatabase } from "../../apps/server/src/platform/postgres/database.ts";
import { append } from "../../apps/server/src/rooms/audit/index.ts";
import { insertContent } from "../../apps/server/src/rooms/documents/contents.store.ts";
import { filesFingerprint, sealFiles, sealWords } from "../../apps/server/src/rooms/documents/documents.seals.ts";
import { insertDocument, insertVersion } from "../../apps/server/src/rooms/documents/documents.store.ts";
import { giveStanding } from "../../apps/server/src/rooms/documents/permissions.store.ts";
import { readSettings } from "../../apps/server/src/settings.ts";
import type { House } from "./places.ts";

/** The rooms of a running house, beside its server and in its database, acting for one person. */
export async function actingFor(house: House, personId: string): Promise<{ ctx: Context; close(): Promise<void> }> {
  const { ports } = await openPorts(readSettings(house.environment), {}, openOrJoinDatabase);
  return {
    ctx: createContext({ ports, actor: { ...nobody, kind: "locum", personId } }),
    async close() {
      await ports.sandbox.close();
      await ports.database.close();
    },
  };
}

/** Papers as rows, sealed as an upload seals them; of their bytes there are none. Resolves to their ids. */
export async function fillPapers(ctx: Context, accountId: string, count: number): Promise<string[]> {
  const ids: string[] = [];
  await ctx.transaction(async (tx) => {
    const at = ctx.now();
    await giveStanding(tx, accountId, at);
    const key = await ctx.ports.accountKeys.of(tx, accountId);
    for (let n = 0; n < count; n++) {
      const [id, contentId, blobId] = [ctx.newId(), ctx.newId(), ctx.newId()];
      const files = [{ n: 1, fileName: `specimen-${n}.pdf`, sha256: createHash("sha256").update(id).digest("hex") }];
      const content = {
        id: contentId,
        created_at: at,
        bytes: 1_000_000,
        pages: 1,
        pictures: "none",
        pictures_reason: null,
      } as const;
      const file = {
        content_id: contentId,
        n: 1,
        blob_id: blobId,
        media_type: "application/pdf",
        bytes: 1_000_000,
        pages: 1,
        has_place: false,
      };
      await insertContent(tx, content, [file]);
      await insertDocument(tx, {
        ...{ account_id: accountId, id, type: "bls", sensitivity: "ordinary" },
        sealed: sealWords(key, id, {
          title: `SPECIMEN certificate ${n}`,
          details: { "certificate-number": `SPECIMEN-${n}` },
          printedName: null,
          note: null,
        }),
        ...{ current_version: 1, created_at: at, changed_at: at },
      });
      await insertVersion(tx, {
        ...{ account_id: accountId, document_id: id, number: 1, content_id: contentId, added_at: at },
        wrapped_key: wrapDataKey(key, { recordId: id, version: 1 }, newDataKey()),
        fingerprint: filesFingerprint(key, files),
        sealed: sealFiles(key, id, 1, files),
      });
      ids.push(id);
    }
  });
  return ids;
}

/** Entries through the one door that writes them, five hundred a transaction. */
export async function fillEntries(ctx: Context, accountId: string, count: number): Promise<void> {
  for (let left = count; left > 0; left -= 500) {
    const entries = Array.from({ length: Math.min(left, 500) }, (_, n) => ({
      accountId,
      act: "document-opened" as const,
      object: { kind: "document", id: `specimen-${n % 200}`, type: "bls" },
      purpose: "run-the-account" as const,
      label: { title: `SPECIMEN certificate ${n % 200}`, type: "Basic life support" },
    }));
    await ctx.transaction((tx) => append(ctx, tx, entries));
  }
}

/** Other people's accounts, as rows of the same sizes with nothing readable in them: what an index has to get past. */
export async function fillCrowd(owner: pg.Client, accounts: number, entries: number, papers: number): Promise<void> {
  await owner.query("set session_replication_role = replica; set synchronous_commit = off");
  const bytes = (length: number) => `decode(repeat(md5(random()::text), ${Math.ceil(length / 16)}), 'hex')`;
  for (let account = 0; account < accounts; account++) {
    const id = `crowd-${String(account).padStart(20, "0")}`;
    await owner.query(
      `insert into app.accounts values ('${id}', 'locum', 1, ${bytes(40)}, now());
       insert into app.chains values ('${id}', md5('${id}'), ${entries}, ${bytes(32)}, now());
       insert into app.entries select '${id}', n, md5('${id}' || n), now(), 'document-opened', 'specimen-' || n % 200, ${bytes(32)}, ${bytes(560)}
         from generate_series(1, ${entries}) n;
       insert into app.log_leaves select 1000000000 + ${account * entries} + n, ${bytes(32)}, '${id}', n from generate_series(1, ${entries}) n;
       insert into app.contents select '${id}-c' || n, now(), 1000000, 1, 'none' from generate_series(1, ${papers}) n;
       insert into app.content_files select '${id}-c' || n, 1, '${id}-b' || n, 'application/pdf', 1000000, 1, false from generate_series(1, ${papers}) n;
       insert into app.documents select '${id}', '${id}-d' || n, 'bls', 'ordinary', ${bytes(150)}, 1, now(), now() from generate_series(1, ${papers}) n;
       insert into app.document_versions select '${id}', '${id}-d' || n, 1, '${id}-c' || n, ${bytes(40)}, ${bytes(32)}, ${bytes(180)}, now()
         from generate_series(1, ${papers}) n`,
    );
  }
  await owner.query("analyze");
}
