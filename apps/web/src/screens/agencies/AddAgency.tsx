import { useNavigate } from "@tanstack/react-router";
import { post } from "../../api/client.ts";
import { judgeAgain } from "../../api/compliance-queries.ts";
import type { AgencyListItem, MyAgency } from "../../api/types.ts";
import { Button } from "../../design/Button.tsx";
import { ErrorSummary } from "../../design/ErrorSummary.tsx";
import { useSubmit } from "../../design/useSubmit.ts";
import { BackLink } from "../../shell/BackLink.tsx";
import { PageHead } from "../../shell/PageHead.tsx";
import { FindAgency } from "./FindAgency.tsx";
import { PrivateAgencyForm } from "./PrivateAgencyForm.tsx";

/** An agency I use: one that is here, or the words of one that is not. */
export default function AddAgency() {
  const navigate = useNavigate();
  const added = (agency: MyAgency) =>
    navigate({ to: "/agencies/$id", params: { id: agency.id }, state: { flash: `Added. Only you see your list.` } });
  return (
    <div className="stack loose">
      <PageHead
        title="Add an agency"
        lead="It tells the agency nothing, and sends nothing."
        back={<BackLink to="/agencies">Agencies</BackLink>}
      />
      <section className="stack" aria-labelledby="here">
        <h2 id="here">It is here</h2>
        <FindAgency
          act={(agency) => <UseIt agency={agency} onAdded={added} />}
          none={<p>Add yours below: what it asks for, reminders and packs work all the same.</p>}
        />
      </section>
      <section className="stack" aria-labelledby="not-here">
        <h2 id="not-here">It is not here</h2>
        <p>
          Add it for yourself. You see what is missing, are reminded, and can make one pack to e-mail. You can invite it
          too.
        </p>
        <PrivateAgencyForm
          act="Add this agency"
          save={async (words) => {
            const agency = await post<MyAgency>("/api/my-agencies", words);
            await judgeAgain();
            await added(agency);
          }}
        />
      </section>
    </div>
  );
}

interface UseItProps {
  agency: AgencyListItem;
  onAdded: (agency: MyAgency) => unknown;
}

/** The press that puts an agency on my list. */
export function UseIt({ agency, onAdded }: UseItProps) {
  const form = useSubmit(async () => {
    const mine = await post<MyAgency>("/api/my-agencies", { agencyId: agency.id });
    await judgeAgain();
    await onAdded(mine);
  });
  return (
    <form {...form.form}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <Button type="submit" look="calm" busy={form.busy && "Adding"} aria-label={`I use ${agency.name}`}>
        I use it
      </Button>
    </form>
  );
}
