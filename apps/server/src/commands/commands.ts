import { parseArgs } from "node:util";
import type { Context } from "../context.ts";
import { addStaff } from "../rooms/accounts/index.ts";
import { addAgency, decideAgency, listAgenciesForStaff } from "../rooms/agencies/index.ts";
import { describeSettings } from "../settings.ts";
import { check } from "./check.ts";
import { verify } from "./verify.ts";

export class UsageError extends Error {}

export interface Command {
  /** The words that choose it. */
  name: string;
  usage: string;
  does: string;
  /** Resolves to the exit code. */
  run(ctx: Context, args: string[]): Promise<number>;
}

const needed = (value: string | undefined, what: string): string => value ?? fail(`${what} is missing.`);
function fail(message: string): never {
  throw new UsageError(message);
}

export const commands: readonly Command[] = [
  {
    name: "settings",
    usage: "settings",
    does: "Prints every setting: its name, meaning and default",
    async run() {
      console.log(describeSettings());
      return 0;
    },
  },
  {
    name: "staff add",
    usage: "staff add EMAIL [--role ROLE]",
    does: "Makes a member of staff; prints and mails a one-time link to set a password and a second factor",
    async run(ctx, args) {
      const { values, positionals } = parseArgs({
        args,
        allowPositionals: true,
        options: { role: { type: "string" } },
      });
      const { link } = await addStaff(ctx, needed(positionals[0], "EMAIL"), values.role);
      console.log(`Open this link once, within its time, and set a password:\n${link}`);
      return 0;
    },
  },
  {
    name: "agency add",
    usage: "agency add NAME --owner EMAIL [--may-hold-criminal-records]",
    does: "Makes an approved agency. Its owner is whoever confirms that address. You state that it has agreed to the agency terms",
    async run(ctx, args) {
      const { values, positionals } = parseArgs({
        args,
        allowPositionals: true,
        options: { owner: { type: "string" }, "may-hold-criminal-records": { type: "boolean" } },
      });
      const { id } = await addAgency(ctx, {
        name: needed(positionals[0], "NAME"),
        ownerEmail: needed(values.owner, "--owner EMAIL"),
        mayHoldCriminalRecords: values["may-hold-criminal-records"] ?? false,
      });
      console.log(`${id}  approved`);
      return 0;
    },
  },
  {
    name: "agency approve",
    usage: "agency approve ID --evidence TEXT [--may-hold-criminal-records]",
    does: "Approves an agency that waits",
    async run(ctx, args) {
      const { values, positionals } = parseArgs({
        args,
        allowPositionals: true,
        options: { evidence: { type: "string" }, "may-hold-criminal-records": { type: "boolean" } },
      });
      const agency = await decideAgency(ctx, {
        decision: "approve",
        agencyId: needed(positionals[0], "ID"),
        evidence: needed(values.evidence, "--evidence TEXT"),
        mayHoldCriminalRecords: values["may-hold-criminal-records"] ?? false,
      });
      console.log(`${agency.id}  ${agency.state}  ${agency.name}`);
      return 0;
    },
  },
  {
    name: "agency refuse",
    usage: "agency refuse ID --reason TEXT",
    does: "Refuses an agency that waits",
    async run(ctx, args) {
      const { values, positionals } = parseArgs({
        args,
        allowPositionals: true,
        options: { reason: { type: "string" } },
      });
      const agency = await decideAgency(ctx, {
        decision: "refuse",
        agencyId: needed(positionals[0], "ID"),
        reason: needed(values.reason, "--reason TEXT"),
      });
      console.log(`${agency.id}  ${agency.state}  ${agency.name}`);
      return 0;
    },
  },
  {
    name: "agency list",
    usage: "agency list",
    does: "Lists agencies, newest first",
    async run(ctx) {
      for (let cursor: string | undefined; ; ) {
        const { items, nextCursor } = await listAgenciesForStaff(ctx, { cursor, limit: 200 });
        for (const agency of items) console.log(`${agency.id}  ${agency.state.padEnd(9)}  ${agency.name}`);
        if (nextCursor === null) return 0;
        cursor = nextCursor;
      }
    },
  },
  {
    name: "verify",
    usage: "verify",
    does: "Checks the whole log, its tiles and rows, and files against records",
    run: verify,
  },
  {
    name: "check",
    usage: "check",
    does: "Looks at settings, permissions, disk, database and clock, and says what to do",
    run: check,
  },
];
