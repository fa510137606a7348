import type { Profile } from "../../api/types.ts";

export const professionNames: Record<NonNullable<Profile["profession"]>, string> = {
  doctor: "Doctor",
  gp: "GP",
  nurse: "Nurse or midwife",
  ahp: "Allied health professional",
  pharmacist: "Pharmacist",
  "pharmacy-technician": "Pharmacy technician",
  "pharmacy-dispenser": "Pharmacy dispenser",
  "support-worker": "Support worker",
};
