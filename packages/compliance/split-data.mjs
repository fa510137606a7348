/** Takes the sources out of the reference data: they are read by people, not by the judge. */
export function generatedModules({ types, otherNames, formats, profiles, leadTimes, specimens }) {
  const withoutAbout = ({ about: _about, version: _version, ...rest }) => rest;
  const withoutSources = ({ sources: _sources, ...rest }) => rest;
  const withoutSource = ({ source: _source, ...rest }) => rest;
  const withoutNotes = ({ note: _note, ...rest }) => rest;
  const requirementSources = (profile) =>
    ["requirements", "replace", "add"].flatMap((part) =>
      (profile[part] ?? []).map((requirement) => [`${profile.id}/${requirement.id}`, requirement.source]),
    );
  const profileWithoutSources = (profile) => {
    const copy = { ...profile };
    for (const part of ["requirements", "replace", "add"]) if (copy[part]) copy[part] = copy[part].map(withoutSource);
    return copy;
  };
  return {
    catalogue: {
      imports: ['import type { DocumentType } from "../catalogue/document-type.ts";'],
      exports: {
        catalogue: {
          type: "readonly DocumentType[]",
          value: types.map((type) => {
            const { id, name, ...rest } = withoutSources(type);
            return { id, name, otherNames: otherNames[id], ...rest };
          }),
        },
      },
    },
    formats: {
      imports: ['import type { NumberFormat } from "../formats/number-format.ts";'],
      exports: { formats: { type: "readonly NumberFormat[]", value: formats.formats.map(withoutSources) } },
    },
    profiles: {
      imports: ['import type { Fact, Overlay, Profile } from "../profiles/profile.ts";'],
      exports: {
        starterFacts: {
          type: "readonly Fact[]",
          value: profiles.facts.map((fact) => factOptions(withoutNotes(fact), types)),
        },
        starterProfiles: {
          type: "readonly Profile[]",
          value: profiles.profiles.filter((profile) => profile.kind === "profile").map(profileWithoutSources),
        },
        starterOverlays: {
          type: "readonly Overlay[]",
          value: profiles.profiles.filter((profile) => profile.kind === "overlay").map(profileWithoutSources),
        },
      },
    },
    "lead-times": {
      imports: [
        'import type { LeadTime } from "../expiries/lead-times.ts";',
        'import type { ReminderTimes } from "../expiries/reminders.ts";',
      ],
      exports: {
        leadTimes: { type: "readonly LeadTime[]", value: leadTimes.leadTimes.map(withoutSource) },
        reminderTimes: {
          type: "ReminderTimes",
          value: withoutSource(leadTimes.steps),
        },
      },
    },
    specimens: {
      imports: ['import type { SpecimenPeople } from "../people/specimen-person.ts";'],
      exports: { specimenPeople: { type: "SpecimenPeople", value: withoutAbout(specimens) } },
    },
    sources: {
      imports: ['import type { LeadTimeSource, RequirementSource, Source } from "../sources.ts";'],
      exports: {
        documentTypeSources: {
          type: "Readonly<Record<string, readonly Source[]>>",
          value: Object.fromEntries(types.map((type) => [type.id, type.sources])),
        },
        numberFormatSources: {
          type: "Readonly<Record<string, readonly Source[]>>",
          value: Object.fromEntries(formats.formats.map((format) => [format.id, format.sources])),
        },
        requirementSources: {
          type: "Readonly<Record<string, RequirementSource>>",
          value: Object.fromEntries(profiles.profiles.flatMap(requirementSources)),
        },
        leadTimeSources: {
          type: "Readonly<Record<string, LeadTimeSource>>",
          value: Object.fromEntries(leadTimes.leadTimes.map(({ type, source }) => [type, source])),
        },
      },
    },
  };
}

/** Options may point at an enum of the catalogue, `document-types.json#type.field`: the generated file holds them spelt out. */
function factOptions(fact, types) {
  if (typeof fact.options !== "string") return fact;
  const [typeId, fieldId] = fact.options.split("#")[1].split(".");
  const field = types.find((type) => type.id === typeId).fields.find((candidate) => candidate.id === fieldId);
  return { ...fact, options: field.options };
}
