// Written by generate.mjs from data/. Change it there.
// biome-ignore-all lint/suspicious/noThenProperty: `then` is a word of the requirement language.
import type { Fact, Overlay, Profile } from "../profiles/profile.ts";

export const starterFacts: readonly Fact[] = [
  {
    id: "role",
    kind: "enum",
    options: [
      "doctor",
      "gp",
      "nurse",
      "ahp",
      "pharmacist",
      "pharmacy-technician",
      "pharmacy-dispenser",
      "support-worker",
    ],
    ask: "What do you do?",
  },
  {
    id: "nation",
    kind: "enum",
    options: ["england", "wales", "scotland", "northern-ireland"],
    ask: "Where is the work?",
  },
  {
    id: "worksWith",
    kind: "enum",
    options: ["adult", "child", "both"],
    ask: "Who will you treat?",
  },
  {
    id: "worksMainlyWithChildren",
    kind: "boolean",
    ask: "Do you mainly treat children?",
  },
  {
    id: "grade",
    kind: "enum",
    options: ["foundation", "core", "specialty-registrar", "specialty-doctor", "consultant"],
    ask: "What grade is the post?",
  },
  {
    id: "eppRole",
    kind: "boolean",
    ask: "Will you do exposure-prone procedures, such as surgery?",
  },
  {
    id: "namesDiffer",
    kind: "boolean",
    ask: "Does your name differ on any of your papers?",
  },
  {
    id: "cvHasGaps",
    kind: "boolean",
    ask: "Are there gaps in your CV?",
  },
  {
    id: "leftCareRole",
    kind: "boolean",
    ask: "Have you left a post with children or vulnerable adults?",
  },
  {
    id: "longestStayAbroadMonths",
    kind: "number",
    ask: "In the last five years, what is the longest you have lived in one other country, in months?",
  },
  {
    id: "trainedOutsideUk",
    kind: "boolean",
    ask: "Did you train outside the UK?",
  },
  {
    id: "serviceRequested",
    kind: "enum",
    options: [
      "pharmacy-first",
      "new-medicine-service",
      "discharge-medicines-service",
      "medicines-use-review",
      "repeat-dispensing",
      "contraception-service",
      "emergency-contraception",
      "flu-vaccination",
      "covid-vaccination",
      "hypertension-case-finding",
      "smoking-cessation",
      "supervised-consumption",
      "summary-care-record",
      "dementia-friends",
      "other",
    ],
    ask: "Which pharmacy service does the booking need?",
  },
];

export const starterProfiles: readonly Profile[] = [
  {
    id: "nhs-hospital-doctor-agency",
    name: "NHS hospital doctor, through a framework agency",
    kind: "profile",
    appliesTo: {
      roles: ["doctor"],
      nations: ["england", "wales"],
      setting: "nhs-hospital",
    },
    version: "2026-11",
    note: "The contract schedules of the national frameworks are not reflected here; these rules are what agencies on them say they ask for.",
    requirements: [
      {
        id: "photo-id-and-address",
        title: "Photo ID and proof of address",
        rule: {
          anyOf: [
            {
              allOf: [
                {
                  nOf: {
                    count: 1,
                    type: ["passport", "driving-licence", "national-id-card", "other-photo-id"],
                  },
                },
                {
                  nOf: {
                    count: 2,
                    type: "proof-of-address",
                    distinctBy: "issuer",
                  },
                },
              ],
              eachDocumentOnce: true,
            },
            {
              allOf: [
                {
                  nOf: {
                    count: 2,
                    type: ["passport", "driving-licence", "national-id-card", "other-photo-id"],
                    distinctBy: "type",
                  },
                },
                {
                  nOf: {
                    count: 1,
                    type: "proof-of-address",
                  },
                },
              ],
              eachDocumentOnce: true,
            },
          ],
        },
        why: "Either one photo ID with two proofs of address from different senders, or two photo IDs with one proof of address. One paper cannot do both jobs.",
      },
      {
        id: "right-to-work",
        title: "Right to work",
        rule: {
          anyOf: [
            {
              document: {
                type: "rtw-british-irish",
              },
            },
            {
              allOf: [
                {
                  document: {
                    type: "birth-certificate",
                  },
                },
                {
                  document: {
                    type: "ni-evidence",
                  },
                },
              ],
            },
            {
              document: {
                type: "rtw-share-code",
              },
            },
            {
              document: {
                type: "rtw-pvn",
              },
            },
          ],
        },
        why: "The agency or hirer must make its own check. A British or Irish passport, a birth certificate with proof of National Insurance number, a fresh share code or a Positive Verification Notice lets them start.",
      },
      {
        id: "passport-photos",
        title: "Two passport-style photos",
        rule: {
          nOf: {
            count: 2,
            type: "passport-photo",
          },
        },
        why: "Used for the badge and to match you to your ID on the ward.",
      },
      {
        id: "name-change",
        title: "Proof of change of name",
        rule: {
          onlyIf: {
            condition: {
              fact: "namesDiffer",
              equals: true,
            },
            then: {
              document: {
                type: "name-change",
              },
            },
          },
        },
        why: "Needed only when a name differs between your papers.",
      },
      {
        id: "cv",
        title: "CV with no unexplained gaps",
        rule: {
          allOf: [
            {
              document: {
                type: "cv",
                maxAgeMonths: 24,
              },
            },
            {
              onlyIf: {
                condition: {
                  fact: "cvHasGaps",
                  equals: true,
                },
                then: {
                  document: {
                    type: "gap-explanation",
                  },
                },
              },
            },
          ],
        },
        why: "Every job and gap, by month and year, up to now.",
      },
      {
        id: "references",
        title: "References",
        rule: {
          allOf: [
            {
              nOf: {
                count: 2,
                type: "reference",
                distinctBy: "referee",
              },
            },
            {
              covers: {
                type: "reference",
                months: 36,
                gapDaysAllowed: 31,
                orExplainedBy: "gap-explanation",
              },
            },
          ],
        },
        why: "At least two people, together covering the last three years. A gap of up to a month is let pass; that allowance is our choice.",
      },
      {
        id: "registration",
        title: "GMC registration with a licence",
        rule: {
          document: {
            type: "gmc-registration",
            where: {
              status: "registered-with-licence",
            },
            maxAgeDays: 30,
          },
        },
        why: "Looked up on the live register in the last month.",
      },
      {
        id: "primary-qualification",
        title: "Degree or diploma",
        rule: {
          document: {
            type: "primary-qualification",
          },
        },
        why: "The agency must see the original even though the register holds the same fact.",
      },
      {
        id: "specialist-qualification",
        title: "Certificate of Completion of Training",
        rule: {
          onlyIf: {
            condition: {
              fact: "grade",
              oneOf: ["consultant"],
            },
            then: {
              document: {
                type: "cct",
              },
            },
          },
        },
        why: "For consultant posts.",
      },
      {
        id: "criminal-record-check",
        title: "DBS check",
        rule: {
          anyOf: [
            {
              document: {
                type: "dbs-certificate",
                level: "enhanced-barred-lists",
                workforce: "both",
                maxAgeMonths: 12,
              },
            },
            {
              allOf: [
                {
                  document: {
                    type: "dbs-certificate",
                    level: "enhanced-barred-lists",
                    workforce: "both",
                    anyAge: true,
                  },
                },
                {
                  document: {
                    type: "dbs-update-service",
                  },
                },
              ],
              sameField: "certificateNumber",
            },
          ],
        },
        why: "Enhanced with barred lists, for adults and children, issued in the last twelve months or kept live on the Update Service. The original still has to be shown.",
      },
      {
        id: "criminal-self-declaration",
        title: "Criminal record declaration",
        rule: {
          document: {
            type: "criminal-self-declaration",
            maxAgeMonths: 12,
          },
        },
        why: "A signed statement made to the agency. The one-year limit is our assumption.",
      },
      {
        id: "overseas-police",
        title: "Overseas police check",
        rule: {
          onlyIf: {
            condition: {
              fact: "longestStayAbroadMonths",
              atLeast: 6,
            },
            then: {
              document: {
                type: "overseas-police",
              },
            },
          },
        },
        why: "Asked for when you have lived in another country for 6 months or more.",
      },
      {
        id: "fit-to-work",
        title: "Fitness to work certificate",
        rule: {
          document: {
            type: "fit-to-work",
            maxAgeMonths: 12,
          },
        },
        why: "Issued by occupational health after it has seen your blood and vaccine evidence.",
      },
      {
        id: "hepatitis-b",
        title: "Hepatitis B immunity",
        rule: {
          anyOf: [
            {
              document: {
                type: "hepb-antibody",
                where: {
                  titre: {
                    moreThan: 100,
                  },
                },
              },
            },
            {
              document: {
                type: "hepb-antibody",
                where: {
                  lowResponderEvidence: true,
                },
              },
            },
          ],
        },
        why: "More than 100 mIU/ml, or a low responder letter with two reports.",
      },
      {
        id: "mmr",
        title: "Measles, mumps and rubella",
        rule: {
          anyOf: [
            {
              document: {
                type: "mmr",
                where: {
                  evidence: "two-vaccines",
                },
              },
            },
            {
              document: {
                type: "mmr",
                where: {
                  measlesImmune: true,
                  rubellaImmune: true,
                },
              },
            },
          ],
        },
        why: "Two vaccines, or a blood test showing measles and rubella antibodies.",
      },
      {
        id: "varicella",
        title: "Chickenpox immunity",
        rule: {
          document: {
            type: "varicella",
          },
        },
        why: "A blood test is safest; some agencies accept a signed statement.",
      },
      {
        id: "tb",
        title: "TB and BCG",
        rule: {
          document: {
            type: "tb-bcg",
            where: {
              signedBy: {
                present: true,
              },
            },
          },
        },
        why: "Must be signed by occupational health or a GP; your own word is not accepted.",
      },
      {
        id: "epp-clearance",
        title: "Clearance for exposure-prone procedures",
        rule: {
          onlyIf: {
            condition: {
              fact: "eppRole",
              equals: true,
            },
            then: {
              allOf: [
                {
                  document: {
                    type: "epp-hbsag",
                    where: {
                      result: "negative",
                    },
                    maxAgeMonths: 36,
                    identityVerifiedSample: true,
                  },
                },
                {
                  document: {
                    type: "epp-hepc",
                    where: {
                      result: "negative",
                    },
                    maxAgeMonths: 36,
                    identityVerifiedSample: true,
                  },
                },
                {
                  document: {
                    type: "epp-hiv",
                    where: {
                      result: "negative",
                    },
                    maxAgeMonths: 36,
                    identityVerifiedSample: true,
                  },
                },
              ],
            },
          },
        },
        why: "Only for surgery and similar work. Your identity must have been checked when the blood was taken. Three years is one agency rule; five is another.",
      },
      {
        id: "bls",
        title: "Basic life support",
        rule: {
          document: {
            type: "bls",
            maxAgeMonths: 12,
          },
        },
        why: "Every year.",
      },
      {
        id: "moving-handling",
        title: "Moving and handling",
        rule: {
          document: {
            type: "moving-handling",
            maxAgeMonths: 12,
            level: 2,
          },
        },
        why: "Every year, at the level for handling patients.",
      },
      {
        id: "fire-safety",
        title: "Fire safety",
        rule: {
          document: {
            type: "fire-safety",
            maxAgeMonths: 12,
          },
        },
        why: "Every year; one provider allows two.",
      },
      {
        id: "health-safety",
        title: "Health, safety and welfare",
        rule: {
          document: {
            type: "health-safety",
            maxAgeMonths: 36,
          },
        },
        why: "Every three years.",
      },
      {
        id: "infection-control",
        title: "Infection prevention and control",
        rule: {
          document: {
            type: "infection-control",
            maxAgeMonths: 12,
            level: 2,
          },
        },
        why: "Level 2 every year for clinical staff.",
      },
      {
        id: "information-governance",
        title: "Information governance and data security",
        rule: {
          document: {
            type: "information-governance",
            maxAgeMonths: 12,
          },
        },
        why: "Every year.",
      },
      {
        id: "equality-diversity",
        title: "Equality, diversity and human rights",
        rule: {
          document: {
            type: "equality-diversity",
            maxAgeMonths: 36,
          },
        },
        why: "Every three years.",
      },
      {
        id: "conflict-resolution",
        title: "Conflict resolution",
        rule: {
          document: {
            type: "conflict-resolution",
            maxAgeMonths: 36,
          },
        },
        why: "Every three years.",
      },
      {
        id: "safeguarding-adults",
        title: "Safeguarding adults",
        rule: {
          document: {
            type: "safeguarding-adults",
            maxAgeMonths: 36,
            level: 2,
          },
        },
        why: "Level 2 for regular contact with patients; some roles need level 3.",
      },
      {
        id: "safeguarding-children",
        title: "Safeguarding children",
        rule: {
          allOf: [
            {
              document: {
                type: "safeguarding-children",
                level: 2,
                maxAgeMonths: 36,
              },
            },
            {
              onlyIf: {
                condition: {
                  fact: "worksMainlyWithChildren",
                  equals: true,
                },
                then: {
                  document: {
                    type: "safeguarding-children",
                    level: 3,
                    maxAgeMonths: 36,
                  },
                },
              },
            },
          ],
        },
        why: "Level 2 for most hospital work, level 3 when you mainly treat children.",
      },
      {
        id: "prevent",
        title: "Preventing radicalisation",
        rule: {
          document: {
            type: "prevent",
            maxAgeMonths: 36,
          },
        },
        why: "Every three years.",
      },
      {
        id: "lone-worker",
        title: "Lone worker",
        rule: {
          document: {
            type: "lone-worker",
            maxAgeMonths: 12,
          },
        },
        why: "Added by many agencies to the national set; yearly is our assumption.",
      },
      {
        id: "complaints",
        title: "Handling complaints",
        rule: {
          document: {
            type: "complaints",
            maxAgeMonths: 12,
          },
        },
        why: "Added by many agencies to the national set; yearly is our assumption.",
      },
      {
        id: "appraisal",
        title: "Annual appraisal",
        rule: {
          document: {
            type: "appraisal",
            maxAgeMonths: 12,
          },
        },
        why: "Yearly, feeding revalidation every five years.",
      },
      {
        id: "revalidation",
        title: "Revalidation date",
        rule: {
          document: {
            type: "revalidation",
          },
        },
        why: "Your designated body and next date.",
      },
    ],
  },
  {
    id: "nhs-nurse-agency",
    name: "NHS nurse or midwife, through an agency",
    kind: "profile",
    appliesTo: {
      roles: ["nurse"],
      nations: ["england", "wales"],
      setting: "nhs-hospital",
    },
    version: "2026-11",
    requirements: [
      {
        id: "photo-id-and-address",
        title: "Photo ID and proof of address",
        rule: {
          anyOf: [
            {
              allOf: [
                {
                  nOf: {
                    count: 1,
                    type: ["passport", "driving-licence", "national-id-card", "other-photo-id"],
                  },
                },
                {
                  nOf: {
                    count: 2,
                    type: "proof-of-address",
                    distinctBy: "issuer",
                  },
                },
              ],
              eachDocumentOnce: true,
            },
            {
              allOf: [
                {
                  nOf: {
                    count: 2,
                    type: ["passport", "driving-licence", "national-id-card", "other-photo-id"],
                    distinctBy: "type",
                  },
                },
                {
                  nOf: {
                    count: 1,
                    type: "proof-of-address",
                  },
                },
              ],
              eachDocumentOnce: true,
            },
          ],
        },
        why: "Either one photo ID with two proofs of address from different senders, or two photo IDs with one proof of address. One paper cannot do both jobs.",
      },
      {
        id: "right-to-work",
        title: "Right to work",
        rule: {
          anyOf: [
            {
              document: {
                type: "rtw-british-irish",
              },
            },
            {
              allOf: [
                {
                  document: {
                    type: "birth-certificate",
                  },
                },
                {
                  document: {
                    type: "ni-evidence",
                  },
                },
              ],
            },
            {
              document: {
                type: "rtw-share-code",
              },
            },
            {
              document: {
                type: "rtw-pvn",
              },
            },
          ],
        },
        why: "The agency or hirer must make its own check. A British or Irish passport, a birth certificate with proof of National Insurance number, a fresh share code or a Positive Verification Notice lets them start.",
      },
      {
        id: "passport-photos",
        title: "Two passport-style photos",
        rule: {
          nOf: {
            count: 2,
            type: "passport-photo",
          },
        },
        why: "Used for the badge and to match you to your ID on the ward.",
      },
      {
        id: "name-change",
        title: "Proof of change of name",
        rule: {
          onlyIf: {
            condition: {
              fact: "namesDiffer",
              equals: true,
            },
            then: {
              document: {
                type: "name-change",
              },
            },
          },
        },
        why: "Needed only when a name differs between your papers.",
      },
      {
        id: "cv",
        title: "CV with no unexplained gaps",
        rule: {
          allOf: [
            {
              document: {
                type: "cv",
                maxAgeMonths: 24,
              },
            },
            {
              onlyIf: {
                condition: {
                  fact: "cvHasGaps",
                  equals: true,
                },
                then: {
                  document: {
                    type: "gap-explanation",
                  },
                },
              },
            },
          ],
        },
        why: "Every job and gap, by month and year, up to now.",
      },
      {
        id: "references",
        title: "References",
        rule: {
          allOf: [
            {
              nOf: {
                count: 2,
                type: "reference",
                distinctBy: "referee",
                where: {
                  clinical: true,
                },
              },
            },
            {
              covers: {
                type: "reference",
                months: 36,
                gapDaysAllowed: 31,
                orExplainedBy: "gap-explanation",
              },
            },
          ],
        },
        why: "Two clinical references, together covering the last three years. A gap of up to a month is let pass; that allowance is our choice.",
      },
      {
        id: "registration",
        title: "NMC registration",
        rule: {
          document: {
            type: "nmc-registration",
            where: {
              status: "registered",
            },
            maxAgeDays: 30,
          },
        },
        why: "Looked up on the register in the last month; paper proves only the day it was printed.",
      },
      {
        id: "revalidation",
        title: "Revalidation date",
        rule: {
          document: {
            type: "revalidation",
          },
        },
        why: "Every three years.",
      },
      {
        id: "primary-qualification",
        title: "Degree or diploma",
        rule: {
          document: {
            type: "primary-qualification",
          },
        },
        why: "The agency must see the original even though the register holds the same fact.",
      },
      {
        id: "criminal-record-check",
        title: "DBS check",
        rule: {
          anyOf: [
            {
              document: {
                type: "dbs-certificate",
                level: "enhanced-barred-lists",
                workforce: "both",
                maxAgeMonths: 12,
              },
            },
            {
              allOf: [
                {
                  document: {
                    type: "dbs-certificate",
                    level: "enhanced-barred-lists",
                    workforce: "both",
                    anyAge: true,
                  },
                },
                {
                  document: {
                    type: "dbs-update-service",
                  },
                },
              ],
              sameField: "certificateNumber",
            },
          ],
        },
        why: "Enhanced with barred lists, for adults and children, issued in the last twelve months or kept live on the Update Service. The original still has to be shown.",
      },
      {
        id: "criminal-self-declaration",
        title: "Criminal record declaration",
        rule: {
          document: {
            type: "criminal-self-declaration",
            maxAgeMonths: 12,
          },
        },
        why: "A signed statement made to the agency. The one-year limit is our assumption.",
      },
      {
        id: "overseas-police",
        title: "Overseas police check",
        rule: {
          onlyIf: {
            condition: {
              fact: "longestStayAbroadMonths",
              atLeast: 6,
            },
            then: {
              document: {
                type: "overseas-police",
              },
            },
          },
        },
        why: "Asked for when you have lived in another country for 6 months or more.",
      },
      {
        id: "fit-to-work",
        title: "Fitness to work certificate",
        rule: {
          document: {
            type: "fit-to-work",
            maxAgeMonths: 12,
          },
        },
        why: "Issued by occupational health after it has seen your blood and vaccine evidence.",
      },
      {
        id: "hepatitis-b",
        title: "Hepatitis B immunity",
        rule: {
          anyOf: [
            {
              document: {
                type: "hepb-antibody",
                where: {
                  titre: {
                    moreThan: 100,
                  },
                },
              },
            },
            {
              document: {
                type: "hepb-antibody",
                where: {
                  lowResponderEvidence: true,
                },
              },
            },
          ],
        },
        why: "More than 100 mIU/ml, or a low responder letter with two reports.",
      },
      {
        id: "mmr",
        title: "Measles, mumps and rubella",
        rule: {
          anyOf: [
            {
              document: {
                type: "mmr",
                where: {
                  evidence: "two-vaccines",
                },
              },
            },
            {
              document: {
                type: "mmr",
                where: {
                  measlesImmune: true,
                  rubellaImmune: true,
                },
              },
            },
          ],
        },
        why: "Two vaccines, or a blood test showing measles and rubella antibodies.",
      },
      {
        id: "varicella",
        title: "Chickenpox immunity",
        rule: {
          document: {
            type: "varicella",
          },
        },
        why: "A blood test is safest; some agencies accept a signed statement.",
      },
      {
        id: "tb",
        title: "TB and BCG",
        rule: {
          document: {
            type: "tb-bcg",
            where: {
              signedBy: {
                present: true,
              },
            },
          },
        },
        why: "Must be signed by occupational health or a GP; your own word is not accepted.",
      },
      {
        id: "epp-clearance",
        title: "Clearance for exposure-prone procedures",
        rule: {
          onlyIf: {
            condition: {
              fact: "eppRole",
              equals: true,
            },
            then: {
              allOf: [
                {
                  document: {
                    type: "epp-hbsag",
                    where: {
                      result: "negative",
                    },
                    maxAgeMonths: 36,
                    identityVerifiedSample: true,
                  },
                },
                {
                  document: {
                    type: "epp-hepc",
                    where: {
                      result: "negative",
                    },
                    maxAgeMonths: 36,
                    identityVerifiedSample: true,
                  },
                },
                {
                  document: {
                    type: "epp-hiv",
                    where: {
                      result: "negative",
                    },
                    maxAgeMonths: 36,
                    identityVerifiedSample: true,
                  },
                },
              ],
            },
          },
        },
        why: "Only for surgery and similar work. Your identity must have been checked when the blood was taken. Three years is one agency rule; five is another.",
      },
      {
        id: "bls",
        title: "Basic life support",
        rule: {
          document: {
            type: "bls",
            maxAgeMonths: 12,
            where: {
              practical: true,
            },
          },
        },
        why: "Every year, hands-on.",
      },
      {
        id: "moving-handling",
        title: "Moving and handling",
        rule: {
          document: {
            type: "moving-handling",
            maxAgeMonths: 12,
            level: 2,
            where: {
              practical: true,
            },
          },
        },
        why: "Every year, at the level for handling patients, hands-on.",
      },
      {
        id: "fire-safety",
        title: "Fire safety",
        rule: {
          document: {
            type: "fire-safety",
            maxAgeMonths: 12,
          },
        },
        why: "Every year; one provider allows two.",
      },
      {
        id: "health-safety",
        title: "Health, safety and welfare",
        rule: {
          document: {
            type: "health-safety",
            maxAgeMonths: 36,
          },
        },
        why: "Every three years.",
      },
      {
        id: "infection-control",
        title: "Infection prevention and control",
        rule: {
          document: {
            type: "infection-control",
            maxAgeMonths: 12,
            level: 2,
          },
        },
        why: "Level 2 every year for clinical staff.",
      },
      {
        id: "information-governance",
        title: "Information governance and data security",
        rule: {
          document: {
            type: "information-governance",
            maxAgeMonths: 12,
          },
        },
        why: "Every year.",
      },
      {
        id: "equality-diversity",
        title: "Equality, diversity and human rights",
        rule: {
          document: {
            type: "equality-diversity",
            maxAgeMonths: 36,
          },
        },
        why: "Every three years.",
      },
      {
        id: "conflict-resolution",
        title: "Conflict resolution",
        rule: {
          document: {
            type: "conflict-resolution",
            maxAgeMonths: 36,
          },
        },
        why: "Every three years.",
      },
      {
        id: "safeguarding-adults",
        title: "Safeguarding adults",
        rule: {
          document: {
            type: "safeguarding-adults",
            maxAgeMonths: 36,
            level: 2,
          },
        },
        why: "Level 2 for regular contact with patients; some roles need level 3.",
      },
      {
        id: "safeguarding-children",
        title: "Safeguarding children",
        rule: {
          allOf: [
            {
              document: {
                type: "safeguarding-children",
                level: 2,
                maxAgeMonths: 36,
              },
            },
            {
              onlyIf: {
                condition: {
                  fact: "worksMainlyWithChildren",
                  equals: true,
                },
                then: {
                  document: {
                    type: "safeguarding-children",
                    level: 3,
                    maxAgeMonths: 36,
                  },
                },
              },
            },
          ],
        },
        why: "Level 2 for most hospital work, level 3 when you mainly treat children.",
      },
      {
        id: "prevent",
        title: "Preventing radicalisation",
        rule: {
          document: {
            type: "prevent",
            maxAgeMonths: 36,
          },
        },
        why: "Every three years.",
      },
      {
        id: "lone-worker",
        title: "Lone worker",
        rule: {
          document: {
            type: "lone-worker",
            maxAgeMonths: 12,
          },
        },
        why: "Added by many agencies to the national set; yearly is our assumption.",
      },
      {
        id: "complaints",
        title: "Handling complaints",
        rule: {
          document: {
            type: "complaints",
            maxAgeMonths: 12,
          },
        },
        why: "Added by many agencies to the national set; yearly is our assumption.",
      },
    ],
  },
  {
    id: "nhs-ahp-agency",
    name: "NHS allied health professional or scientist, through an agency",
    kind: "profile",
    appliesTo: {
      roles: ["ahp"],
      nations: ["england", "wales"],
      setting: "nhs-hospital",
    },
    version: "2026-11",
    requirements: [
      {
        id: "photo-id-and-address",
        title: "Photo ID and proof of address",
        rule: {
          anyOf: [
            {
              allOf: [
                {
                  nOf: {
                    count: 1,
                    type: ["passport", "driving-licence", "national-id-card", "other-photo-id"],
                  },
                },
                {
                  nOf: {
                    count: 2,
                    type: "proof-of-address",
                    distinctBy: "issuer",
                  },
                },
              ],
              eachDocumentOnce: true,
            },
            {
              allOf: [
                {
                  nOf: {
                    count: 2,
                    type: ["passport", "driving-licence", "national-id-card", "other-photo-id"],
                    distinctBy: "type",
                  },
                },
                {
                  nOf: {
                    count: 1,
                    type: "proof-of-address",
                  },
                },
              ],
              eachDocumentOnce: true,
            },
          ],
        },
        why: "Either one photo ID with two proofs of address from different senders, or two photo IDs with one proof of address. One paper cannot do both jobs.",
      },
      {
        id: "right-to-work",
        title: "Right to work",
        rule: {
          anyOf: [
            {
              document: {
                type: "rtw-british-irish",
              },
            },
            {
              allOf: [
                {
                  document: {
                    type: "birth-certificate",
                  },
                },
                {
                  document: {
                    type: "ni-evidence",
                  },
                },
              ],
            },
            {
              document: {
                type: "rtw-share-code",
              },
            },
            {
              document: {
                type: "rtw-pvn",
              },
            },
          ],
        },
        why: "The agency or hirer must make its own check. A British or Irish passport, a birth certificate with proof of National Insurance number, a fresh share code or a Positive Verification Notice lets them start.",
      },
      {
        id: "passport-photos",
        title: "Two passport-style photos",
        rule: {
          nOf: {
            count: 2,
            type: "passport-photo",
          },
        },
        why: "Used for the badge and to match you to your ID on the ward.",
      },
      {
        id: "name-change",
        title: "Proof of change of name",
        rule: {
          onlyIf: {
            condition: {
              fact: "namesDiffer",
              equals: true,
            },
            then: {
              document: {
                type: "name-change",
              },
            },
          },
        },
        why: "Needed only when a name differs between your papers.",
      },
      {
        id: "cv",
        title: "CV with no unexplained gaps",
        rule: {
          allOf: [
            {
              anyOf: [
                {
                  document: {
                    type: "cv",
                    maxAgeMonths: 24,
                    where: {
                      historyStartsOn: {
                        atLeastMonthsBefore: 120,
                      },
                    },
                  },
                },
                {
                  document: {
                    type: "cv",
                    maxAgeMonths: 24,
                    where: {
                      fullHistory: true,
                    },
                  },
                },
              ],
            },
            {
              onlyIf: {
                condition: {
                  fact: "cvHasGaps",
                  equals: true,
                },
                then: {
                  document: {
                    type: "gap-explanation",
                  },
                },
              },
            },
          ],
        },
        why: "Ten years of history by month and year, or all of it if you qualified more recently, with gaps explained. The second half is our reading.",
      },
      {
        id: "references",
        title: "References",
        rule: {
          allOf: [
            {
              nOf: {
                count: 2,
                type: "reference",
                distinctBy: "referee",
              },
            },
            {
              covers: {
                type: "reference",
                months: 36,
                gapDaysAllowed: 31,
                orExplainedBy: "gap-explanation",
              },
            },
          ],
        },
        why: "At least two people, together covering the last three years. A gap of up to a month is let pass; that allowance is our choice.",
      },
      {
        id: "registration",
        title: "HCPC registration",
        rule: {
          document: {
            type: "hcpc-registration",
          },
        },
        why: "On the register for the current two-year period of your profession.",
      },
      {
        id: "primary-qualification",
        title: "Degree or diploma",
        rule: {
          document: {
            type: "primary-qualification",
          },
        },
        why: "The agency must see the original even though the register holds the same fact.",
      },
      {
        id: "criminal-record-check",
        title: "DBS check",
        rule: {
          anyOf: [
            {
              document: {
                type: "dbs-certificate",
                level: "enhanced-barred-lists",
                workforce: "both",
                maxAgeMonths: 12,
              },
            },
            {
              allOf: [
                {
                  document: {
                    type: "dbs-certificate",
                    level: "enhanced-barred-lists",
                    workforce: "both",
                    anyAge: true,
                  },
                },
                {
                  document: {
                    type: "dbs-update-service",
                  },
                },
              ],
              sameField: "certificateNumber",
            },
          ],
        },
        why: "Enhanced with barred lists, for adults and children, issued in the last twelve months or kept live on the Update Service. The original still has to be shown.",
      },
      {
        id: "criminal-self-declaration",
        title: "Criminal record declaration",
        rule: {
          document: {
            type: "criminal-self-declaration",
            maxAgeMonths: 12,
          },
        },
        why: "A signed statement made to the agency. The one-year limit is our assumption.",
      },
      {
        id: "overseas-police",
        title: "Overseas police check",
        rule: {
          onlyIf: {
            condition: {
              fact: "longestStayAbroadMonths",
              atLeast: 12,
            },
            then: {
              document: {
                type: "overseas-police",
              },
            },
          },
        },
        why: "Asked for when you have lived in another country for 12 months or more.",
      },
      {
        id: "fit-to-work",
        title: "Fitness to work certificate",
        rule: {
          document: {
            type: "fit-to-work",
            maxAgeMonths: 12,
          },
        },
        why: "Issued by occupational health after it has seen your blood and vaccine evidence.",
      },
      {
        id: "hepatitis-b",
        title: "Hepatitis B immunity",
        rule: {
          anyOf: [
            {
              document: {
                type: "hepb-antibody",
                where: {
                  titre: {
                    moreThan: 100,
                  },
                },
              },
            },
            {
              document: {
                type: "hepb-antibody",
                where: {
                  lowResponderEvidence: true,
                },
              },
            },
          ],
        },
        why: "More than 100 mIU/ml, or a low responder letter with two reports.",
      },
      {
        id: "mmr",
        title: "Measles, mumps and rubella",
        rule: {
          anyOf: [
            {
              document: {
                type: "mmr",
                where: {
                  evidence: "two-vaccines",
                },
              },
            },
            {
              document: {
                type: "mmr",
                where: {
                  measlesImmune: true,
                  rubellaImmune: true,
                },
              },
            },
          ],
        },
        why: "Two vaccines, or a blood test showing measles and rubella antibodies.",
      },
      {
        id: "varicella",
        title: "Chickenpox immunity",
        rule: {
          document: {
            type: "varicella",
          },
        },
        why: "A blood test is safest; some agencies accept a signed statement.",
      },
      {
        id: "tb",
        title: "TB and BCG",
        rule: {
          document: {
            type: "tb-bcg",
            where: {
              signedBy: {
                present: true,
              },
            },
          },
        },
        why: "Must be signed by occupational health or a GP; your own word is not accepted.",
      },
      {
        id: "epp-clearance",
        title: "Clearance for exposure-prone procedures",
        rule: {
          onlyIf: {
            condition: {
              fact: "eppRole",
              equals: true,
            },
            then: {
              allOf: [
                {
                  document: {
                    type: "epp-hbsag",
                    where: {
                      result: "negative",
                    },
                    maxAgeMonths: 36,
                    identityVerifiedSample: true,
                  },
                },
                {
                  document: {
                    type: "epp-hepc",
                    where: {
                      result: "negative",
                    },
                    maxAgeMonths: 36,
                    identityVerifiedSample: true,
                  },
                },
                {
                  document: {
                    type: "epp-hiv",
                    where: {
                      result: "negative",
                    },
                    maxAgeMonths: 36,
                    identityVerifiedSample: true,
                  },
                },
              ],
            },
          },
        },
        why: "Only for surgery and similar work. Your identity must have been checked when the blood was taken. Three years is one agency rule; five is another.",
      },
      {
        id: "bls",
        title: "Basic life support",
        rule: {
          document: {
            type: "bls",
            maxAgeMonths: 12,
            where: {
              practical: true,
            },
          },
        },
        why: "Every year, hands-on.",
      },
      {
        id: "moving-handling",
        title: "Moving and handling",
        rule: {
          document: {
            type: "moving-handling",
            maxAgeMonths: 12,
            level: 2,
            where: {
              practical: true,
            },
          },
        },
        why: "Every year, at the level for handling patients, hands-on.",
      },
      {
        id: "fire-safety",
        title: "Fire safety",
        rule: {
          document: {
            type: "fire-safety",
            maxAgeMonths: 12,
          },
        },
        why: "Every year; one provider allows two.",
      },
      {
        id: "health-safety",
        title: "Health, safety and welfare",
        rule: {
          document: {
            type: "health-safety",
            maxAgeMonths: 36,
          },
        },
        why: "Every three years.",
      },
      {
        id: "infection-control",
        title: "Infection prevention and control",
        rule: {
          document: {
            type: "infection-control",
            maxAgeMonths: 12,
            level: 2,
          },
        },
        why: "Level 2 every year for clinical staff.",
      },
      {
        id: "information-governance",
        title: "Information governance and data security",
        rule: {
          document: {
            type: "information-governance",
            maxAgeMonths: 12,
          },
        },
        why: "Every year.",
      },
      {
        id: "equality-diversity",
        title: "Equality, diversity and human rights",
        rule: {
          document: {
            type: "equality-diversity",
            maxAgeMonths: 36,
          },
        },
        why: "Every three years.",
      },
      {
        id: "conflict-resolution",
        title: "Conflict resolution",
        rule: {
          document: {
            type: "conflict-resolution",
            maxAgeMonths: 36,
          },
        },
        why: "Every three years.",
      },
      {
        id: "safeguarding-adults",
        title: "Safeguarding adults",
        rule: {
          document: {
            type: "safeguarding-adults",
            maxAgeMonths: 36,
            level: 2,
          },
        },
        why: "Level 2 for regular contact with patients; some roles need level 3.",
      },
      {
        id: "safeguarding-children",
        title: "Safeguarding children",
        rule: {
          allOf: [
            {
              document: {
                type: "safeguarding-children",
                level: 2,
                maxAgeMonths: 36,
              },
            },
            {
              onlyIf: {
                condition: {
                  fact: "worksMainlyWithChildren",
                  equals: true,
                },
                then: {
                  document: {
                    type: "safeguarding-children",
                    level: 3,
                    maxAgeMonths: 36,
                  },
                },
              },
            },
          ],
        },
        why: "Level 2 for most hospital work, level 3 when you mainly treat children.",
      },
      {
        id: "prevent",
        title: "Preventing radicalisation",
        rule: {
          document: {
            type: "prevent",
            maxAgeMonths: 36,
          },
        },
        why: "Every three years.",
      },
      {
        id: "lone-worker",
        title: "Lone worker",
        rule: {
          document: {
            type: "lone-worker",
            maxAgeMonths: 12,
          },
        },
        why: "Added by many agencies to the national set; yearly is our assumption.",
      },
      {
        id: "complaints",
        title: "Handling complaints",
        rule: {
          document: {
            type: "complaints",
            maxAgeMonths: 12,
          },
        },
        why: "Added by many agencies to the national set; yearly is our assumption.",
      },
    ],
  },
  {
    id: "gp-practice-locum",
    name: "GP locum in a practice (care regulation Schedule 3)",
    kind: "profile",
    appliesTo: {
      roles: ["gp"],
      nations: ["england"],
      setting: "gp-practice",
    },
    version: "2026-11",
    note: "National agency frameworks do not cover GP locums who work directly for practices. Since 1 October 2026 right to work checks reach more people who are not employees, so a practice may ask for that too.",
    requirements: [
      {
        id: "photo-id",
        title: "Photo ID",
        rule: {
          nOf: {
            count: 1,
            type: ["passport", "driving-licence", "smartcard"],
          },
        },
        why: "Smartcard, driving licence or passport.",
      },
      {
        id: "name-change",
        title: "Proof of change of name",
        rule: {
          onlyIf: {
            condition: {
              fact: "namesDiffer",
              equals: true,
            },
            then: {
              document: {
                type: "name-change",
              },
            },
          },
        },
        why: "Needed only when a name differs between your papers.",
      },
      {
        id: "registration",
        title: "GMC registration, licence and GP Register",
        rule: {
          document: {
            type: "gmc-registration",
            where: {
              status: "registered-with-licence",
              gpRegister: true,
            },
            maxAgeDays: 30,
          },
        },
        why: "Looked up on the live register.",
      },
      {
        id: "performers-list",
        title: "Medical Performers List",
        rule: {
          document: {
            type: "performers-list",
            where: {
              status: "included",
              nation: "england",
            },
          },
        },
        why: "You must be on the list to treat NHS patients in general practice. Changing region late does not stop you working.",
      },
      {
        id: "primary-qualification",
        title: "Degree or diploma",
        rule: {
          document: {
            type: "primary-qualification",
          },
        },
        why: "Proof of the qualification the work needs.",
      },
      {
        id: "specialist-qualification",
        title: "Proof of GP training",
        rule: {
          document: {
            type: "cct",
          },
        },
        why: "Shows you finished GP training.",
      },
      {
        id: "indemnity",
        title: "Indemnity",
        rule: {
          anyOf: [
            {
              document: {
                type: "indemnity",
                where: {
                  coversLocumWork: true,
                },
              },
            },
            {
              document: {
                type: "appraisal",
                maxAgeMonths: 12,
              },
            },
          ],
        },
        why: "A certificate that covers locum work, or the appraisal statement that a GP body prefers. NHS work in England is also under the state scheme.",
      },
      {
        id: "references",
        title: "A recent reference",
        rule: {
          nOf: {
            count: 1,
            type: "reference",
            maxAgeMonths: 12,
          },
        },
        why: "At least one written in the past year.",
      },
      {
        id: "cv",
        title: "CV with no unexplained gaps",
        rule: {
          allOf: [
            {
              document: {
                type: "cv",
                maxAgeMonths: 24,
              },
            },
            {
              onlyIf: {
                condition: {
                  fact: "cvHasGaps",
                  equals: true,
                },
                then: {
                  document: {
                    type: "gap-explanation",
                  },
                },
              },
            },
          ],
        },
        why: "Full history with written explanation of gaps.",
      },
      {
        id: "reason-for-leaving",
        title: "Reasons for leaving care posts",
        rule: {
          onlyIf: {
            condition: {
              fact: "leftCareRole",
              equals: true,
            },
            then: {
              document: {
                type: "reason-for-leaving",
              },
            },
          },
        },
        why: "Why earlier posts with children or vulnerable adults ended.",
      },
      {
        id: "criminal-record-check",
        title: "Criminal record check, or Performers List instead",
        rule: {
          anyOf: [
            {
              document: {
                type: "performers-list",
                where: {
                  status: "included",
                  nation: "england",
                },
              },
            },
            {
              anyOf: [
                {
                  document: {
                    type: "dbs-certificate",
                    level: "enhanced-barred-lists",
                    workforce: "both",
                    maxAgeMonths: 12,
                  },
                },
                {
                  allOf: [
                    {
                      document: {
                        type: "dbs-certificate",
                        level: "enhanced-barred-lists",
                        workforce: "both",
                        anyAge: true,
                      },
                    },
                    {
                      document: {
                        type: "dbs-update-service",
                      },
                    },
                  ],
                  sameField: "certificateNumber",
                },
              ],
            },
          ],
        },
        why: "Being on the Performers List can serve as proof of a check, though many practices still ask for a newer DBS.",
      },
      {
        id: "safeguarding-children",
        title: "Safeguarding children",
        rule: {
          document: {
            type: "safeguarding-children",
            maxAgeMonths: 36,
            level: 3,
          },
        },
        why: "Level 3 within three years; newer GP standards add a yearly update.",
      },
      {
        id: "appraisal",
        title: "Annual appraisal",
        rule: {
          document: {
            type: "appraisal",
            maxAgeMonths: 12,
          },
        },
        why: "Yearly.",
      },
      {
        id: "health-information",
        title: "Health information for the role",
        rule: {
          document: {
            type: "health-questionnaire",
            maxAgeMonths: 12,
          },
        },
        why: "Care regulation asks for enough health information to show fitness for the role. Which paper is wanted is our reading.",
      },
    ],
  },
  {
    id: "community-pharmacist",
    name: "Community pharmacist locum",
    kind: "profile",
    appliesTo: {
      roles: ["pharmacist"],
      nations: ["england", "wales", "scotland"],
      setting: "community-pharmacy",
    },
    version: "2026-11",
    note: "National agency frameworks do not cover community pharmacists.",
    requirements: [
      {
        id: "photo-id",
        title: "Photo ID",
        rule: {
          nOf: {
            count: 1,
            type: ["passport", "driving-licence", "national-id-card", "other-photo-id"],
          },
        },
        why: "One photo ID in date.",
      },
      {
        id: "right-to-work",
        title: "Right to work",
        rule: {
          anyOf: [
            {
              document: {
                type: "rtw-british-irish",
              },
            },
            {
              allOf: [
                {
                  document: {
                    type: "birth-certificate",
                  },
                },
                {
                  document: {
                    type: "ni-evidence",
                  },
                },
              ],
            },
            {
              document: {
                type: "rtw-share-code",
              },
            },
            {
              document: {
                type: "rtw-pvn",
              },
            },
          ],
        },
        why: "The agency or hirer must make its own check. A British or Irish passport, a birth certificate with proof of National Insurance number, a fresh share code or a Positive Verification Notice lets them start.",
      },
      {
        id: "name-change",
        title: "Proof of change of name",
        rule: {
          onlyIf: {
            condition: {
              fact: "namesDiffer",
              equals: true,
            },
            then: {
              document: {
                type: "name-change",
              },
            },
          },
        },
        why: "Needed only when a name differs between your papers.",
      },
      {
        id: "national-insurance",
        title: "National Insurance number",
        rule: {
          document: {
            type: "ni-evidence",
          },
        },
        why: "Asked for at registration.",
      },
      {
        id: "registration",
        title: "GPhC registration",
        rule: {
          document: {
            type: "gphc-registration",
            where: {
              registrantType: "pharmacist",
            },
          },
        },
        why: "Renews yearly, two months before it expires.",
      },
      {
        id: "indemnity",
        title: "Indemnity",
        rule: {
          document: {
            type: "indemnity",
            where: {
              coversLocumWork: true,
            },
          },
        },
        why: "Insurer, policy number and start date must show, and locum work must be covered.",
      },
      {
        id: "criminal-record-check",
        title: "DBS check",
        rule: {
          anyOf: [
            {
              document: {
                type: "dbs-certificate",
                level: "enhanced",
                maxAgeMonths: 12,
              },
            },
            {
              allOf: [
                {
                  document: {
                    type: "dbs-certificate",
                    level: "enhanced",
                    anyAge: true,
                  },
                },
                {
                  document: {
                    type: "dbs-update-service",
                  },
                },
              ],
              sameField: "certificateNumber",
            },
          ],
        },
        why: "Enhanced, issued in the last twelve months or live on the Update Service. The job title may have to say locum pharmacist.",
      },
      {
        id: "references",
        title: "References",
        rule: {
          nOf: {
            count: 2,
            type: "reference",
            distinctBy: "referee",
          },
        },
        why: "Two referees. No fixed period is given.",
      },
      {
        id: "safeguarding-children",
        title: "Safeguarding children",
        rule: {
          document: {
            type: "safeguarding-children",
            maxAgeMonths: 36,
            level: 2,
          },
        },
        why: "Level 2.",
      },
      {
        id: "smartcard",
        title: "NHS smartcard",
        rule: {
          onlyIf: {
            condition: {
              fact: "nation",
              equals: "england",
            },
            then: {
              document: {
                type: "smartcard",
              },
            },
          },
        },
        why: "You need it to work with electronic prescriptions, not to be legal.",
      },
      {
        id: "pharmacy-services",
        title: "Service accreditations",
        rule: {
          onlyIf: {
            condition: {
              fact: "serviceRequested",
              present: true,
            },
            then: {
              document: {
                type: "accreditation",
                where: {
                  service: {
                    sameAsFact: "serviceRequested",
                  },
                },
              },
            },
          },
        },
        why: "Each pharmacy chain sets its own list; check one service at a time.",
      },
    ],
  },
  {
    id: "pharmacy-technician",
    name: "Pharmacy technician locum",
    kind: "profile",
    appliesTo: {
      roles: ["pharmacy-technician"],
      nations: ["england", "wales", "scotland"],
      setting: "community-pharmacy",
    },
    version: "2026-11",
    requirements: [
      {
        id: "photo-id",
        title: "Photo ID",
        rule: {
          nOf: {
            count: 1,
            type: ["passport", "driving-licence", "national-id-card", "other-photo-id"],
          },
        },
        why: "One photo ID in date.",
      },
      {
        id: "right-to-work",
        title: "Right to work",
        rule: {
          anyOf: [
            {
              document: {
                type: "rtw-british-irish",
              },
            },
            {
              allOf: [
                {
                  document: {
                    type: "birth-certificate",
                  },
                },
                {
                  document: {
                    type: "ni-evidence",
                  },
                },
              ],
            },
            {
              document: {
                type: "rtw-share-code",
              },
            },
            {
              document: {
                type: "rtw-pvn",
              },
            },
          ],
        },
        why: "The agency or hirer must make its own check. A British or Irish passport, a birth certificate with proof of National Insurance number, a fresh share code or a Positive Verification Notice lets them start.",
      },
      {
        id: "name-change",
        title: "Proof of change of name",
        rule: {
          onlyIf: {
            condition: {
              fact: "namesDiffer",
              equals: true,
            },
            then: {
              document: {
                type: "name-change",
              },
            },
          },
        },
        why: "Needed only when a name differs between your papers.",
      },
      {
        id: "registration",
        title: "GPhC registration",
        rule: {
          document: {
            type: "gphc-registration",
            where: {
              registrantType: "pharmacy-technician",
            },
          },
        },
        why: "On the register as a technician.",
      },
      {
        id: "primary-qualification",
        title: "Pharmacy NVQ level 3",
        rule: {
          document: {
            type: "nvq-pharmacy",
            level: 3,
          },
        },
        why: "Level 3 for technicians.",
      },
      {
        id: "indemnity",
        title: "Indemnity",
        rule: {
          document: {
            type: "indemnity",
          },
        },
        why: "Asked for from technicians.",
      },
      {
        id: "criminal-record-check",
        title: "DBS check",
        rule: {
          allOf: [
            {
              document: {
                type: "dbs-certificate",
                level: "enhanced",
                anyAge: true,
              },
            },
            {
              document: {
                type: "dbs-update-service",
              },
            },
          ],
          sameField: "certificateNumber",
        },
        why: "Enhanced and on the Update Service.",
      },
    ],
  },
  {
    id: "pharmacy-dispenser",
    name: "Pharmacy dispenser",
    kind: "profile",
    appliesTo: {
      roles: ["pharmacy-dispenser"],
      nations: ["england", "wales", "scotland"],
      setting: "community-pharmacy",
    },
    version: "2026-11",
    requirements: [
      {
        id: "photo-id",
        title: "Photo ID",
        rule: {
          nOf: {
            count: 1,
            type: ["passport", "driving-licence", "national-id-card", "other-photo-id"],
          },
        },
        why: "One photo ID in date.",
      },
      {
        id: "right-to-work",
        title: "Right to work",
        rule: {
          anyOf: [
            {
              document: {
                type: "rtw-british-irish",
              },
            },
            {
              allOf: [
                {
                  document: {
                    type: "birth-certificate",
                  },
                },
                {
                  document: {
                    type: "ni-evidence",
                  },
                },
              ],
            },
            {
              document: {
                type: "rtw-share-code",
              },
            },
            {
              document: {
                type: "rtw-pvn",
              },
            },
          ],
        },
        why: "The agency or hirer must make its own check. A British or Irish passport, a birth certificate with proof of National Insurance number, a fresh share code or a Positive Verification Notice lets them start.",
      },
      {
        id: "name-change",
        title: "Proof of change of name",
        rule: {
          onlyIf: {
            condition: {
              fact: "namesDiffer",
              equals: true,
            },
            then: {
              document: {
                type: "name-change",
              },
            },
          },
        },
        why: "Needed only when a name differs between your papers.",
      },
      {
        id: "primary-qualification",
        title: "Pharmacy NVQ level 2",
        rule: {
          document: {
            type: "nvq-pharmacy",
            level: 2,
          },
        },
        why: "Level 2 or above for dispensers.",
      },
      {
        id: "references",
        title: "Reference from a pharmacist",
        rule: {
          nOf: {
            count: 1,
            type: "reference",
            where: {
              refereeRegistration: {
                present: true,
              },
            },
          },
        },
        why: "From a pharmacist, with their GPhC number.",
      },
      {
        id: "criminal-record-check",
        title: "DBS check",
        rule: {
          document: {
            type: "dbs-certificate",
            level: "basic",
            maxAgeMonths: 36,
          },
        },
        why: "Basic level or higher, issued in the last three years.",
      },
    ],
  },
  {
    id: "quick-start-five",
    name: "Quick start five",
    kind: "profile",
    appliesTo: {
      roles: ["doctor", "gp", "nurse", "ahp", "pharmacist"],
      nations: ["england", "wales", "scotland", "northern-ireland"],
      setting: "any",
    },
    version: "2026-11",
    note: "A gentle start, not a rule set. Choosing these five is our design decision; each one is among the papers nearly every hirer asks for.",
    requirements: [
      {
        id: "photo-id",
        title: "Photo ID",
        rule: {
          nOf: {
            count: 1,
            type: ["passport", "driving-licence", "national-id-card", "other-photo-id"],
          },
        },
        why: "Nearly everyone asks for it first.",
      },
      {
        id: "registration",
        title: "Professional registration",
        rule: {
          anyOf: [
            {
              document: {
                type: "gmc-registration",
              },
            },
            {
              document: {
                type: "nmc-registration",
              },
            },
            {
              document: {
                type: "hcpc-registration",
              },
            },
            {
              document: {
                type: "gphc-registration",
              },
            },
            {
              document: {
                type: "psni-registration",
              },
            },
          ],
        },
        why: "Proves you may practise.",
      },
      {
        id: "criminal-record-check",
        title: "Criminal record check",
        rule: {
          anyOf: [
            {
              document: {
                type: "dbs-certificate",
                anyAge: true,
              },
            },
            {
              document: {
                type: "pvg",
              },
            },
            {
              document: {
                type: "accessni",
                anyAge: true,
              },
            },
          ],
        },
        why: "Takes longest to replace, so add it early. Any age is fine to start.",
      },
      {
        id: "indemnity",
        title: "Indemnity, or proof of address",
        rule: {
          anyOf: [
            {
              document: {
                type: "indemnity",
              },
            },
            {
              document: {
                type: "proof-of-address",
              },
            },
          ],
        },
        why: "Indemnity if your work needs you to have your own. If not, a proof of address makes the fifth.",
      },
      {
        id: "cv",
        title: "CV",
        rule: {
          document: {
            type: "cv",
          },
        },
        why: "Asked for by almost every agency.",
      },
    ],
  },
];

export const starterOverlays: readonly Overlay[] = [
  {
    id: "overlay-scotland",
    name: "Scotland",
    kind: "overlay",
    appliesTo: {
      roles: [
        "doctor",
        "gp",
        "nurse",
        "ahp",
        "pharmacist",
        "pharmacy-technician",
        "pharmacy-dispenser",
        "support-worker",
      ],
      nations: ["scotland"],
      setting: "any",
    },
    version: "2026-11",
    note: "PVG takes the place of DBS. Proof of address limits follow the NHSScotland list: three months, or twelve for annual papers, which is already the default.",
    add: [],
    remove: ["smartcard"],
    replace: [
      {
        id: "criminal-record-check",
        title: "PVG membership",
        rule: {
          allOf: [
            {
              onlyIf: {
                condition: {
                  fact: "worksWith",
                  oneOf: ["adult", "both"],
                },
                then: {
                  document: {
                    type: "pvg",
                    workforce: "adult",
                  },
                },
              },
            },
            {
              onlyIf: {
                condition: {
                  fact: "worksWith",
                  oneOf: ["child", "both"],
                },
                then: {
                  document: {
                    type: "pvg",
                    workforce: "child",
                  },
                },
              },
            },
          ],
        },
        why: "Membership must cover each group you will work with. Required by law since 1 April 2025; five-year membership from 1 April 2026.",
      },
      {
        id: "performers-list",
        title: "Performers List in Scotland",
        rule: {
          document: {
            type: "performers-list",
            where: {
              status: "included",
              nation: "scotland",
            },
          },
        },
        why: "Each nation keeps its own list.",
      },
    ],
  },
  {
    id: "overlay-northern-ireland",
    name: "Northern Ireland",
    kind: "overlay",
    appliesTo: {
      roles: [
        "doctor",
        "gp",
        "nurse",
        "ahp",
        "pharmacist",
        "pharmacy-technician",
        "pharmacy-dispenser",
        "support-worker",
      ],
      nations: ["northern-ireland"],
      setting: "any",
    },
    version: "2026-11",
    note: "AccessNI takes the place of DBS, and pharmacists need the Pharmaceutical Society NI register. The twelve-month limit is one platform's; another of its pages says three years. GPhC registration does not reach Northern Ireland, so ask before applying the technician profile there.",
    add: [],
    remove: ["smartcard"],
    replace: [
      {
        id: "criminal-record-check",
        title: "AccessNI certificate",
        rule: {
          document: {
            type: "accessni",
            level: "enhanced",
            maxAgeMonths: 12,
          },
        },
        why: "Enhanced, issued in the last twelve months. Share it from your own account; a print-out is not accepted.",
      },
      {
        id: "registration",
        title: "Pharmaceutical Society NI registration",
        rule: {
          document: {
            type: "psni-registration",
          },
        },
        why: "Pharmacists in Northern Ireland register here, not with the GPhC.",
        when: {
          fact: "role",
          oneOf: ["pharmacist"],
        },
      },
      {
        id: "performers-list",
        title: "Performers List in Northern Ireland",
        rule: {
          document: {
            type: "performers-list",
            where: {
              status: "included",
              nation: "northern-ireland",
            },
          },
        },
        why: "Each nation keeps its own list.",
      },
    ],
  },
  {
    id: "overlay-wales-nurse-agency",
    name: "Nurse agency in Wales",
    kind: "overlay",
    appliesTo: {
      roles: ["nurse"],
      nations: ["wales"],
      setting: "any",
    },
    version: "2026-11",
    note: "From the Nurses Agencies (Wales) Regulations 2003, Schedule 3. Check for later amendment.",
    add: [
      {
        id: "next-of-kin",
        title: "Next of kin",
        rule: {
          document: {
            type: "next-of-kin",
          },
        },
        why: "The rules for nurse agencies in Wales ask for it.",
      },
      {
        id: "reason-for-leaving",
        title: "Reasons for leaving care posts",
        rule: {
          onlyIf: {
            condition: {
              fact: "leftCareRole",
              equals: true,
            },
            then: {
              document: {
                type: "reason-for-leaving",
              },
            },
          },
        },
        why: "Why earlier posts with children or vulnerable adults ended.",
      },
      {
        id: "english-language",
        title: "English language",
        rule: {
          onlyIf: {
            condition: {
              fact: "trainedOutsideUk",
              equals: true,
            },
            then: {
              document: {
                type: "english-language",
                anyAge: true,
              },
            },
          },
        },
        why: "Enough English for the work. When it must be shown in writing is our reading.",
      },
    ],
    remove: [],
    replace: [
      {
        id: "references",
        title: "References from health professionals",
        rule: {
          nOf: {
            count: 2,
            type: "reference",
            distinctBy: "referee",
            where: {
              clinical: true,
            },
          },
        },
        why: "Two, from health professionals, and one must be from the last post of three months or more. The second half is not machine-checked here.",
      },
    ],
  },
  {
    id: "overlay-support-worker",
    name: "Support workers",
    kind: "overlay",
    appliesTo: {
      roles: ["support-worker"],
      nations: ["england", "wales", "scotland", "northern-ireland"],
      setting: "any",
    },
    version: "2026-11",
    note: "Support workers have no professional register, so no entry in one is asked for. No source gives a whole list for them: this only takes out what cannot apply.",
    add: [],
    remove: ["registration"],
    replace: [],
  },
];
