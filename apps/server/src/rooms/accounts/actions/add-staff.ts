import type { Context } from "../../../context.ts";
import { refuse } from "../../../failure.ts";
import { append, createChain } from "../../audit/index.ts";
import { linkTo } from "../accounts.links.ts";
import * as store from "../accounts.store.ts";
import { sendNow } from "./mail-people.ts";
import { sealName } from "./people.ts";

const linkLastsMs = 7 * 24 * 3_600_000;

/**
 * A staff account, made on the command line. Resolves to a one-time link, mailed too, behind which the person sets a
 * password; a second factor comes before anything opens. Asking again for a member of staff makes a new link.
 */
export async function addStaff(
  ctx: Context,
  email: string,
  role = "support",
): Promise<{ personId: string; link: string }> {
  const { links, users } = ctx.ports.signIn;
  const known = await users.byEmail(email);
  if (known?.kind === "locum") {
    refuse("conflict", { detail: "This address belongs to a locum's account. Staff need an address of their own." });
  }
  const personId = known?.id ?? ctx.newId();
  // The user first: without an account behind it and without a password nobody can be it, and a second run goes on here.
  if (!known) await users.create({ id: personId, email, passwordHash: null, at: ctx.now() });
  if (!known?.kind) await makeStaffAccount(ctx, personId, role);
  const token = await links.create(personId, ctx.now(), new Date(ctx.now().getTime() + linkLastsMs));
  const link = linkTo.newPassword(ctx.ports.settings.publicUrl, token);
  await sendNow(ctx, email, "start-staff", { link });
  return { personId, link };
}

async function makeStaffAccount(ctx: Context, id: string, role: string): Promise<void> {
  await ctx.house(async (tx) => {
    await createChain(ctx, tx, { id, kind: "staff" });
    const sealedName = await sealName(ctx, tx, id, `Staff (${role})`);
    await store.insertPerson(tx, { id, kind: "staff", staffRole: role, sealedName, at: ctx.now() });
    await append(ctx, tx, [{ accountId: id, act: "staff-added", object: { kind: "person", id }, label: { role } }]);
  });
}
