import {
  checkNumber,
  deadlines,
  documentType,
  driverNumberAgrees,
  isRule,
  isValidityRule,
  judgeRule,
  londonDay,
  type Rule,
  readPassportLines,
  starterOverlay,
  starterProfile,
  type ValidityRule,
  validityOf,
  withOverlays,
} from "@locum-passport/compliance";
import { differences, isObject } from "./compare.ts";
import { factsOf, heldDocument, listOf, objectOf, optionalText, textOf, type Vector, VectorFault } from "./read.ts";

/** Runs one vector of any of the shapes and says how the answer differs from what it expects. */
export function runVector(vector: Vector): readonly string[] {
  if ("line2" in vector) return runMrz(vector);
  if ("format" in vector) return runFormat(vector);
  if ("held" in vector) return runRequirement(vector);
  if ("kind" in vector && "due" in vector) return runDeadline(vector);
  if ("documentType" in vector || "validity" in vector) return runValidity(vector);
  throw new VectorFault("it has none of the known shapes: validity, requirement, format, mrz or deadline");
}

/** The keys that are given and not among these: what a vector expects beside its input. */
function expectedOf(vector: Vector, keys: readonly string[]): Vector {
  const expected = keys.flatMap((key) => (key in vector ? [[key, vector[key]]] : []));
  if (expected.length === 0) throw new VectorFault(`it expects nothing: give one of ${keys.join(", ")}`);
  return Object.fromEntries(expected);
}

function runValidity(vector: Vector): readonly string[] {
  const on = textOf(vector, "on");
  const at = optionalText(vector, "at");
  const dates = vector.dates === null ? null : objectOf(vector, "dates");
  const { updateService, ...details } = dates ?? {};
  const held = dates === null ? null : { id: "held", type: optionalText(vector, "documentType") ?? "", details };
  const subscriptions = isObject(updateService)
    ? [{ id: "subscription", type: "dbs-update-service", details: updateService }]
    : [];
  const { status, expiresOn } = validityOf(validityRule(vector), held, on, subscriptions);
  return [
    ...(at === undefined ? [] : differences("London date of at", on, londonDay(at))),
    ...differences("answer", expectedOf(vector, ["expect", "expiresOn"]), { expect: status, expiresOn }),
  ];
}

function validityRule(vector: Vector): ValidityRule {
  const { validity } = vector;
  if (validity === undefined) {
    const type = documentType(textOf(vector, "documentType"));
    if (!type) throw new VectorFault(`there is no document type "${textOf(vector, "documentType")}"`);
    return type.validity;
  }
  if (isValidityRule(validity, "validity", faultAt)) return validity;
  throw new VectorFault("the validity rule is not well formed");
}

function runRequirement(vector: Vector): readonly string[] {
  const facts = factsOf(vector);
  const verdict = judgeRule(ruleOf(vector), listOf(vector, "held").map(heldDocument), {
    on: textOf(vector, "on"),
    shownOn: optionalText(vector, "shownOn"),
    facts,
  });
  const actual = {
    expect: verdict.satisfied ? "satisfied" : "not-satisfied",
    missing: verdict.satisfied ? [] : verdict.missing,
  };
  return differences("answer", expectedOf(vector, ["expect", "missing"]), actual);
}

function ruleOf(vector: Vector): Rule {
  if (vector.rule !== undefined) {
    if (isRule(vector.rule, "rule", faultAt)) return vector.rule;
    throw new VectorFault("the rule is not well formed");
  }
  const profile = starterProfile(textOf(vector, "profile"));
  if (!profile) throw new VectorFault(`there is no profile "${textOf(vector, "profile")}"`);
  const overlays = listOf(vector, "overlays").map((id) => {
    const overlay = starterOverlay(String(id));
    if (!overlay) throw new VectorFault(`there is no overlay "${id}"`);
    return overlay;
  });
  const id = textOf(vector, "requirement");
  const requirement = withOverlays(profile, overlays, factsOf(vector)).find((one) => one.id === id);
  if (!requirement) throw new VectorFault(`${profile.id} has no requirement "${id}"`);
  return requirement.rule;
}

function runFormat(vector: Vector): readonly string[] {
  const role = optionalText(vector, "role");
  const checked = checkNumber(textOf(vector, "format"), textOf(vector, "input"), role === undefined ? {} : { role });
  const keys = ["normalised", "valid", "suggestion", "profession", "warnings", "validStrict", "checkDigits"];
  const wrong = differences("answer", expectedOf(vector, keys), checked);
  if (vector.crossCheck === undefined) return wrong;
  const person = objectOf(vector, "crossCheck");
  const { agrees } = driverNumberAgrees(checked.normalised, {
    surname: textOf(person, "surname"),
    forenames: textOf(person, "forenames"),
    dateOfBirth: textOf(person, "dateOfBirth"),
  });
  return [...wrong, ...differences("crossCheck.agrees", person.agrees, agrees)];
}

function runMrz(vector: Vector): readonly string[] {
  const line1 = optionalText(vector, "line1");
  const lines = { line2: textOf(vector, "line2"), ...(line1 === undefined ? {} : { line1 }) };
  return differences("answer", objectOf(vector, "expect"), readPassportLines(lines, textOf(vector, "on")));
}

function runDeadline(vector: Vector): readonly string[] {
  const given = objectOf(vector, "given");
  const due = dueDay(textOf(vector, "kind"), given);
  return differences("due", textOf(vector, "due"), due);
}

function dueDay(kind: string, given: Vector): string {
  switch (kind) {
    case "update-service-join-by":
      return deadlines.updateServiceJoinBy(textOf(given, "certificateIssued"));
    case "gphc-renew-by":
      return deadlines.gphcRenewBy(textOf(given, "expiryDate"));
    case "nmc-revalidation-apply-by":
      return deadlines.nmcRevalidationApplyBy(textOf(given, "renewalDate"));
    case "agency-record-keep-until":
      return deadlines.agencyRecordKeepUntil(textOf(given, "lastFoundWorkOn"));
    case "dbs-copy-delete-by":
      return deadlines.dbsCopyDeleteBy(textOf(given, "decisionOn"));
    case "subject-access-reply-by":
      return deadlines.subjectAccessReplyBy(textOf(given, "receivedOn"), listOf(given, "bankHolidays").map(String));
    case "complaint-acknowledge-by":
      return deadlines.complaintAcknowledgeBy(textOf(given, "receivedOn"));
    default:
      throw new VectorFault(`there is no deadline "${kind}"`);
  }
}

function faultAt(at: string, message: string): never {
  throw new VectorFault(`${at}: ${message}`);
}
