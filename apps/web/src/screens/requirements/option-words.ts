import { answerWords } from "@locum-passport/compliance";
import { professionNames } from "../account/professions.ts";

const professions: Record<string, string> = professionNames;

/** A choice of a question as people read it: "specialty-registrar" → "Specialty registrar". */
export const optionWords = (option: string): string => professions[option] ?? answerWords(option);
