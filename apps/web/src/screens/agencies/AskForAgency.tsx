import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { post } from "../../api/client.ts";
import { meQuery, queryClient, termsQuery } from "../../api/queries.ts";
import type { Agency } from "../../api/types.ts";
import { Button } from "../../design/Button.tsx";
import { ErrorSummary } from "../../design/ErrorSummary.tsx";
import { TextField, Tick } from "../../design/Field.tsx";
import { Notice } from "../../design/surface.tsx";
import { FieldErrors, useSubmit, type Values } from "../../design/useSubmit.ts";
import { BackLink } from "../../shell/BackLink.tsx";
import { PageHead } from "../../shell/PageHead.tsx";
import { useMe } from "../../shell/useMe.ts";
import { isEmail } from "../sign-in/email.ts";
import { isWebAddress, withScheme } from "./web-address.ts";

/** For a person who represents an agency: it then waits until staff let it in. */
export default function AskForAgency() {
  const me = useMe();
  const navigate = useNavigate();
  const terms = useQuery(termsQuery);
  const form = useSubmit(async (values) => {
    const version = terms.data?.agencyTerms.version;
    const asked = read(values);
    if (!version)
      throw new FieldErrors([{ field: "", message: "The agency terms have not loaded. Load the page again" }]);
    await post<Agency>("/api/agencies", { ...asked, acceptedTerms: { agencyTerms: version } });
    await queryClient.invalidateQueries({ queryKey: meQuery.queryKey });
    await navigate({ to: "/agency", state: { flash: "Asked. We write to you when our team has looked." } });
  });
  return (
    <div className="stack">
      <PageHead
        title="Ask for an agency"
        lead="You become its first owner, and can invite colleagues."
        back={<BackLink to="/agencies">Agencies</BackLink>}
      />
      {me.agency ? (
        <Notice>
          <p>
            You belong to <bdi>{me.agency.name}</bdi> already. A person can belong to one agency at a time.
          </p>
        </Notice>
      ) : (
        <form className="form" {...form.form}>
          <ErrorSummary errors={form.errors} attempt={form.attempt} />
          <TextField
            name="name"
            label="Name of the agency"
            hint="As locums know it, and as Companies House has it"
            autoComplete="organization"
            error={form.errorOf("name")}
          />
          <TextField
            name="companyNumber"
            label="Company number"
            hint="8 digits, or two letters and 6 digits. An NHS staff bank gives its trust's code"
            className="short"
            autoComplete="off"
            error={form.errorOf("companyNumber")}
          />
          <TextField
            name="email"
            label="Email address of the agency"
            hint="Our team writes there to see that you may speak for it"
            type="email"
            autoComplete="email"
            error={form.errorOf("email")}
          />
          <TextField
            name="website"
            label="Website"
            hint="For example https://www.example.com"
            type="url"
            autoComplete="url"
            error={form.errorOf("website")}
          />
          <Tick
            name="acceptedTerms"
            label={
              <>
                I may speak for this agency, and I accept the{" "}
                <Link to="/texts/$name" params={{ name: "agencyTerms" }} target="_blank">
                  agency terms (opens a new tab)
                </Link>{" "}
                for it
              </>
            }
            hint={terms.data ? `Version ${terms.data.agencyTerms.version}` : "\u00a0"}
            error={form.errorOf("acceptedTerms") ?? form.errorOf("acceptedTerms.agencyTerms")}
          />
          <div className="actions">
            <Button type="submit" busy={form.busy && "Asking"}>
              Ask our team to let it in
            </Button>
          </div>
        </form>
      )}
    </div>
  );
}

function read(values: Values) {
  const asked = {
    name: values.text("name"),
    companyNumber: values.text("companyNumber"),
    email: values.text("email"),
    website: withScheme(values.text("website")),
  };
  const errors = [
    ...(asked.name.length < 2 ? [{ field: "name", message: "Enter the agency's name" }] : []),
    ...(asked.companyNumber.length < 2 ? [{ field: "companyNumber", message: "Enter its company number" }] : []),
    ...(isEmail(asked.email)
      ? []
      : [{ field: "email", message: "Enter an email address, for example name@example.com" }]),
    ...(isWebAddress(asked.website)
      ? []
      : [{ field: "website", message: "Enter a web address, for example https://www.example.com" }]),
    ...(values.ticked("acceptedTerms")
      ? []
      : [{ field: "acceptedTerms", message: "Read the agency terms, then tick that you accept them" }]),
  ];
  if (errors.length > 0) throw new FieldErrors(errors);
  return asked;
}
