/** Why an agency sends a copy back, in the words both sides read. */
export const sendBackReasons: Record<string, string> = {
  "cannot-read": "It cannot be read",
  "cut-off": "A part is cut off",
  "out-of-date": "It is out of date",
  "too-old": "It is too old for them",
  "wrong-paper": "It is another paper than the one asked for",
  "wrong-name": "The name on it differs",
  "wrong-details": "The details do not match it",
  other: "Something else",
};
