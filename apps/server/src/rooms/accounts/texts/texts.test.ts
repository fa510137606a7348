import { createHash } from "node:crypto";
import { termsNames } from "@locum-passport/contract";
import { describe, expect, test } from "vitest";
import { currentTexts } from "./texts.ts";

const service = {
  controllerName: "SPECIMEN Passport Ltd",
  controllerAddress: "1 Sample Street, Sampletown",
  privacyContact: "privacy@passport.example",
  storageCountry: "United Kingdom",
};
const texts = currentTexts(service);
const all = termsNames.map((name) => [name, texts[name]] as const);

test("every text of the contract is there, and no other", () => {
  expect(Object.keys(texts).sort()).toEqual([...termsNames].sort());
});

describe.each(all)("%s", (_name, { version, title, text, sha256 }) => {
  test("has under 900 words", () => {
    expect(text.split(/\s+/).length).toBeLessThan(900);
  });

  test("begins with its version, a date, and has a title", () => {
    expect(version).toMatch(/^20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/);
    expect(text.startsWith(`Version ${version}\n`)).toBe(true);
    expect(title).not.toBe("");
  });

  test("leaves no slot, and names who runs the service", () => {
    expect(text).not.toMatch(/[{}]|undefined|TODO|lorem/i);
    expect(text).toContain(service.privacyContact);
    expect(text).toContain(service.controllerName);
  });

  test("is hashed over exactly the text shown", () => {
    expect(sha256).toBe(createHash("sha256").update(Buffer.from(text, "utf8")).digest("hex"));
  });

  test("is made of headings, paragraphs and flat lists only", () => {
    for (const line of text.split("\n")) expect(line).toMatch(/^$|^## \S|^- \S|^[A-Z"]/);
    expect(text).not.toMatch(/[<>|`]|\]\(|\*\*\*/);
  });

  test("says nothing we do not say", () => {
    expect(text).not.toMatch(
      /\b(verified|certified|guaranteed?|secure forever|compliant|invalid|please|sorry|oops|simply|click)\b/i,
    );
  });
});

test("what is not set reads as not stated, and a line break in an address does not break the page", () => {
  const bare = currentTexts({ controllerName: "  ", controllerAddress: "1 Sample Street\nSampletown" }).privacy.text;
  expect(bare).toContain("run by not stated. Address: 1 Sample Street, Sampletown.");
  expect(bare).toContain("stored in: not stated");
});

test("a setting that looks like a slot is printed, not filled", () => {
  expect(currentTexts({ controllerName: "{{privacyContact}}", privacyContact: "x" }).licence.text).toContain(
    "{{privacyContact}}",
  );
});

test("another controller gives another hash", () => {
  expect(currentTexts({}).licence.sha256).not.toBe(texts.licence.sha256);
});

describe("the promises that the texts carry", () => {
  test("licence: store, picture, copy and show, and nothing more", () => {
    for (const verb of ["Store it", "Picture it", "Copy it", "Show it", "Nothing more", "sole owner"])
      expect(texts.licence.text).toContain(verb);
  });
  test("privacy: seven purposes and two exceptions", () => {
    const section = texts.privacy.text.split("## ").find((part) => part.startsWith("Seven purposes")) ?? "";
    expect(section.match(/^- \*\*/gm)).toHaveLength(7);
    expect(texts.privacy.text).toContain("two exceptions");
  });
  test("transfer: a copy goes, the agency may have to keep what it downloaded, a stop ends the next look", () => {
    for (const words of ["The originals stay yours", "may have to keep", "Stopping ends the next look"])
      expect(texts.transferNotice.text).toContain(words);
  });
  test("agency: no onward showing beyond what was said, six months for criminal-record papers, deleting, a record of who saw", () => {
    for (const words of [
      "only where the locum allowed that",
      "six months",
      "section 124",
      "record who saw it",
      "you delete",
    ])
      expect(texts.agencyTerms.text).toContain(words);
  });
  test("health: explicit consent under Article 9 that can be taken back", () => {
    for (const words of ["Article 9", "explicit consent", "take this consent back"])
      expect(texts.healthNotice.text).toContain(words);
  });
  test("criminal record: Article 10, the DBS code and the Police Act", () => {
    for (const words of ["Article 10", "code of practice", "section 124", "take this consent back"])
      expect(texts.criminalRecordNotice.text).toContain(words);
  });
});
