import { transferTicks } from "@locum-passport/contract/transfer-ticks";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { FieldProblem } from "../../api/problem.ts";
import { termsQuery } from "../../api/queries.ts";
import { Tick } from "../../design/Field.tsx";
import type { Values } from "../../design/useSubmit.ts";

interface Props {
  /** The papers this yes is about. */
  of: { sensitivity: string }[];
  errorOf: (field: string) => string | undefined;
}

const has = (of: Props["of"], kind: string) => of.some(({ sensitivity }) => sensitivity === kind);

/** The yes that a change to a transfer needs anew: the guarded kinds' own lines, and the notice it all rests on. */
export function ConsentTicks({ of, errorOf }: Props) {
  const { data: terms } = useQuery(termsQuery);
  return (
    <div className="stack tight">
      {has(of, "health") ? (
        <Tick
          name="consent.health"
          label={transferTicks.health}
          error={errorOf("consent.health") ?? errorOf("health")}
        />
      ) : null}
      {has(of, "criminal-record") ? (
        <Tick
          name="consent.criminalRecord"
          label={transferTicks.criminalRecord}
          error={errorOf("consent.criminalRecord") ?? errorOf("criminalRecord")}
        />
      ) : null}
      <p className="small">
        The button says: “{transferTicks.general}” It is a new yes with its own receipt.{" "}
        <Link to="/texts/$name" params={{ name: "transferNotice" }} target="_blank">
          Read the transfer notice (opens a new tab)
        </Link>
        {terms ? `, version ${terms.transferNotice.version}.` : "."}
      </p>
    </div>
  );
}

/** The kinds whose own line is still to be ticked. */
export function unticked(of: Props["of"], values: Values): FieldProblem[] {
  const errors: FieldProblem[] = [];
  if (has(of, "health") && !values.ticked("consent.health")) {
    errors.push({ field: "consent.health", message: "Tick that your health papers are included" });
  }
  if (has(of, "criminal-record") && !values.ticked("consent.criminalRecord")) {
    errors.push({ field: "consent.criminalRecord", message: "Tick that your criminal-record papers are included" });
  }
  return errors;
}
