import { checkDetails, documentType, missingDetails, readPassportLines } from "@locum-passport/compliance";
import exifr from "exifr";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { checkDigit, machineReadableLines } from "./mrz.ts";
import { AMARA, fullName, longDate, RHYS, shiftDate } from "./person.ts";
import { makeSpecimens, type Specimen } from "./specimens.ts";

const TODAY = "2026-11-23";

describe("passport lines", () => {
  it("check digits are those of the published specimen", () => {
    // ICAO Doc 9303 part 4, appendix A: L898902C3, 12 August 1974, 15 April 2012, ZE184226B
    expect(["L898902C3", "740812", "120415", "ZE184226B<<<<<"].map(checkDigit)).toEqual(["6", "2", "9", "1"]);
    expect(checkDigit("L898902C3674081221204159ZE184226B<<<<<1")).toBe("0");
  });

  it("have 44 characters, for long and for short names", () => {
    const long = { ...AMARA, givenNames: "Maximilianbartholomew", surname: "Featherstonehaugh-Cholmondeley" };
    for (const person of [AMARA, RHYS, long]) {
      const lines = machineReadableLines(person, "2034-01-01");
      expect(lines.map((line) => line.length)).toEqual([44, 44]);
      expect(lines.join("")).toMatch(/^[A-Z0-9<]+$/);
    }
    expect(machineReadableLines(AMARA, "2034-01-01")[0]).toBe("P<UTOOKONKWO<HALE<<AMARA<JOSEPHINE<<<<<<<<<<");
  });
});

it("dates shift by calendar parts and print in words", () => {
  expect(shiftDate("2026-11-23", 1, -2, 8)).toBe("2027-10-01");
  expect(longDate("2027-03-14")).toBe("14 March 2027");
});

describe("the specimen papers of a person", () => {
  let made: Specimen[];
  beforeAll(async () => {
    made = await makeSpecimens(AMARA, TODAY);
  });
  const file = (name: string, index = 0) => {
    const found = made.find((specimen) => specimen.name === name)?.files[index];
    if (!found) throw new Error(`no ${name}`);
    return found;
  };

  it("are every kind of file the service keeps, a certificate in three photos among them", () => {
    const kinds = new Set(made.flatMap(({ files }) => files.map(({ mediaType }) => mediaType.split(/[/.]/).at(-1))));
    expect([...kinds].sort()).toEqual(["document", "heic", "jpeg", "pdf", "png"]);
    expect(made.find(({ name }) => name === "dbs-certificate")?.files).toHaveLength(3);
  });

  it("photos say where they were taken where they should, and nowhere else", async () => {
    for (const photo of [
      file("dbs-certificate"),
      file("dbs-certificate", 2),
      file("degree"),
      file("council-tax-bill"),
    ]) {
      expect(await exifr.gps(photo.bytes)).toMatchObject({ latitude: expect.closeTo(50.6, 1) });
    }
    for (const photo of [file("passport"), file("portrait")]) {
      expect(await exifr.gps(photo.bytes).catch(() => undefined)).toBeUndefined();
    }
  });

  it("details are those the catalogue asks for, all of them, and the passport's lines are right", () => {
    for (const { type, details } of made) {
      const known = documentType(type);
      if (!known) throw new Error(`no type ${type}`);
      expect(checkDetails(known, details, { today: TODAY }).errors, type).toEqual([]);
      expect(missingDetails(known, details), type).toEqual([]);
    }
    const lines = made.find(({ name }) => name === "passport")?.details;
    const read = readPassportLines({ line1: String(lines?.mrzLine1), line2: String(lines?.mrzLine2) }, TODAY);
    expect(read).toMatchObject({ wellFormed: true, valid: true });
  });

  it("the passport's details agree with its printed lines", () => {
    const details = made.find(({ name }) => name === "passport")?.details;
    expect(details).toMatchObject({
      number: AMARA.passportNumber,
      surname: AMARA.surname,
      dateOfBirth: AMARA.dateOfBirth,
    });
    expect(String(details?.mrzLine2)).toContain(String(details?.expiryDate).slice(2).replaceAll("-", ""));
  });

  it("are of a size that people really upload, and each is its own", async () => {
    const bytes = made.flatMap(({ files }) => files.map((one) => one.bytes));
    for (const one of bytes) expect(one.length).toBeLessThan(5 * 1024 * 1024);
    expect(new Set(bytes.map((one) => one.toString("base64"))).size).toBe(bytes.length);
    expect((await sharp(file("passport").bytes).metadata()).width).toBe(2016);
    expect(fullName(AMARA)).toBe("Amara Josephine Okonkwo-Hale");
  });
});
