const words: Readonly<Record<string, string>> = {
  gp: "GP",
  ahp: "Allied health professional or healthcare scientist",
  "northern-ireland": "Northern Ireland",
  england: "England",
  wales: "Wales",
  scotland: "Scotland",
  adult: "Adults",
  child: "Children",
  both: "Adults and children",
  "pharmacy-first": "Pharmacy First",
  "covid-vaccination": "COVID vaccination",
};

/** A code such as `specialty-registrar` as people write it: "Specialty registrar". */
export function codeWords(code: string): string {
  const plain = words[code] ?? code.replaceAll("-", " ");
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

/** An answer to a question as it is read: "Yes", "6", "Specialty registrar". */
export function answerWords(value: string | number | boolean): string {
  if (typeof value === "boolean") return value ? "Yes" : "No";
  return typeof value === "number" ? String(value) : codeWords(value);
}
