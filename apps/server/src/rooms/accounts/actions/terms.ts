import type { Terms, TermsName } from "@locum-passport/contract";
import { type Context, own } from "../../../context.ts";
import { refuse } from "../../../failure.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { append, type NewEntry } from "../../audit/index.ts";
import * as store from "../accounts.store.ts";
import { currentTexts } from "../texts/texts.ts";

/** The texts in force. */
export const currentTerms = (ctx: Context): Record<TermsName, Terms> => currentTexts(ctx.ports.settings);

export interface TypedAcceptance {
  licence?: string | undefined;
  privacy?: string | undefined;
}

/** Both texts everyone accepts, in the versions named. Refuses with `terms-not-accepted` unless both are current. */
export function requireCurrent(ctx: Context, accepted: TypedAcceptance | undefined): store.Acceptance[] {
  const { licence, privacy } = currentTerms(ctx);
  if (accepted?.licence !== licence.version || accepted.privacy !== privacy.version) refuse("terms-not-accepted");
  return [
    { name: "licence", version: licence.version, sha256: licence.sha256 },
    { name: "privacy", version: privacy.version, sha256: privacy.sha256 },
  ];
}

export const acceptanceEntry = (ctx: Context, accountId: string, name: string, version: string): NewEntry => {
  const current = currentTerms(ctx);
  const title = name === "licence" ? current.licence.title : current.privacy.title;
  return {
    accountId,
    act: "terms-accepted",
    object: { kind: "terms", id: name },
    label: { title: `the ${title.toLowerCase()}`, version },
  };
};

export async function acceptTerms(ctx: Context, accepted: TypedAcceptance): Promise<void> {
  const terms = requireCurrent(ctx, accepted);
  const id = own(ctx);
  await ctx.transaction(async (tx) => {
    const fresh = await store.acceptTerms(tx, id, terms, ctx.now());
    const entries = terms.filter(({ name }) => fresh.includes(name));
    await append(
      ctx,
      tx,
      entries.map(({ name, version }) => acceptanceEntry(ctx, id, name, version)),
    );
  });
}

/** The newest accepted version of each text, and which texts wait for a yes. */
export async function acceptedTerms(
  ctx: Context,
  tx: Tx,
  id: string,
): Promise<{ accepted: Record<string, { version: string; at: string }>; toAccept: string[] }> {
  const rows = await store.listAcceptedTerms(tx, id);
  const accepted: Record<string, { version: string; at: string }> = {};
  for (const { name, version, at } of rows) accepted[name] = { version, at: at.toISOString() };
  const current = currentTerms(ctx);
  const toAccept = (["licence", "privacy"] as const).filter(
    (name) => !rows.some((row) => row.name === name && row.version === current[name].version),
  );
  return { accepted, toAccept };
}
