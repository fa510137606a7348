import { timingSafeEqual } from "node:crypto";
import type { ConfirmAddress } from "@locum-passport/contract";
import type { z } from "zod";
import type { Context } from "../../../context.ts";
import { Refusal, refuse } from "../../../failure.ts";
import { type Tx, UniqueViolation } from "../../../platform/postgres/database.ts";
import { append, createChain } from "../../audit/index.ts";
import * as store from "../accounts.store.ts";
import type { SignUpRow } from "../accounts.tables.ts";
import { insertOwnPermission } from "../memberships.store.ts";
import { codeTries, isOver, tidyCode } from "../sign-ups.model.ts";
import * as signUps from "../sign-ups.store.ts";
import { asPerson } from "./as-person.ts";
import { openSignUp } from "./confirmation-mail.ts";
import { countGuess } from "./guessing.ts";
import { emailDigest, sealName } from "./people.ts";
import { acceptanceEntry } from "./terms.ts";

/** Makes the account of a sign-up, by the code typed anywhere or the link opened anywhere. */
export async function confirmAddress(ctx: Context, input: z.output<typeof ConfirmAddress>): Promise<void> {
  const row = "token" in input ? await claimByToken(ctx, input.token) : await claimByCode(ctx, input.email, input.code);
  if (row.finished_at === null) await finishSignUp(ctx, row);
}

/** For a link opened anywhere: tells how it went rather than refuse, since what opens it shows a screen next. */
export async function confirmByLink(ctx: Context, token: string): Promise<"done" | "over"> {
  try {
    await confirmAddress(ctx, { token });
    return "done";
  } catch (error) {
    if (error instanceof Refusal && (error.code === "link-expired" || error.code === "conflict")) return "over";
    throw error;
  }
}

export async function isConfirmed(ctx: Context, confirmation: string): Promise<boolean> {
  const handle = ctx.ports.signIn.digest("confirmation handle", confirmation);
  const row = await ctx.house((tx) => signUps.findByHandle(tx, handle));
  if (!row || isOver(row, ctx.now())) refuse("link-expired", { detail: "This sign-up has run out. Sign up again." });
  return row.finished_at !== null;
}

async function claimByToken(ctx: Context, token: string): Promise<SignUpRow> {
  const hash = ctx.ports.signIn.digest("confirmation token", token);
  return claiming(ctx, async (tx) => {
    const row = (await signUps.lockByToken(tx, hash, ctx.now())) ?? refuse("link-expired");
    return row.claimed_at === null ? claim(ctx, tx, row) : row;
  });
}

async function claimByCode(ctx: Context, email: string, typed: string): Promise<SignUpRow> {
  const { signIn } = ctx.ports;
  const digest = emailDigest(ctx, email);
  const guess = await countGuess(ctx, { what: "confirmation", subject: digest.toString("hex") });
  const code = tidyCode(typed);
  const row = await claiming(ctx, async (tx) => {
    const waiting = await signUps.lockWaiting(tx, digest, ctx.now());
    const open = waiting.filter((one) => one.code_hash !== null && one.code_failures < codeTries);
    const right = open.find((one) => {
      const hash = signIn.digest("confirmation code", one.id, code);
      return one.code_hash !== null && timingSafeEqual(one.code_hash, hash);
    });
    if (right) return right.claimed_at === null ? claim(ctx, tx, right) : right;
    for (const one of open) await signUps.updateSignUp(tx, one.id, { code_failures: one.code_failures + 1 });
    return undefined; // committed: the failures count
  });
  if (!row) refuse("wrong-code");
  await guess.succeeded();
  return row;
}

/** One sign-up of an address becomes its account, however many were made and confirmed at once. */
async function claiming<T>(ctx: Context, run: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await ctx.house(run);
  } catch (error) {
    if (error instanceof UniqueViolation) refuse("conflict", { cause: error });
    throw error;
  }
}

/**
 * The account, its chain and its first entries, in one transaction; the sign-in user comes after (`finishSignUp`). The
 * entry first: a crash in between leaves an account that nobody can sign in to yet, and this row, from which the same
 * link, the next sign-in or the hourly sweep makes the rest.
 */
async function claim(ctx: Context, tx: Tx, row: SignUpRow): Promise<SignUpRow> {
  const typed = openSignUp(ctx, row) ?? refuse("link-expired");
  const id = ctx.newId();
  const now = ctx.now();
  await signUps.updateSignUp(tx, row.id, { person_id: id, claimed_at: now });
  // After the claim, whose unique index waits for another claim of this address to end: its user is then there to see.
  if (await ctx.ports.signIn.users.byEmail(typed.email)) refuse("link-expired");
  const person = asPerson(ctx, id);
  await createChain(person, tx, { id, kind: "locum" });
  const sealedName = await sealName(person, tx, id, typed.name);
  await store.insertPerson(tx, { id, kind: "locum", staffRole: null, sealedName, at: now });
  const terms = [
    { name: "licence", version: row.licence_version, sha256: row.licence_sha256 },
    { name: "privacy", version: row.privacy_version, sha256: row.privacy_sha256 },
  ];
  await store.acceptTerms(tx, id, terms, row.created_at);
  await insertOwnPermission(tx, id, now);
  await append(person, tx, [
    { accountId: id, act: "account-created" },
    ...terms.map(({ name, version }) => acceptanceEntry(ctx, id, name, version)),
    { accountId: id, act: "address-confirmed" },
  ]);
  return { ...row, person_id: id, claimed_at: now };
}

/** The sign-in user of a claimed sign-up. Repeating it changes nothing. */
export async function finishSignUp(ctx: Context, row: SignUpRow): Promise<void> {
  const typed = openSignUp(ctx, row);
  if (!typed || row.person_id === null || row.password_hash === null) return;
  const { person_id: id, password_hash: passwordHash } = row;
  await ctx.ports.signIn.users.create({ id, email: typed.email, passwordHash, at: ctx.now() });
  await ctx.house((tx) => signUps.finishSignUp(tx, row, ctx.now()));
}

/** The sweep: finishes what a crash cut, forgets what was never confirmed. */
export async function sweepSignUps(ctx: Context): Promise<void> {
  const unfinished = await ctx.house((tx) => signUps.listUnfinished(tx));
  for (const row of unfinished) await finishSignUp(ctx, row);
  await ctx.house((tx) => signUps.deleteOver(tx, ctx.now()));
}
