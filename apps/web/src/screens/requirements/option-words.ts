import { capital } from "../../design/words.ts";
import { professionNames } from "../account/professions.ts";

const words: Record<string, string> = {
  ...professionNames,
  "northern-ireland": "Northern Ireland",
  adult: "Adults",
  child: "Children",
  both: "Adults and children",
  "pharmacy-first": "Pharmacy First",
  "covid-vaccination": "COVID vaccination",
};

/** A choice of a question as people read it: "specialty-registrar" → "Specialty registrar". */
export const optionWords = (option: string): string => words[option] ?? capital(option.replaceAll("-", " "));
