import {
  type FactAnswers,
  type HeldDocument,
  heldUntil,
  type Missing,
  missingName,
  missingWords,
  nextBreak,
  readinessOf,
} from "@locum-passport/compliance";
import type { MissingPiece, ProfileReadiness } from "@locum-passport/contract";
import type { z } from "zod";
import { type Judged, presentRequirement } from "./profiles.model.ts";

interface Question {
  readonly judged: Judged;
  readonly name: string;
  readonly myAgencyId: string | null;
  readonly held: readonly HeldDocument[];
  readonly facts: FactAnswers;
  readonly on: string;
}

/** Readiness against one profile, with every "no" explained in words. */
export function presentReadiness({ judged, name, myAgencyId, held, facts, on }: Question): ProfileReadiness {
  const { requirements } = judged;
  const readiness = readinessOf(requirements, held, { on, facts });
  const byId = new Map(requirements.map((requirement) => [requirement.id, requirement]));
  const until = heldUntil(requirements, held, { from: on, facts });
  const broken = nextBreak(requirements, held, { from: on, facts });
  return {
    myAgencyId,
    name,
    profile: judged.ref,
    asked: readiness.asked,
    held: readiness.held,
    ready: readiness.ready,
    originalsToShow: [...readiness.originalsToShow],
    openQuestions: [...readiness.openQuestions],
    breaks: broken && {
      on: broken.on,
      requirements: broken.requirements.map(({ id, missing }) => ({
        id,
        title: byId.get(id)?.title ?? id,
        words: wordsOf(missing),
      })),
    },
    requirements: readiness.requirements.flatMap(({ id, state, documents, missing }) => {
      const requirement = byId.get(id);
      if (!requirement) return [];
      return [
        {
          ...presentRequirement(requirement),
          state,
          documents: [...documents],
          heldUntil: until.get(id) ?? null,
          missing: missing.map(presentMissing),
        },
      ];
    }),
  };
}

export function presentMissing(piece: Missing): z.output<typeof MissingPiece> {
  return {
    reason: piece.reason,
    words: missingWords(piece),
    name: missingName(piece),
    types: "type" in piece ? [...[piece.type].flat()] : [],
    fact: "fact" in piece ? piece.fact : null,
  };
}

export function wordsOf(missing: readonly Missing[]): string {
  return missing
    .map((piece) => {
      const name = missingName(piece);
      return name === null ? missingWords(piece) : `${name}: ${lowered(missingWords(piece))}`;
    })
    .join("; ");
}

const lowered = (sentence: string) => `${sentence.slice(0, 1).toLowerCase()}${sentence.slice(1)}`;
