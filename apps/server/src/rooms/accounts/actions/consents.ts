import { type Context, own } from "../../../context.ts";
import { refuse } from "../../../failure.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { append, type NewEntry } from "../../audit/index.ts";
import * as store from "../accounts.store.ts";
import type { ConsentKind } from "../accounts.tables.ts";
import { currentTerms } from "./terms.ts";

export interface GivenConsent {
  noticeVersion: string;
  at: string;
}

const noticeOf = { health: "healthNotice", "criminal-record": "criminalRecordNotice" } as const;
const words = { health: "health", "criminal-record": "criminal-record" } as const;

/** The yes to keeping health or criminal-record papers, to the notice in force. */
export async function giveConsent(
  ctx: Context,
  input: { kind: ConsentKind; noticeVersion: string },
): Promise<GivenConsent> {
  const id = own(ctx);
  const notice = currentTerms(ctx)[noticeOf[input.kind]];
  if (input.noticeVersion !== notice.version) {
    const message = "Read the notice in force and say yes to that version";
    refuse("bad-input", { errors: [{ field: "noticeVersion", message }] });
  }
  return ctx.transaction(async (tx) => {
    const given = await store.giveConsent(tx, {
      account_id: id,
      kind: input.kind,
      notice_version: notice.version,
      notice_sha256: notice.sha256,
      given_at: ctx.now(),
    });
    if (given) await append(ctx, tx, [consentEntry(id, "consent-given", input.kind, notice.version)]);
    const now = (await consentsOf(ctx, tx, id))[input.kind];
    if (!now) throw new Error("The consent just given is not there");
    return now;
  });
}

/**
 * Takes a consent back, in the transaction that deletes the papers of that kind. Resolves to the entry, for the caller to
 * append with its own; undefined when there was none.
 */
export async function withdrawConsent(ctx: Context, tx: Tx, kind: ConsentKind): Promise<NewEntry | undefined> {
  const id = own(ctx);
  if (!(await store.deleteConsent(tx, id, kind))) return undefined;
  return consentEntry(id, "consent-withdrawn", kind);
}

export async function consentsOf(_ctx: Context, tx: Tx, id: string): Promise<Record<ConsentKind, GivenConsent | null>> {
  const rows = await store.listConsents(tx, id);
  const find = (kind: ConsentKind): GivenConsent | null => {
    const row = rows.find((one) => one.kind === kind);
    return row ? { noticeVersion: row.notice_version, at: row.given_at.toISOString() } : null;
  };
  return { health: find("health"), "criminal-record": find("criminal-record") };
}

function consentEntry(
  accountId: string,
  act: "consent-given" | "consent-withdrawn",
  kind: ConsentKind,
  version?: string,
): NewEntry {
  const label = { title: words[kind], ...(version === undefined ? {} : { version }) };
  return { accountId, act, object: { kind: "consent", id: kind }, label };
}
