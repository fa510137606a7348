import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { londonDay } from "@locum-passport/compliance";
import { pagesPdf } from "../../apps/server/src/rooms/packs/packs.testing.ts";
import type { Client } from "../../scripts/demo/client.ts";
import { signUp, terms } from "../../scripts/demo/people.ts";
import type { RunningServer } from "../crash/running-server.ts";
import type { Papers } from "./papers.ts";
import type { People, Person } from "./people.ts";

/** Somebody with an account, and the same person at the HTTP contract: what a test is not about is made there. */
export interface Prepared {
  person: Person;
  client: Client;
}

export async function preparedPerson(people: People, server: RunningServer, name: string): Promise<Prepared> {
  const person = await people.newcomer(name);
  const { client } = await signUp({ base: server.base, mailFolder: server.mailFolder }, person);
  return { person, client };
}

/** An approved agency of this person, added on the command line; resolves to its id. They sign in once to own it. */
export async function preparedAgency(
  server: RunningServer,
  { person, client }: Prepared,
  name: string,
): Promise<string> {
  const added = server.passport("agency", "add", name, "--owner", person.email, "--may-hold-criminal-records");
  if (added.status !== 0) throw new Error(added.output);
  await client.call("POST", "/api/auth/sign-in/email", { email: person.email, password: person.password });
  const { agencyTerms } = await terms(client);
  await client.call("PUT", "/api/agency/terms", { agencyTerms: agencyTerms.version });
  return added.output.split(/\s/)[0] ?? "";
}

interface Kept {
  id: string;
  versions: { pictures: string }[];
}

/** SPECIMEN papers of these names kept by the person, with their details and pictures; their ids in the same order. */
export async function preparedPapers({ client }: Prepared, papers: Papers, ...names: string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const name of names) {
    const { type, details, files } = papers.whole(name);
    const form = new FormData();
    form.set("type", type);
    form.set("details", JSON.stringify(details));
    for (const { path, mediaType } of files) {
      form.append("file", new Blob([await readFile(path)], { type: mediaType }), basename(path));
    }
    ids.push((await client.upload<Kept>("/api/documents", form)).id);
  }
  for (const id of ids) await picturesReady(client, id);
  return ids;
}

async function picturesReady(client: Client, id: string): Promise<void> {
  const giveUp = Date.now() + 60_000;
  while (Date.now() < giveUp) {
    const { versions } = await client.get<Kept>(`/api/documents/${id}`);
    if (versions.every(({ pictures }) => pictures === "ready")) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error("The pictures were not made in time");
}

/** A paper of so many pages that its pictures are not there for a good while; resolves to its id at once. */
export async function slowPaper({ client }: Prepared): Promise<string> {
  const form = new FormData();
  form.set("type", "cv");
  form.append("file", new Blob([new Uint8Array(pagesPdf(80, "slow"))], { type: "application/pdf" }), "long cv.pdf");
  return (await client.upload<Kept>("/api/documents", form)).id;
}

/** A transfer as its sender would make it; resolves to its id. */
export async function preparedTransfer(
  { client }: Prepared,
  sent: { agencyId: string; documentIds: string[]; mayDownload: boolean },
): Promise<string> {
  const { transferNotice } = await terms(client);
  const { id } = await client.call<{ id: string }>("POST", "/api/transfers", {
    ...sent,
    purpose: "join-agency",
    endsOn: londonDay(Date.now() + 30 * 86_400_000),
    onward: "none",
    removePlace: true,
    consent: { noticeVersion: transferNotice.version, general: true, health: false, criminalRecord: false },
  });
  return id;
}
