import type { Me } from "@locum-passport/contract";
import { type Context, own } from "../../../context.ts";
import { refuse } from "../../../failure.ts";
import * as store from "../accounts.store.ts";
import { findMembership, type Membership } from "../memberships.store.ts";
import { findRecovery } from "../recoveries.store.ts";
import { consentsOf } from "./consents.ts";
import { personName } from "./people.ts";
import { acceptedTerms, currentTerms } from "./terms.ts";

/** Everything the app needs to know of who is signed in. */
export async function readMe(ctx: Context): Promise<Me> {
  const { passkeys, secondFactors, users } = ctx.ports.signIn;
  const id = own(ctx);
  const [user, keys] = await Promise.all([users.byId(id), passkeys.list(id)]);
  if (!user) refuse("not-signed-in");
  const codesLeft = user.secondFactorOn ? (await secondFactors.recoveryCodes(id)).length : 0;
  return ctx.transaction(async (tx) => {
    const person = (await store.findPerson(tx, id)) ?? refuse("not-signed-in");
    const membership = await findMembership(tx, id);
    const { accepted, toAccept } = await acceptedTerms(ctx, tx, id);
    const consents = await consentsOf(ctx, tx, id);
    const recovery = await findRecovery(tx, id);
    const frozen = person.sending_frozen_until;
    const others = person.kind === "staff" || membership !== undefined;
    return {
      id,
      email: user.email,
      name: await personName(ctx, tx, id),
      roles: rolesOf(person.kind, membership),
      agency: membership ? presentAgency(ctx, membership) : null,
      staffRole: person.staff_role,
      secondFactor: {
        on: user.secondFactorOn,
        needed: others && !user.secondFactorOn && keys.length === 0,
        recoveryCodesLeft: codesLeft,
      },
      passkeys: keys.map((key) => ({
        id: key.id,
        name: key.name ?? "Passkey",
        addedAt: (key.createdAt ?? person.created_at).toISOString(),
      })),
      acceptedTerms: accepted,
      termsToAccept: person.kind === "staff" ? [] : toAccept,
      consents: { health: consents.health, criminalRecord: consents["criminal-record"] },
      sendingFrozenUntil: frozen !== null && frozen > ctx.now() ? frozen.toISOString() : null,
      secondFactorRecovery:
        recovery && recovery.recovered_at === null ? { readyAt: recovery.ready_at.toISOString() } : null,
      createdAt: person.created_at.toISOString(),
    };
  });
}

function rolesOf(kind: "locum" | "staff", membership: Membership | undefined): Me["roles"] {
  if (kind === "staff") return ["staff"];
  if (!membership) return ["locum"];
  return ["locum", membership.role === "owner" ? "agency-owner" : "agency-member"];
}

function presentAgency(ctx: Context, { id, name, state, termsVersion }: Membership): Me["agency"] {
  return { id, name, state, termsAccepted: termsVersion === currentTerms(ctx).agencyTerms.version };
}
