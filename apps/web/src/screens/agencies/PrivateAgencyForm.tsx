import { useQuery } from "@tanstack/react-query";
import { profilesQuery } from "../../api/compliance-queries.ts";
import type { MyAgency, ProfileItem } from "../../api/types.ts";
import { Button } from "../../design/Button.tsx";
import { ErrorSummary } from "../../design/ErrorSummary.tsx";
import { Select, TextField } from "../../design/Field.tsx";
import { FieldErrors, useSubmit, type Values } from "../../design/useSubmit.ts";
import { isEmail } from "../sign-in/email.ts";
import { isWebAddress, withScheme } from "./web-address.ts";

interface PrivateAgencyFormProps {
  agency?: MyAgency;
  act: string;
  save: (words: AgencyWords) => Promise<void>;
}

interface AgencyWords {
  name: string;
  website: string | null;
  complianceEmail: string | null;
  profileId: string | null;
}

/** What I know of an agency that is not here. */
export function PrivateAgencyForm({ agency, act, save }: PrivateAgencyFormProps) {
  const profiles = useQuery(profilesQuery);
  const starters = profiles.data?.filter(({ starter }) => starter) ?? [];
  const form = useSubmit(async (values) => save(read(values)));
  return (
    <form className="form" {...form.form}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <TextField
        name="name"
        label="Name of the agency"
        autoComplete="off"
        defaultValue={agency?.name}
        error={form.errorOf("name")}
      />
      <TextField
        name="website"
        label="Website (if you know it)"
        hint="For example www.example.com"
        autoComplete="off"
        inputMode="url"
        defaultValue={agency?.website ?? ""}
        error={form.errorOf("website")}
      />
      <TextField
        name="complianceEmail"
        label="Its compliance address (if you know it)"
        hint="Where it asks you to send papers. We write there only when you invite it"
        type="email"
        autoComplete="off"
        defaultValue={agency?.complianceEmail ?? ""}
        error={form.errorOf("complianceEmail")}
      />
      <Select
        key={starters.length}
        name="profileId"
        label="What it asks for"
        hint="Until it joins and says so itself, one of our starter lists stands in"
        defaultValue={agency && chosenIn(starters, agency) ? agency.profile.id : ""}
        error={form.errorOf("profileId")}
      >
        <option value="">The list for my profession</option>
        {starters.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <div className="actions">
        <Button type="submit" busy={form.busy && "Saving"}>
          {act}
        </Button>
      </div>
    </form>
  );
}

const chosenIn = (starters: ProfileItem[], { profile }: MyAgency) => starters.some(({ id }) => id === profile.id);

function read(values: Values): AgencyWords {
  const name = values.text("name");
  const website = withScheme(values.text("website")) || null;
  const complianceEmail = values.text("complianceEmail") || null;
  const errors = [
    ...(name === "" ? [{ field: "name", message: "Enter the agency's name" }] : []),
    ...(website === null || isWebAddress(website)
      ? []
      : [{ field: "website", message: "Enter a web address, for example www.example.com" }]),
    ...(complianceEmail === null || isEmail(complianceEmail)
      ? []
      : [{ field: "complianceEmail", message: "Enter an email address, for example name@example.com" }]),
  ];
  if (errors.length > 0) throw new FieldErrors(errors);
  return { name, website, complianceEmail, profileId: values.text("profileId") || null };
}
