import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { patch } from "../../api/client.ts";
import { profileQuery, queryClient } from "../../api/queries.ts";
import type { Profile } from "../../api/types.ts";
import { AsyncView } from "../../design/AsyncView.tsx";
import { Button } from "../../design/Button.tsx";
import { DayField } from "../../design/DayField.tsx";
import { ErrorSummary } from "../../design/ErrorSummary.tsx";
import { Select, TextArea, TextField } from "../../design/Field.tsx";
import { Skeleton } from "../../design/surface.tsx";
import { FieldErrors, useSubmit } from "../../design/useSubmit.ts";
import { BackLink } from "../../shell/BackLink.tsx";
import { PageHead } from "../../shell/PageHead.tsx";
import { AddressFields } from "./AddressFields.tsx";
import { professionNames } from "./professions.ts";
import "./account.css";
import { addressRows, newAddress, readProfile } from "./read-profile.ts";

export default function ProfileScreen() {
  const profile = useQuery({ ...profileQuery, refetchOnWindowFocus: false });
  return (
    <>
      <PageHead
        title="Your details"
        lead="All of it optional, sealed, and shown to nobody but you until you send copies. Agencies you send to see your name, profession and registration number."
        back={<BackLink to="/account">Account</BackLink>}
      />
      <AsyncView query={profile} waiting={<Skeleton height="4rem" lines={5} />}>
        {(data) => <ProfileForm profile={data} />}
      </AsyncView>
    </>
  );
}

function ProfileForm({ profile }: { profile: Profile }) {
  const navigate = useNavigate();
  const [addresses, setAddresses] = useState(() => addressRows(profile.addresses));
  const form = useSubmit(async (values) => {
    const { change, errors } = readProfile(values, addresses);
    if (errors.length > 0) throw new FieldErrors(errors);
    queryClient.setQueryData(profileQuery.queryKey, await patch<Profile>("/api/me/profile", change));
    await queryClient.invalidateQueries({ queryKey: ["timeline"] });
    await navigate({ to: "/account", state: { flash: "Your details are saved." } });
  });
  return (
    <form className="form" {...form.form}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <TextField
        name="legalName"
        label="Legal name"
        hint="As on your travel passport"
        autoComplete="name"
        defaultValue={profile.legalName ?? ""}
        error={form.errorOf("legalName")}
      />
      <TextArea
        name="formerNames"
        label="Former names"
        hint="One on each line, if older papers show them"
        rows={2}
        defaultValue={profile.formerNames.join("\n")}
        error={form.errorOf("formerNames")}
      />
      <DayField
        name="birthDate"
        label="Birth date"
        hint="For example 27 3 1985"
        autoComplete="bday"
        defaultValue={profile.birthDate}
        error={form.errorOf("birthDate")}
      />
      <Select
        name="profession"
        label="Profession"
        defaultValue={profile.profession ?? ""}
        error={form.errorOf("profession")}
      >
        <option value="">Choose</option>
        {Object.entries(professionNames).map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </Select>
      <TextField
        name="registrationNumber"
        label="Registration number"
        hint="GMC, NMC, HCPC, GPhC: as your register shows it"
        autoComplete="off"
        spellCheck={false}
        defaultValue={profile.registrationNumber ?? ""}
        error={form.errorOf("registrationNumber")}
      />
      <section className="stack" aria-labelledby="addresses">
        <h2 id="addresses">Addresses</h2>
        <p className="quiet">
          DBS forms ask for every address of the last five years. Keep them here with their dates.
        </p>
        {addresses.map((row, at) => (
          <AddressFields
            key={row.key}
            row={row}
            n={at + 1}
            errorOf={form.errorOf}
            onRemove={() => setAddresses(addresses.filter(({ key }) => key !== row.key))}
          />
        ))}
        <div className="actions">
          <Button look="calm" onClick={() => setAddresses([...addresses, newAddress()])}>
            Add {addresses.length === 0 ? "an" : "another"} address
          </Button>
        </div>
      </section>
      <div className="actions">
        <Button type="submit" busy={form.busy && "Saving"}>
          Save your details
        </Button>
      </div>
    </form>
  );
}
