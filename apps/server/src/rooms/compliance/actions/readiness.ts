import {
  type Disagreement,
  dayInWords,
  documentType,
  doNext,
  type Renewal,
  readinessOf,
  readinessSentences,
  renewalsForAll,
} from "@locum-passport/compliance";
import type { Difference, ProfileReadiness, Readiness } from "@locum-passport/contract";
import type { z } from "zod";
import { type Context, own, todayOf } from "../../../context.ts";
import { presentReadiness } from "../readiness.model.ts";
import { type Asker, askersOf, askingOf } from "./askings.ts";
import { type OwnPassport, passportOf } from "./passport.ts";
import { judgedBy } from "./profiles.ts";

/**
 * How far I am with what each of my agencies asks for, on a day (for a placement its last one); with `profile`, against that
 * one alone. Never whether somebody may work: the agency decides.
 */
export function readReadiness(
  ctx: Context,
  { on = todayOf(ctx), profile }: { on?: string | undefined; profile?: string | undefined },
): Promise<Readiness> {
  const accountId = own(ctx);
  return ctx.transaction(async (tx) => {
    const passport = await passportOf(ctx, tx, accountId);
    const askers =
      profile === undefined
        ? await askersOf(ctx, tx, accountId, passport.facts)
        : [askerOf(await judgedBy(tx, profile, passport.facts))];
    return judge(passport, askers, on);
  });
}

const askerOf = (judged: Asker["judged"]): Asker => ({
  myAgencyId: null,
  agencyId: judged.ref.starter ? null : judged.ref.id,
  name: judged.ref.name,
  judged,
});

function judge(passport: OwnPassport, askers: readonly Asker[], on: string): Readiness {
  const { facts, held, differences } = passport;
  const profiles = askers.map(({ judged, name, myAgencyId, agencyId }) =>
    presentReadiness({ judged, name, myAgencyId, held: passport.heldFor(agencyId), facts, on }),
  );
  const askings = askers.map(askingOf);
  const plan = renewalsForAll(askings, held, { on, facts });
  const withThem = [...held, ...plan.documents.map(({ specimen }) => specimen)];
  const readyWithThem = askers.filter(({ judged }) => readinessOf(judged.requirements, withThem, { on, facts }).ready);
  const toGet = grouped(plan.documents);
  const unexplained = differences.filter(({ about, explained }) => about === "name" && !explained);
  return {
    on,
    sentences: [
      ...readinessSentences({
        profiles: profiles.map(told),
        papers: held.length,
        originalsToShow: new Set(profiles.flatMap(({ originalsToShow }) => originalsToShow)).size,
        toGet: toGet.map(({ name }) => name),
        readyWithThem: readyWithThem.length,
      }),
    ],
    profiles,
    toGet,
    doNext: doNext({
      askings,
      held,
      on,
      facts,
      plan,
      unexplainedNames: unexplained.map(({ documentId }) => documentId),
    }).map((step) => ({ ...step })),
    differences: differences.map((one) => presentDifference(one, passport)),
  };
}

const told = ({ name, myAgencyId, profile, ready, asked, held, openQuestions, breaks }: ProfileReadiness) => ({
  name,
  isAgency: myAgencyId !== null || !profile.starter,
  ready,
  asked,
  held,
  openQuestions: openQuestions.length,
  breaksOn: breaks?.on ?? null,
});

function grouped(documents: readonly Renewal[]): Readiness["toGet"] {
  const byType = new Map<string, Set<string>>();
  for (const { type, requirements } of documents) {
    const known = byType.get(type) ?? new Set();
    byType.set(type, known);
    for (const id of requirements) known.add(id.slice(id.indexOf("\n") + 1));
  }
  return [...byType].map(([type, requirements]) => ({
    type,
    name: documentType(type)?.name ?? type,
    requirements: [...requirements],
  }));
}

function presentDifference(one: Disagreement, { held }: OwnPassport): z.output<typeof Difference> {
  const title = held.find(({ id }) => id === one.documentId)?.title ?? "";
  return { ...one, title, words: differenceWords(one) };
}

function differenceWords({ about, printed, kept, explained }: Disagreement): string {
  if (about === "birth-date") {
    return `It shows the birth date ${dayInWords(printed)}; your profile says ${dayInWords(kept)}. Correct the one that is wrong.`;
  }
  if (about === "address") return `It shows another address than your profile. An agency wants the two to be the same.`;
  return explained
    ? `It shows the name ${printed}; your proof of name change explains that.`
    : `It shows the name ${printed}; your profile says ${kept}. Add proof of name change, or correct the one that is wrong.`;
}
