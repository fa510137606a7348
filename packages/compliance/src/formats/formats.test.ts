import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkDigit731 } from "./check-digit.ts";
import { checkNumber, numberFormats, registerLink } from "./check-number.ts";
import { driverNumberAgrees } from "./driver-number.ts";
import { readPassportLines } from "./mrz.ts";

describe("number formats", () => {
  test.each(numberFormats.map((format) => [format.id, format] as const))(
    "%s takes its good examples and refuses its bad ones",
    (id, format) => {
      for (const good of format.examples.good) expect(checkNumber(id, good).valid, good).toBe(true);
      for (const bad of format.examples.bad) expect(checkNumber(id, bad).valid, bad).toBe(false);
      for (const bad of format.examples.badCheckDigit ?? [])
        expect(checkNumber(id, bad)).toMatchObject({ valid: true, checkDigits: false });
    },
  );

  test("what is refused says what to do, and what is suggested is well formed", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...numberFormats),
        fc.string({ unit: fc.constantFrom(..."0123456789OISLABCWPH< -"), maxLength: 20 }),
        (format, typed) => {
          const checked = checkNumber(format.id, typed);
          expect(checked.message === null).toBe(checked.valid);
          if (checked.suggestion !== null && !checked.suggestion.startsWith("This code"))
            expect(checkNumber(format.id, checked.suggestion).valid).toBe(true);
        },
      ),
    );
  });

  test("a tidied number is the same when tidied again", () => {
    fc.assert(
      fc.property(fc.constantFrom(...numberFormats), fc.string(), (format, typed) => {
        const { normalised } = checkNumber(format.id, typed);
        expect(checkNumber(format.id, normalised).normalised).toBe(normalised);
      }),
    );
  });

  test.each([
    ["gmc-reference", "700OOO1", "7000001"],
    ["gphc-number", "2O12345", "2012345"],
    ["dbs-certificate-number", "OO1234567890", "001234567890"],
    ["ni-number", "AB123S56C", "AB123556C"],
    ["sort-code", "I2-34-56", "123456"],
    ["hcpc-number", "PH12345O", "PH123450"],
    ["hcpc-number", "0DP12345", "ODP12345"],
    ["gb-driver-number", "M0RGA7531I6SM9IJ", "MORGA753116SM9IJ"],
    ["gb-driver-number", "LEE9990IO17J99CD", "LEE99901017J99CD"],
  ])("look-alikes are put right: %s %s", (id, typed, meant) => {
    expect(checkNumber(id, typed).suggestion).toBe(meant);
  });

  test("an unknown format is refused", () => {
    expect(() => checkNumber("no-such-format", "1")).toThrow(RangeError);
  });

  test("a register link goes to one's own entry where one is known, else to the search page, never to a DBS check of it", () => {
    expect(registerLink("gmc-reference", "700 0001")).toBe("https://www.gmc-uk.org/registrants/7000001");
    expect(registerLink("gmc-reference", "?x=1")).toBe(
      "https://www.gmc-uk.org/registration-and-licensing/our-registers",
    );
    expect(registerLink("nmc-pin", "01A2345N")).toBe("https://www.nmc.org.uk/registration/search-the-register/");
    expect(registerLink("sort-code", "123456")).toBeNull();
  });
});

describe("driver numbers", () => {
  const person = { surname: "Morgan", forenames: "Sarah Meredyth", dateOfBirth: "1976-03-11" };
  test("say what differs", () => {
    expect(
      driverNumberAgrees("MORGA753116SM9IJ", { ...person, forenames: "Ann", dateOfBirth: "1976-03-12" }).differs,
    ).toEqual(["dateOfBirth", "initials"]);
  });
  test("know that Mac may be printed Mc, and leave out apostrophes and accents", () => {
    expect(driverNumberAgrees("MCDON753116SM9IJ", { ...person, surname: "MacDonald" }).agrees).toBe(true);
    expect(driverNumberAgrees("OBRIE753116SM9IJ", { ...person, surname: "O\u2019Bri\u00e9n" }).agrees).toBe(true);
  });
});

describe("passport lines", () => {
  const base = "1234567897GBR8502153M3105146<<<<<<<<<<<<<<<6";
  test("any one digit misread in number, birth or expiry is found", () => {
    const places = fc
      .integer({ min: 0, max: 27 })
      .filter((place) => (place < 9 || place >= 13) && place !== 20 && place !== 9);
    fc.assert(
      fc.property(places, fc.integer({ min: 1, max: 9 }), (place, by) => {
        const digit = (Number(base[place]) + by) % 10;
        const line2 = `${base.slice(0, place)}${digit}${base.slice(place + 1)}`;
        expect(readPassportLines({ line2 }, "2026-11-23").valid).toBe(false);
      }),
    );
  });
  test("white space and lower case do not matter", () => {
    expect(readPassportLines({ line2: ` ${base.toLowerCase()}\n` }, "2026-11-23").valid).toBe(true);
  });
  test("an expiry past the turn of the century is read in the nearest one", () => {
    const line = (expiry: string) => {
      const digits = `${expiry}${checkDigit731(expiry)}`;
      const body = `1234567897GBR8502153M${digits}<<<<<<<<<<<<<<<`;
      return `${body}${checkDigit731(body.slice(0, 10) + body.slice(13, 20) + body.slice(21, 43))}`;
    };
    expect(readPassportLines({ line2: line("050101") }, "2098-06-01")).toMatchObject({
      fields: { expiryDate: "2105-01-01" },
    });
    expect(readPassportLines({ line2: line("300229") }, "2026-11-23")).toMatchObject({
      valid: false,
      fields: { expiryDate: null },
    });
  });
});
