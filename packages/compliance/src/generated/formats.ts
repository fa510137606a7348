// Written by generate.mjs from data/. Change it there.
import type { NumberFormat } from "../formats/number-format.ts";

export const formats: readonly NumberFormat[] = [
  {
    id: "gmc-reference",
    label: "GMC reference number",
    regex: "^[0-9]{7}$",
    normalise: {
      strip: "[\\s\\u002D\\u2010-\\u2015]",
      upperCase: true,
    },
    examples: {
      good: ["7000001", "0123456", "700 0001"],
      bad: ["700001", "70000012", "C7000001", "G7000001"],
    },
    checkDigit: null,
    registerLink: {
      page: "https://www.gmc-uk.org/registration-and-licensing/our-registers",
      deepLink: "https://www.gmc-uk.org/registrants/{value}",
      note: "Pattern is used in public code; untested.",
    },
    notes: [
      "No check digit is known, so a well-formed number may still belong to nobody or to somebody else.",
      "A C in front is the consultant code and a G in front is the GP code; both are different numbers.",
    ],
  },
  {
    id: "nmc-pin",
    label: "NMC Pin",
    regex: "^[0-9]{2}[A-Z][0-9]{4}[A-Z]$",
    normalise: {
      strip: "[\\s\\u002D\\u2010-\\u2015]",
      upperCase: true,
    },
    examples: {
      good: ["01A2345N", "99I0001E", "01a2345n"],
      bad: ["1A2345N", "01A2345", "0IA2345N", "O1A2345N", "01A234SN", "01AB345N"],
    },
    checkDigit: null,
    registerLink: {
      page: "https://www.nmc.org.uk/registration/search-the-register/",
      deepLink: null,
      note: "No link to one person's entry is known.",
    },
    confusions: [
      {
        where: "digit",
        from: "O",
        to: "0",
      },
      {
        where: "digit",
        from: "I",
        to: "1",
      },
      {
        where: "digit",
        from: "L",
        to: "1",
      },
      {
        where: "digit",
        from: "S",
        to: "5",
      },
      {
        where: "letter",
        from: "0",
        to: "O",
      },
      {
        where: "letter",
        from: "1",
        to: "I",
      },
      {
        where: "letter",
        from: "5",
        to: "S",
      },
    ],
    pattern: "99A9999A",
    notes: [
      "Shape is digit, digit, letter, four digits, letter. The last letter is said to show the nation (S for Scotland) and the first letter the month; do not enforce either.",
      "People confuse L, I and 1, S and 5, and O and 0: offer the corrected form instead of a bare error.",
    ],
  },
  {
    id: "gphc-number",
    label: "GPhC registration number",
    regex: "^[0-9]{7}$",
    normalise: {
      strip: "[\\s\\u002D\\u2010-\\u2015]",
      upperCase: true,
    },
    examples: {
      good: ["2012345", "5012345", "201 2345"],
      bad: ["212345", "20123456", "P201234"],
    },
    checkDigit: null,
    registerLink: {
      page: "https://www.pharmacyregulation.org/registers",
      deepLink: "https://www.pharmacyregulation.org/registers/pharmacist/{value}",
      note: "Two patterns are used in public code; both untested. The other adds registrationnumber/ before the number.",
    },
    warnings: [
      {
        whenRole: "pharmacist",
        regex: "^2",
        message: "Pharmacist numbers usually start with 2.",
      },
      {
        whenRole: "pharmacy-technician",
        regex: "^5",
        message: "Technician numbers usually start with 5.",
      },
    ],
    notes: [
      "Warn, do not refuse, when a pharmacist's number does not start with 2 or a technician's with 5; the 5 is general knowledge.",
      "Premises have seven-digit numbers too.",
    ],
  },
  {
    id: "hcpc-number",
    label: "HCPC registration number",
    regex: "^(AS|BS|CH|CS|DT|HAD|ODP|OR|OT|PA|PH|PO|PYL|RA|SL)[0-9]{1,6}$",
    normalise: {
      strip: "[\\s\\u002D\\u2010-\\u2015]",
      upperCase: true,
    },
    examples: {
      good: ["PH123456", "ODP12345", "PYL012345", "ot 00123", "RA-099001", "HAD00123"],
      bad: ["XX12345", "PH1234567", "PH", "123456", "SW12345", "PHY12345"],
    },
    checkDigit: null,
    registerLink: {
      page: "https://www.hcpc-uk.org/check-the-register/",
      deepLink: null,
      note: "Search is by profession with surname or number; no stable link is known.",
    },
    prefixes: {
      AS: "arts-therapist",
      BS: "biomedical-scientist",
      CH: "chiropodist-podiatrist",
      CS: "clinical-scientist",
      DT: "dietitian",
      HAD: "hearing-aid-dispenser",
      ODP: "operating-department-practitioner",
      OR: "orthoptist",
      OT: "occupational-therapist",
      PA: "paramedic",
      PH: "physiotherapist",
      PO: "prosthetist-orthotist",
      PYL: "practitioner-psychologist",
      RA: "radiographer",
      SL: "speech-language-therapist",
    },
    notes: [
      "The letters name the profession, so they can be checked against the profession chosen.",
      "Social workers in England left this register in 2019, so SW is refused; the year is general knowledge.",
    ],
  },
  {
    id: "dbs-certificate-number",
    label: "DBS certificate number",
    regex: "^[0-9]{12}$",
    normalise: {
      strip: "[\\s\\u002D\\u2010-\\u2015]",
      upperCase: true,
    },
    examples: {
      good: ["001234567890", "0012 3456 7890"],
      bad: ["01234567890", "0012345678901", "E01234567890", "1234567890"],
    },
    checkDigit: null,
    registerLink: {
      page: "https://www.gov.uk/dbs-update-service",
      deepLink: null,
      note: "A status check is only for those legally entitled, with consent; never link a locum to it.",
    },
    notes: [
      "Keep as text so the leading zeros survive.",
      "The application reference is a different number; when it is pasted by mistake it often starts with a letter.",
    ],
  },
  {
    id: "share-code",
    label: "Home Office right to work share code",
    regex: "^W[A-Z0-9]{8}$",
    normalise: {
      strip: "[\\s\\u002D\\u2010-\\u2015]",
      upperCase: true,
    },
    examples: {
      good: ["W12345678", "w1a 2b3 c4d", "WAB-12C-D34"],
      bad: ["R12345678", "S12345678", "W1234567", "W123456789", "12345678W"],
    },
    checkDigit: null,
    registerLink: {
      page: "https://www.gov.uk/view-right-to-work",
      deepLink: null,
      note: "Employer page, address from general knowledge. Needs the code and date of birth; no link can carry them.",
    },
    notes: [
      "W is for work, R for renting, S for immigration status: say which one was typed.",
      "Treat as secret: anyone with the code and the date of birth can look.",
    ],
  },
  {
    id: "ni-number",
    label: "National Insurance number",
    regex: "^(?!BG|GB|KN|NK|NT|TN|ZZ)[ABCEGHJ-PRSTW-Z][ABCEGHJ-NPRSTW-Z][0-9]{6}[A-D]$",
    normalise: {
      strip: "[\\s\\u002D\\u2010-\\u2015]",
      upperCase: true,
    },
    examples: {
      good: ["AB123456C", "ab 12 34 56 c", "JR000001A"],
      bad: [
        "QQ123456A",
        "BG123456A",
        "GB123456A",
        "AO123456B",
        "DA123456A",
        "AB123456E",
        "AB12345C",
        "AB123456",
        "TN123456C",
      ],
    },
    checkDigit: null,
    strictRegex: "^(?!BG|GB|KN|NK|NT|TN|ZZ|CR|FY|MW|NC|PP)[ABCEGHJ-PRSTW-Z][ABCEGHJ-NPRSTW-Z][0-9]{6}[A-D]$",
    notes: [
      "HMRC's own sample, QQ123456A, is meant to fail.",
      "In strict mode also refuse the prefixes OO, CR, FY, MW, NC and PP, which are for administration. OO already fails.",
    ],
  },
  {
    id: "gb-driver-number",
    label: "Driver number, Great Britain",
    regex:
      "^(?:[A-Z]{5}|[A-Z]{4}9|[A-Z]{3}99|[A-Z]{2}999|[A-Z]9999)[0-9](?:0[1-9]|1[0-2]|5[1-9]|6[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9](?:[A-Z]{2}|[A-Z]9|99)[A-Z0-9]{3}$",
    normalise: {
      strip: "[\\s\\u002D\\u2010-\\u2015]",
      upperCase: true,
    },
    examples: {
      good: ["MORGA753116SM9IJ", "MORGA 753116 SM9IJ", "PATEL852149R99AB", "LEE99901017J99CD"],
      bad: ["MORGA753116SM9I", "MORGA793116SM9IJ", "MORGA753326SM9IJ", "1ORGA753116SM9IJ", "MORGA713116SM9IJ"],
    },
    checkDigit: null,
    registerLink: {
      page: "https://www.gov.uk/view-driving-licence",
      deepLink: null,
      note: "Address from general knowledge.",
    },
    crossCheck: {
      surname: [1, 5],
      yearTens: 6,
      month: [7, 8],
      day: [9, 10],
      yearUnits: 11,
      initials: [12, 13],
      addForFemale: 50,
    },
    notes: [
      "Sixteen characters: five of surname padded with 9; decade digit of birth year; month, with 50 added if the holder is female; day; last digit of birth year; two initials padded with 9; one arbitrary character; two computed characters.",
      "The rule for the last two characters is not published, so compare with name and date of birth instead.",
      "A trailing issue number of two digits is printed after the driver number: drop it before testing.",
      "The MORGA number is the well-known specimen, not a person's.",
    ],
  },
  {
    id: "ni-driver-number",
    label: "Driver number, Northern Ireland",
    regex: "^[0-9]{8}$",
    normalise: {
      strip: "[\\s\\u002D\\u2010-\\u2015]",
      upperCase: true,
    },
    examples: {
      good: ["12345678", "1234 5678"],
      bad: ["1234567", "123456789", "A1234567"],
    },
    checkDigit: null,
    notes: ["Eight digits; nothing about the holder is coded in it."],
  },
  {
    id: "passport-mrz-line-1",
    label: "Passport machine-readable line 1",
    regex: "^P[A-Z<][A-Z]{3}(?=[A-Z<]{39}$)[A-Z]+(?:<{1,2}[A-Z]+)*<*$",
    normalise: {
      strip: "\\s",
      upperCase: true,
    },
    examples: {
      good: ["P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "P<GBRSMITH<JONES<<SAM<<<<<<<<<<<<<<<<<<<<<<<"],
      bad: [
        "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<",
        "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
        "P<UTO<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<",
      ],
    },
    checkDigit: null,
    relaxedRegex: "^P[A-Z<](?=[A-Z<]{42}$)[A-Z][A-Z<]{2}[A-Z]+(?:<{1,2}[A-Z]+)*<*$",
    notes: [
      "44 characters: P, a type letter or filler, three-letter issuer, then surname, two fillers, given names, filler to the end.",
      "Two fillers separate surname from given names; one filler separates parts of a name and stands for a space or hyphen. Apostrophes vanish.",
      "Long names are cut, so never demand an exact match with the full name.",
      "Germany prints D followed by two fillers as its code, which this pattern refuses; use relaxedRegex for German passports.",
    ],
  },
  {
    id: "passport-mrz-line-2",
    label: "Passport machine-readable line 2",
    regex: "^[A-Z0-9<]{9}[0-9][A-Z<]{3}[0-9]{6}[0-9][MF<X][0-9]{6}[0-9][A-Z0-9<]{14}[0-9<][0-9]$",
    normalise: {
      strip: "\\s",
      upperCase: true,
    },
    examples: {
      good: [
        "L898902C36UTO7408122F1204159ZE184226B<<<<<10",
        "L898902C<3UTO6908061F9406236ZE184226B<<<<<14",
        "L000000007UTO9001011F3001019AA0000000<<<<<02",
      ],
      bad: [
        "L898902C36UTO7408122F1204159ZE184226B<<<<<1",
        "L898902C36UTO7408122Q1204159ZE184226B<<<<<10",
        "L898902C36UT07408122F1204159ZE184226B<<<<<10",
      ],
      badCheckDigit: [
        "L898902C36UTO7408122F1204159ZE184226B<<<<<11",
        "C987654320GBR7505205F2905202CC0000000<<<<<05",
        "L898902C37UTO7408122F1204159ZE184226B<<<<<10",
      ],
    },
    checkDigit: "mrz-731",
    algorithm: {
      name: "mrz-731",
      values: "0 to 9 count as themselves, A to Z as 10 to 35, filler as 0",
      weights: [7, 3, 1],
      modulus: 10,
    },
    notes: [
      "Positions: number 1 to 9, digit 10; nationality 11 to 13; birth date 14 to 19, digit 20; sex 21; expiry 22 to 27, digit 28; optional 29 to 42, digit 43; overall digit 44 over 1 to 10, 14 to 20 and 22 to 43.",
      "When the optional part is all filler, its digit may be 0 or a filler; that is general knowledge.",
      "Two-digit years need a pivot: see vectors/mrz.json.",
      "Birth dates may hold filler when part of the date is unknown; this pattern refuses those, which is acceptable for locums.",
    ],
  },
  {
    id: "uk-passport-number",
    label: "UK passport number",
    regex: "^[0-9]{9}$",
    normalise: {
      strip: "[\\s\\u002D\\u2010-\\u2015]",
      upperCase: true,
    },
    examples: {
      good: ["123456789", "123 456 789"],
      bad: ["12345678", "1234567890", "A12345678"],
    },
    checkDigit: null,
    notes: [
      "Only for passports issued by GBR; other countries use letters as well.",
      "One published data-matching rule allows a letter first. If a machine-readable line is present, trust that instead.",
    ],
  },
  {
    id: "sort-code",
    label: "Bank sort code",
    regex: "^[0-9]{6}$",
    normalise: {
      strip: "[\\s\\u002D\\u2010-\\u2015]",
      upperCase: true,
    },
    examples: {
      good: ["12-34-56", "123456", "00 00 01"],
      bad: ["12345", "1234567", "12-34-5A"],
    },
    checkDigit: null,
    notes: ["Six digits. A modulus check against the account number exists but needs a licensed table that changes."],
  },
  {
    id: "bank-account-number",
    label: "Bank account number",
    regex: "^[0-9]{8}$",
    normalise: {
      strip: "[\\s\\u002D\\u2010-\\u2015]",
      upperCase: true,
    },
    examples: {
      good: ["01234567", "1234 5678"],
      bad: ["1234567", "123456789", "0123456X"],
    },
    checkDigit: null,
    notes: [
      "Eight digits with leading zeros kept. A few older accounts have fewer and are padded on the left by the bank's rule: ask, do not guess.",
    ],
  },
  {
    id: "pvg-number",
    label: "PVG scheme membership number",
    regex: "^[0-9]{16}$",
    normalise: {
      strip: "[\\s\\u002D\\u2010-\\u2015]",
      upperCase: true,
    },
    examples: {
      good: ["1234 5678 9012 3456", "1234567890123456"],
      bad: ["123456789012345", "12345678901234567", "1234 5678 9012 345X"],
    },
    checkDigit: null,
    registerLink: {
      page: "https://disclosure.gov.scot/",
      deepLink: null,
      note: "No public look-up of members.",
    },
    notes: ["Shown in four groups of four. The disclosure record has its own separate number."],
  },
  {
    id: "smartcard-uuid",
    label: "NHS smartcard number (UUID)",
    regex: "^[0-9]{12}$",
    normalise: {
      strip: "[\\s\\u002D\\u2010-\\u2015]",
      upperCase: true,
    },
    examples: {
      good: ["123456789012", "1234 5678 9012"],
      bad: ["12345678901", "1234567890123"],
    },
    checkDigit: null,
    notes: ["Twelve digits under the photo. Not a computer UUID."],
  },
  {
    id: "companies-house-number",
    label: "Company number",
    regex: "^(?:[0-9]{8}|[A-Z]{2}[0-9]{6})$",
    normalise: {
      strip: "[\\s\\u002D\\u2010-\\u2015]",
      upperCase: true,
    },
    examples: {
      good: ["01234567", "SC123456", "ni 123456", "OC301234"],
      bad: ["1234567", "S1234567", "ABC12345", "123456789"],
    },
    checkDigit: null,
    registerLink: {
      page: "https://find-and-update.company-information.service.gov.uk/",
      deepLink: "https://find-and-update.company-information.service.gov.uk/company/{value}",
      note: "From general knowledge; untested.",
    },
    padLeft: {
      length: 8,
      with: "0",
      onlyWhen: "^[0-9]{7}$",
    },
    notes: [
      "Eight characters. A leading zero is often left off on paper: offer to pad seven digits to eight.",
      "A few registered societies have other endings; this covers limited companies.",
    ],
  },
];
