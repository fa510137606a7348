import type { Action, ErrorCode } from "@locum-passport/contract";
import type { Actor } from "../context.ts";

type Verdict = "yes" | Extract<ErrorCode, "not-signed-in" | "not-found" | "second-factor-needed">;
type Rule = (actor: Actor) => Verdict;

const signedIn: Rule = (actor) => (actor.personId === null ? "not-signed-in" : "yes");

/** A person with a passport of their own. Staff have none: to them the place does not exist. */
const locum: Rule = (actor) => {
  if (actor.personId === null) return "not-signed-in";
  return actor.kind === "locum" || actor.kind === "agency" ? "yes" : "not-found";
};

const member: Rule = (actor) => {
  if (actor.personId === null) return "not-signed-in";
  return actor.agency === null ? "not-found" : "yes";
};

const staff: Rule = (actor) => {
  if (actor.personId === null) return "not-signed-in";
  return actor.kind === "staff" ? "yes" : "not-found";
};

/** Whoever can open another person's papers has used a second factor in this session. */
const withSecondFactor =
  (rule: Rule): Rule =>
  (actor) => {
    const verdict = rule(actor);
    return verdict === "yes" && !actor.secondFactor ? "second-factor-needed" : verdict;
  };

const rules: Record<Action, Rule> = {
  "public.read": () => "yes",
  "account.sign-in": () => "yes",
  "account.read-own": signedIn,
  "account.change-own": signedIn,
  "documents.read-own": locum,
  "documents.change-own": locum,
  "compliance.read-own": locum,
  "compliance.change-own": locum,
  "packs.read-own": locum,
  "packs.make-own": locum,
  "agencies.list": locum,
  "agencies.ask": locum,
  "transfers.read-own": locum,
  "transfers.change-own": locum,
  "timeline.read-own": signedIn,
  "agency.read": member,
  "agency.manage": withSecondFactor(member),
  "agency.accept-terms": member,
  "agency.read-transfers": withSecondFactor(member),
  "agency.open-copies": withSecondFactor(member),
  "agency.send-back": withSecondFactor(member),
  "agency.read-candidates": withSecondFactor(member),
  "agency.see-original": withSecondFactor(member),
  "staff.read-uploads": withSecondFactor(staff),
  "staff.read-agencies": withSecondFactor(staff),
  "staff.decide-agencies": withSecondFactor(staff),
  "staff.read-jobs": withSecondFactor(staff),
  "staff.retry-jobs": withSecondFactor(staff),
};

/**
 * The one authorisation function. What belongs to whom is kept by row-level security and by the stores, which find only
 * what is the actor's; this decides whether the actor may ask at all. "Not yours" and "not there" are the same answer.
 */
export function may(actor: Actor, action: Action): Verdict {
  return rules[action](actor);
}
