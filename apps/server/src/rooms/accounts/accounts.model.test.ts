import { describe, expect, it } from "vitest";
import { type MailName, mails, writeMail } from "./accounts.mails.ts";
import { tidyName } from "./names.model.ts";
import { passwordFault } from "./passwords.model.ts";
import { changedWords, emptyProfile } from "./profiles.model.ts";
import { newCode } from "./sign-ups.model.ts";

const facts = { link: "https://passport.example.org/confirm#token=bcdf", code: "012345" };
const home = "https://passport.example.org";

describe("mails", () => {
  const names = Object.keys(mails) as MailName[];

  it.each(names)("%s: every link stands on a line of its own, in plain ASCII and short lines", (name) => {
    const { subject, text } = writeMail(name, home, facts);
    for (const line of text.split("\n")) {
      if (line.includes("http")) expect(line).toMatch(/^https:\/\/\S+$/);
      expect(line.length).toBeLessThanOrEqual(120);
    }
    expect(`${subject}${text}`).toMatch(/^[\n\x20-\x7e]*$/);
    expect(text).not.toMatch(/please|sorry|invalid/i);
  });

  it("the confirmation holds exactly one six-digit number", () => {
    expect(writeMail("confirm-address", home, facts).text.match(/\b\d{6}\b/g)).toEqual(["012345"]);
  });

  it("one that lacks its link is not sent with a hole in it", () => {
    expect(() => writeMail("reset-password", home)).toThrow("lacks its link");
  });
});

describe("passwords", () => {
  it.each([
    ["short", "anna@example.org"],
    ["elevenchars", "anna@example.org"],
    ["PasswordPassword", "anna@example.org"],
    ["aaaaaaaaaaaaaaaa", "anna@example.org"],
    ["Anna.Long@Example.org", "anna.long@example.org"],
    ["🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂", "anna@example.org"],
  ])("%s is not taken", (password, email) => {
    expect(passwordFault(password, email)).toBeTypeOf("string");
  });

  it("of twelve characters or more are taken without rules about kinds of characters", () => {
    expect(passwordFault("all lower case words", "anna@example.org")).toBeUndefined();
    expect(passwordFault("correct horse battery staple", "anna@example.org")).toBeUndefined();
  });
});

describe("names", () => {
  it("lose direction marks and line breaks and keep their letters", () => {
    expect(tidyName("  Zoe\u0308\u202e  O’Brien-Łukasz\r\n ")).toBe("Zoë O’Brien-Łukasz");
    expect(tidyName("\u200f\u0000 ")).toBe("");
  });
});

describe("profiles", () => {
  it("a change is told by which parts, never by what they hold", () => {
    const after = { ...emptyProfile, legalName: "Anna Specimen", birthDate: "1990-01-02" };
    expect(changedWords(emptyProfile, after)).toBe("legal name, birth date");
    expect(changedWords(after, { ...after })).toBeUndefined();
  });
});

it("codes have six digits, zeros in front included", () => {
  for (let n = 0; n < 200; n++) expect(newCode()).toMatch(/^\d{6}$/);
});
