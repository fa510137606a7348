import type { Missing } from "@locum-passport/compliance";
import type { Candidate, CandidateDetail, CandidateExpiry } from "@locum-passport/contract";
import type { z } from "zod";
import { presentMissing, presentRequirement } from "../compliance/index.ts";
import { daysBetween, daysLater, type Ending, endingsUntil, type Judged, metUntil } from "./candidates.model.ts";
import { copyWords, pieceWords, summaryOf } from "./candidates.words.ts";

const aheadDays = 366;

export function presentCandidate(judged: Judged): Candidate {
  const { sender, measure, readiness, notSent, today } = judged;
  const endings = endingsUntil(judged, daysLater(today, aheadDays));
  return {
    id: sender.ref,
    name: sender.name,
    profession: sender.profession,
    registrationNumber: sender.registrationNumber,
    transferIds: sender.transferIds,
    profile: measure.ref,
    asked: readiness.asked,
    held: readiness.held,
    summary: summaryOf(judged, endings),
    notSent: readiness.requirements.filter((one) => notSent.has(one.id)).map(({ title }) => title),
    ends: endings.filter(({ breaks }) => breaks.length > 0).map(({ title, on }) => ({ title, on })),
    originalsToSee: readiness.originalsToShow.length,
  };
}

export function presentCandidateDetail(judged: Judged): z.output<typeof CandidateDetail> {
  const { sender, measure, readiness, states, sentBack } = judged;
  const until = metUntil(judged);
  const asked = new Map(measure.requirements.map((requirement) => [requirement.id, requirement]));
  return {
    ...presentCandidate(judged),
    requirements: readiness.requirements.flatMap(({ id, state, documents, missing }) => {
      const requirement = asked.get(id);
      if (!requirement) return [];
      return [
        {
          ...presentRequirement(requirement),
          state,
          documents: [...documents],
          heldUntil: until.get(id) ?? null,
          missing: missing.map((piece) => presentPiece(piece, sentBack.has(id))),
        },
      ];
    }),
    copies: sender.copies.map((copy) => {
      const validity = states.get(copy.id);
      const { word, line } = copyWords(copy, validity);
      return {
        id: copy.id,
        transferId: copy.transferId,
        type: copy.type,
        title: copy.title,
        sensitivity: copy.sensitivity,
        state: word,
        line,
        endsOn: validity?.expiresOn ?? null,
        originalSeen: copy.originalSeen,
      };
    }),
  };
}

/** In the words for whoever was sent the copies. */
const presentPiece = (piece: Missing, sentBack: boolean) => ({
  ...presentMissing(piece),
  words: pieceWords(piece, sentBack),
});

type Expiry = z.output<typeof CandidateExpiry>;

export function presentExpiry({ sender, today }: Judged, { title, type, on, breaks }: Ending): Expiry {
  const { ref: candidateId, name, registrationNumber } = sender;
  return { candidateId, name, registrationNumber, title, type, endsOn: on, daysLeft: daysBetween(today, on), breaks };
}
