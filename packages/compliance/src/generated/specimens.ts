// Written by generate.mjs from data/. Change it there.
import type { SpecimenPeople } from "../people/specimen-person.ts";

export const specimenPeople: SpecimenPeople = {
  name: "Sam Alex Specimen",
  answers: {
    nation: "england",
    worksWith: "both",
    worksMainlyWithChildren: false,
    grade: "specialty-doctor",
    eppRole: false,
    namesDiffer: false,
    cvHasGaps: false,
    leftCareRole: false,
    longestStayAbroadMonths: 0,
    trainedOutsideUk: false,
  },
  everyone: [
    {
      type: "passport",
      details: {
        number: "123456789",
        issuingCountry: "GBR",
        surname: "SPECIMEN",
        givenNames: "SAM ALEX",
        dateOfBirth: "1988-05-14",
        issueDate: {
          months: -50,
        },
        expiryDate: {
          months: 70,
        },
      },
    },
    {
      type: "proof-of-address",
      details: {
        subtype: "bank-statement",
        issuer: "SPECIMEN Bank",
        issueDate: {
          days: -40,
        },
        address: "1 Sample Street, Sampletown, ZZ1 1ZZ",
        printedFromOnline: false,
      },
    },
    {
      type: "proof-of-address",
      details: {
        subtype: "council-tax-bill",
        issuer: "SPECIMEN Council",
        issueDate: {
          months: -7,
        },
        address: "1 Sample Street, Sampletown, ZZ1 1ZZ",
        printedFromOnline: false,
      },
    },
    {
      type: "ni-evidence",
      details: {
        niNumber: "AB123456C",
        subtype: "p60",
        issuer: "SPECIMEN Trust",
      },
    },
    {
      type: "cv",
      details: {
        versionDate: {
          months: -4,
        },
        historyStartsOn: "2006-09-01",
        fullHistory: true,
        gapsExplained: true,
      },
    },
    {
      type: "reference",
      details: {
        referee: "R. Specimen",
        refereePost: "Clinical lead",
        employer: "SPECIMEN Trust",
        periodFrom: {
          months: -44,
        },
        periodTo: {
          months: -14,
        },
        receivedOn: {
          months: -13,
        },
        clinical: true,
        relative: false,
        agreedToDisclosure: true,
      },
    },
    {
      type: "reference",
      details: {
        referee: "T. Sample",
        refereePost: "Manager",
        refereeRegistration: "2012345",
        employer: "SPECIMEN Clinic",
        periodFrom: {
          months: -14,
        },
        receivedOn: {
          days: -12,
        },
        clinical: true,
        relative: false,
        agreedToDisclosure: true,
      },
    },
    {
      type: "dbs-certificate",
      details: {
        certificateNumber: "001234567890",
        issueDate: {
          months: -5,
        },
        level: "enhanced-barred-lists",
        workforce: "both",
      },
    },
    {
      type: "dbs-update-service",
      details: {
        certificateNumber: "001234567890",
        subscriptionStartsOn: {
          months: -5,
        },
        subscriptionEndsOn: {
          months: 7,
        },
      },
    },
    {
      type: "criminal-self-declaration",
      details: {
        signedOn: {
          months: -5,
        },
      },
    },
  ],
  byRole: {
    doctor: [
      {
        type: "passport-photo",
        details: {
          takenOn: {
            months: -6,
          },
          signed: true,
        },
      },
      {
        type: "passport-photo",
        details: {
          takenOn: {
            months: -6,
          },
          signed: true,
        },
      },
      {
        type: "fit-to-work",
        details: {
          issuer: "SPECIMEN Occupational Health",
          issueDate: {
            months: -11,
          },
          eppCleared: false,
        },
      },
      {
        type: "hepb-antibody",
        details: {
          titre: 140,
          sampleDate: {
            months: -30,
          },
          lab: "SPECIMEN Laboratory",
          responder: "good",
          identityVerifiedSample: true,
        },
      },
      {
        type: "mmr",
        details: {
          evidence: "two-vaccines",
          vaccine1: "1989-06-01",
          vaccine2: "1992-06-01",
        },
      },
      {
        type: "varicella",
        details: {
          evidence: "antibodies",
          evidenceDate: {
            months: -30,
          },
        },
      },
      {
        type: "tb-bcg",
        details: {
          evidence: "bcg-scar-seen",
          evidenceDate: {
            months: -30,
          },
          signedBy: "N. Specimen",
        },
      },
      {
        type: "bls",
        details: {
          provider: "SPECIMEN Training",
          completedOn: {
            months: -10,
          },
          practical: true,
          audience: "adult",
        },
      },
      {
        type: "moving-handling",
        details: {
          provider: "SPECIMEN Training",
          completedOn: {
            months: -5,
          },
          level: 2,
          practical: true,
        },
      },
      {
        type: "fire-safety",
        details: {
          provider: "SPECIMEN Training",
          completedOn: {
            months: -13,
          },
        },
      },
      {
        type: "health-safety",
        details: {
          provider: "SPECIMEN Training",
          completedOn: {
            months: -20,
          },
        },
      },
      {
        type: "infection-control",
        details: {
          provider: "SPECIMEN Training",
          completedOn: {
            months: -5,
          },
          level: 2,
        },
      },
      {
        type: "information-governance",
        details: {
          provider: "SPECIMEN Training",
          completedOn: {
            months: -5,
          },
        },
      },
      {
        type: "equality-diversity",
        details: {
          provider: "SPECIMEN Training",
          completedOn: {
            months: -20,
          },
        },
      },
      {
        type: "conflict-resolution",
        details: {
          provider: "SPECIMEN Training",
          completedOn: {
            months: -20,
          },
        },
      },
      {
        type: "safeguarding-adults",
        details: {
          provider: "SPECIMEN Training",
          completedOn: {
            months: -20,
          },
          level: 2,
        },
      },
      {
        type: "safeguarding-children",
        details: {
          provider: "SPECIMEN Training",
          completedOn: {
            months: -20,
          },
          level: 2,
        },
      },
      {
        type: "prevent",
        details: {
          provider: "SPECIMEN Training",
          completedOn: {
            months: -20,
          },
        },
      },
      {
        type: "lone-worker",
        details: {
          provider: "SPECIMEN Training",
          completedOn: {
            months: -5,
          },
        },
      },
      {
        type: "gmc-registration",
        details: {
          gmcNumber: "7000001",
          status: "registered-with-licence",
          lastCheckedOn: {
            days: -10,
          },
        },
      },
      {
        type: "primary-qualification",
        details: {
          title: "MBBS",
          institution: "SPECIMEN University",
          awardDate: "2012-07-05",
          translated: false,
        },
      },
      {
        type: "appraisal",
        details: {
          appraisalDate: {
            months: -6,
          },
          appraiser: "A. Specimen",
          designatedBody: "SPECIMEN Trust",
          kind: "appraisal",
        },
      },
      {
        type: "revalidation",
        details: {
          nextDate: {
            months: 30,
          },
          designatedBody: "SPECIMEN Trust",
        },
      },
      {
        type: "indemnity",
        details: {
          insurer: "SPECIMEN Mutual",
          policyNumber: "SPECIMEN-1",
          startDate: {
            months: -10,
          },
          endDate: {
            months: 2,
          },
          scope: "Locum work",
          coversLocumWork: true,
        },
      },
    ],
    gp: [
      {
        type: "gmc-registration",
        details: {
          gmcNumber: "7000001",
          status: "registered-with-licence",
          gpRegister: true,
          lastCheckedOn: {
            days: -10,
          },
        },
      },
      {
        type: "primary-qualification",
        details: {
          title: "MBBS",
          institution: "SPECIMEN University",
          awardDate: "2012-07-05",
          translated: false,
        },
      },
      {
        type: "cct",
        details: {
          specialty: "General practice",
          awardDate: "2017-08-02",
          kind: "cct",
        },
      },
      {
        type: "performers-list",
        details: {
          nation: "england",
          status: "included",
          lastCheckedOn: {
            days: -10,
          },
        },
      },
      {
        type: "appraisal",
        details: {
          appraisalDate: {
            months: -6,
          },
          appraiser: "A. Specimen",
          designatedBody: "SPECIMEN Trust",
          kind: "appraisal",
        },
      },
      {
        type: "safeguarding-children",
        details: {
          provider: "SPECIMEN Training",
          completedOn: {
            months: -40,
          },
          level: 3,
        },
      },
      {
        type: "indemnity",
        details: {
          insurer: "SPECIMEN Mutual",
          policyNumber: "SPECIMEN-1",
          startDate: {
            months: -10,
          },
          endDate: {
            months: 2,
          },
          scope: "Locum work",
          coversLocumWork: true,
        },
      },
    ],
    nurse: [
      {
        type: "passport-photo",
        details: {
          takenOn: {
            months: -6,
          },
          signed: true,
        },
      },
      {
        type: "passport-photo",
        details: {
          takenOn: {
            months: -6,
          },
          signed: true,
        },
      },
      {
        type: "fit-to-work",
        details: {
          issuer: "SPECIMEN Occupational Health",
          issueDate: {
            months: -11,
          },
          eppCleared: false,
        },
      },
      {
        type: "hepb-antibody",
        details: {
          titre: 140,
          sampleDate: {
            months: -30,
          },
          lab: "SPECIMEN Laboratory",
          responder: "good",
          identityVerifiedSample: true,
        },
      },
      {
        type: "mmr",
        details: {
          evidence: "two-vaccines",
          vaccine1: "1989-06-01",
          vaccine2: "1992-06-01",
        },
      },
      {
        type: "varicella",
        details: {
          evidence: "antibodies",
          evidenceDate: {
            months: -30,
          },
        },
      },
      {
        type: "tb-bcg",
        details: {
          evidence: "bcg-scar-seen",
          evidenceDate: {
            months: -30,
          },
          signedBy: "N. Specimen",
        },
      },
      {
        type: "bls",
        details: {
          provider: "SPECIMEN Training",
          completedOn: {
            months: -10,
          },
          practical: true,
          audience: "adult",
        },
      },
      {
        type: "moving-handling",
        details: {
          provider: "SPECIMEN Training",
          completedOn: {
            months: -5,
          },
          level: 2,
          practical: true,
        },
      },
      {
        type: "fire-safety",
        details: {
          provider: "SPECIMEN Training",
          completedOn: {
            months: -13,
          },
        },
      },
      {
        type: "health-safety",
        details: {
          provider: "SPECIMEN Training",
          completedOn: {
            months: -20,
          },
        },
      },
      {
        type: "infection-control",
        details: {
          provider: "SPECIMEN Training",
          completedOn: {
            months: -5,
          },
          level: 2,
        },
      },
      {
        type: "information-governance",
        details: {
          provider: "SPECIMEN Training",
          completedOn: {
            months: -5,
          },
        },
      },
      {
        type: "equality-diversity",
        details: {
          provider: "SPECIMEN Training",
          completedOn: {
            months: -20,
          },
        },
      },
      {
        type: "conflict-resolution",
        details: {
          provider: "SPECIMEN Training",
          completedOn: {
            months: -20,
          },
        },
      },
      {
        type: "safeguarding-adults",
        details: {
          provider: "SPECIMEN Training",
          completedOn: {
            months: -20,
          },
          level: 2,
        },
      },
      {
        type: "safeguarding-children",
        details: {
          provider: "SPECIMEN Training",
          completedOn: {
            months: -20,
          },
          level: 2,
        },
      },
      {
        type: "prevent",
        details: {
          provider: "SPECIMEN Training",
          completedOn: {
            months: -20,
          },
        },
      },
      {
        type: "lone-worker",
        details: {
          provider: "SPECIMEN Training",
          completedOn: {
            months: -5,
          },
        },
      },
      {
        type: "nmc-registration",
        details: {
          nmcPin: "01A2345N",
          status: "registered",
          partOfRegister: "Adult nursing",
          renewalDate: {
            months: 9,
          },
          lastCheckedOn: {
            days: -10,
          },
        },
      },
      {
        type: "primary-qualification",
        details: {
          title: "BSc Nursing",
          institution: "SPECIMEN University",
          awardDate: "2012-07-05",
          translated: false,
        },
      },
      {
        type: "revalidation",
        details: {
          nextDate: {
            months: 20,
          },
        },
      },
      {
        type: "indemnity",
        details: {
          insurer: "SPECIMEN Mutual",
          policyNumber: "SPECIMEN-1",
          startDate: {
            months: -10,
          },
          endDate: {
            months: 2,
          },
          scope: "Locum work",
          coversLocumWork: true,
        },
      },
    ],
    ahp: [
      {
        type: "passport-photo",
        details: {
          takenOn: {
            months: -6,
          },
          signed: true,
        },
      },
      {
        type: "passport-photo",
        details: {
          takenOn: {
            months: -6,
          },
          signed: true,
        },
      },
      {
        type: "fit-to-work",
        details: {
          issuer: "SPECIMEN Occupational Health",
          issueDate: {
            months: -11,
          },
          eppCleared: false,
        },
      },
      {
        type: "hepb-antibody",
        details: {
          titre: 140,
          sampleDate: {
            months: -30,
          },
          lab: "SPECIMEN Laboratory",
          responder: "good",
          identityVerifiedSample: true,
        },
      },
      {
        type: "mmr",
        details: {
          evidence: "two-vaccines",
          vaccine1: "1989-06-01",
          vaccine2: "1992-06-01",
        },
      },
      {
        type: "varicella",
        details: {
          evidence: "antibodies",
          evidenceDate: {
            months: -30,
          },
        },
      },
      {
        type: "tb-bcg",
        details: {
          evidence: "bcg-scar-seen",
          evidenceDate: {
            months: -30,
          },
          signedBy: "N. Specimen",
        },
      },
      {
        type: "bls",
        details: {
          provider: "SPECIMEN Training",
          completedOn: {
            months: -10,
          },
          practical: true,
          audience: "adult",
        },
      },
      {
        type: "moving-handling",
        details: {
          provider: "SPECIMEN Training",
          completedOn: {
            months: -5,
          },
          level: 2,
          practical: true,
        },
      },
      {
        type: "fire-safety",
        details: {
          provider: "SPECIMEN Training",
          completedOn: {
            months: -13,
          },
        },
      },
      {
        type: "health-safety",
        details: {
          provider: "SPECIMEN Training",
          completedOn: {
            months: -20,
          },
        },
      },
      {
        type: "infection-control",
        details: {
          provider: "SPECIMEN Training",
          completedOn: {
            months: -5,
          },
          level: 2,
        },
      },
      {
        type: "information-governance",
        details: {
          provider: "SPECIMEN Training",
          completedOn: {
            months: -5,
          },
        },
      },
      {
        type: "equality-diversity",
        details: {
          provider: "SPECIMEN Training",
          completedOn: {
            months: -20,
          },
        },
      },
      {
        type: "conflict-resolution",
        details: {
          provider: "SPECIMEN Training",
          completedOn: {
            months: -20,
          },
        },
      },
      {
        type: "safeguarding-adults",
        details: {
          provider: "SPECIMEN Training",
          completedOn: {
            months: -20,
          },
          level: 2,
        },
      },
      {
        type: "safeguarding-children",
        details: {
          provider: "SPECIMEN Training",
          completedOn: {
            months: -20,
          },
          level: 2,
        },
      },
      {
        type: "prevent",
        details: {
          provider: "SPECIMEN Training",
          completedOn: {
            months: -20,
          },
        },
      },
      {
        type: "lone-worker",
        details: {
          provider: "SPECIMEN Training",
          completedOn: {
            months: -5,
          },
        },
      },
      {
        type: "hcpc-registration",
        details: {
          hcpcNumber: "PH123456",
          profession: "physiotherapist",
          periodEndsOn: {
            months: 15,
          },
          lastCheckedOn: {
            days: -10,
          },
        },
      },
      {
        type: "primary-qualification",
        details: {
          title: "BSc Physiotherapy",
          institution: "SPECIMEN University",
          awardDate: "2012-07-05",
          translated: false,
        },
      },
      {
        type: "indemnity",
        details: {
          insurer: "SPECIMEN Mutual",
          policyNumber: "SPECIMEN-1",
          startDate: {
            months: -10,
          },
          endDate: {
            months: 2,
          },
          scope: "Locum work",
          coversLocumWork: true,
        },
      },
    ],
    pharmacist: [
      {
        type: "gphc-registration",
        details: {
          gphcNumber: "2012345",
          registrantType: "pharmacist",
          expiryDate: {
            months: 4,
          },
          lastCheckedOn: {
            days: -10,
          },
        },
      },
      {
        type: "primary-qualification",
        details: {
          title: "MPharm",
          institution: "SPECIMEN University",
          awardDate: "2012-07-05",
          translated: false,
        },
      },
      {
        type: "indemnity",
        details: {
          insurer: "SPECIMEN Mutual",
          policyNumber: "SPECIMEN-1",
          startDate: {
            months: -10,
          },
          endDate: {
            months: 2,
          },
          scope: "Locum work",
          coversLocumWork: true,
        },
      },
      {
        type: "smartcard",
        details: {
          uuid: "123456789012",
          certificateExpiry: {
            months: 8,
          },
        },
      },
      {
        type: "accreditation",
        details: {
          service: "pharmacy-first",
          provider: "SPECIMEN Training",
          completedOn: {
            months: -8,
          },
          doesNotExpire: true,
        },
      },
      {
        type: "safeguarding-children",
        details: {
          provider: "SPECIMEN Training",
          completedOn: {
            months: -40,
          },
          level: 2,
        },
      },
    ],
    "pharmacy-technician": [
      {
        type: "gphc-registration",
        details: {
          gphcNumber: "2012345",
          registrantType: "pharmacy-technician",
          expiryDate: {
            months: 4,
          },
          lastCheckedOn: {
            days: -10,
          },
        },
      },
      {
        type: "nvq-pharmacy",
        details: {
          level: 3,
          title: "NVQ level 3",
          awardDate: "2014-06-20",
        },
      },
    ],
    "pharmacy-dispenser": [],
    "support-worker": [
      {
        type: "care-certificate",
        details: {
          provider: "SPECIMEN Training",
          completedOn: {
            months: -40,
          },
        },
      },
      {
        type: "bls",
        details: {
          provider: "SPECIMEN Training",
          completedOn: {
            months: -10,
          },
          practical: true,
          audience: "adult",
        },
      },
      {
        type: "moving-handling",
        details: {
          provider: "SPECIMEN Training",
          completedOn: {
            months: -5,
          },
          level: 2,
          practical: true,
        },
      },
      {
        type: "fire-safety",
        details: {
          provider: "SPECIMEN Training",
          completedOn: {
            months: -13,
          },
        },
      },
      {
        type: "infection-control",
        details: {
          provider: "SPECIMEN Training",
          completedOn: {
            months: -5,
          },
          level: 2,
        },
      },
      {
        type: "safeguarding-adults",
        details: {
          provider: "SPECIMEN Training",
          completedOn: {
            months: -20,
          },
          level: 2,
        },
      },
    ],
  },
};
