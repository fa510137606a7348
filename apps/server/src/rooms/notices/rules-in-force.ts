import { createHash } from "node:crypto";
import { documentTypes, leadTimeOf, reminderSteps, starterOverlays, starterProfiles } from "@locum-passport/compliance";

/** Names the rules this version judges by: with other rules a passport that said nothing yesterday may have to say something. */
export const rulesInForce: string = createHash("sha256")
  .update(
    JSON.stringify([
      documentTypes,
      starterProfiles,
      starterOverlays,
      documentTypes.map(({ id }) => [leadTimeOf(id), reminderSteps(id, "2027-06-30")]),
    ]),
  )
  .digest("base64url")
  .slice(0, 22);
