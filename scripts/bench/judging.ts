import {
  doNext,
  heldUntil,
  nextBreak,
  type RenewalPlan,
  readinessOf,
  smallestRenewals,
} from "@locum-passport/compliance";
import { type InventedPassport, inventedPassport } from "../../packages/compliance/src/testing/invented-passports.ts";

/** What judging is measured on: it runs in Node and in a page alike. */
export const size = { papers: 60, requirements: 45 } as const;
const on = "2026-11-23";

/** Everything that a request for readiness judges of one profile: states, originals, until when, and the next break. */
export function judgeWhole({ requirements, held, facts }: InventedPassport): number {
  const { originalsToShow } = readinessOf(requirements, held, { on, facts });
  const until = heldUntil(requirements, held, { from: on, facts });
  const broken = nextBreak(requirements, held, { from: on, facts });
  return originalsToShow.length + until.size + (broken?.requirements.length ?? 0);
}

export function planRenewals({ requirements, held, facts }: InventedPassport): RenewalPlan {
  return smallestRenewals(requirements, held, { on, facts });
}

export function planNext({ requirements, held, facts }: InventedPassport) {
  return doNext({ askings: [{ key: "agency", requirements }], held, on, facts });
}

/** Each person once, so that nothing can be remembered from one turn to the next. */
export function people(from: number, count: number): InventedPassport[] {
  return Array.from({ length: count }, (_, n) => inventedPassport(from + n, size));
}

/** Milliseconds that each passport takes. */
export function timesOf<T>(work: (passport: InventedPassport) => T, passports: readonly InventedPassport[]): number[] {
  return passports.map((passport) => {
    const began = performance.now();
    work(passport);
    return performance.now() - began;
  });
}
