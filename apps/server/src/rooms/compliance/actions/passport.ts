import {
  type DerivedFact,
  type Disagreement,
  derivedFacts,
  disagreements,
  type FactAnswers,
  withDerived,
} from "@locum-passport/compliance";
import type { Profile } from "@locum-passport/contract";
import type { Context } from "../../../context.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { profileOf } from "../../accounts/index.ts";
import { type HeldPaper, heldDocuments } from "../../documents/index.ts";
import { originalsSeen } from "../work.store.ts";
import { answersOf } from "./work.ts";

/** All that one person is judged by: papers, answers, and where papers and profile differ. */
export interface OwnPassport {
  readonly accountId: string;
  readonly held: readonly HeldPaper[];
  /** Answers, with what the papers answer where nothing was answered by hand. */
  readonly facts: FactAnswers;
  readonly derived: readonly DerivedFact[];
  readonly differences: readonly Disagreement[];
  /** The papers as one agency has them: with the originals it recorded that it saw. */
  heldFor(agencyId: string | null): readonly HeldPaper[];
}

export async function passportOf(ctx: Context, tx: Tx, accountId: string): Promise<OwnPassport> {
  const held = await heldDocuments(ctx, tx, accountId);
  const profile = await profileOf(ctx, tx, accountId);
  const printed = Object.fromEntries(held.map(({ id, printedName }) => [id, printedName ?? undefined]));
  const differences = disagreements(personOf(profile), held, printed);
  const derived = derivedFacts(held, differences);
  const seen = await originalsSeen(tx, accountId);
  return {
    accountId,
    held,
    facts: withDerived(await answersOf(ctx, tx, accountId), derived),
    derived,
    differences,
    heldFor(agencyId) {
      const shown = new Set(seen.filter((one) => one.agency_id === agencyId).map((one) => one.document_id));
      return shown.size === 0
        ? held
        : held.map((paper) => (shown.has(paper.id) ? { ...paper, originalSeen: true } : paper));
    },
  };
}

function personOf({ legalName, formerNames, birthDate, addresses }: Profile) {
  const [now] = addresses.filter(({ until }) => !until);
  const address = now ? [now.lines, now.postcode].filter(Boolean).join(", ") : undefined;
  return {
    formerNames,
    ...(legalName === null ? {} : { legalName }),
    ...(birthDate === null ? {} : { birthDate }),
    ...(address === undefined ? {} : { address }),
  };
}
