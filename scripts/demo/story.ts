import { londonDay } from "@locum-passport/compliance";
import { AMARA, fullName, RHYS, type SpecimenPerson } from "../specimens/person.ts";
import { makeSpecimens, type Specimen } from "../specimens/specimens.ts";
import { Client } from "./client.ts";
import { findInMail } from "./mailbox.ts";
import { type Account, type Place, signUp, terms, turnOnSecondFactor } from "./people.ts";

export interface Told {
  what: string;
  account: Account;
}

export interface DocumentAnswer {
  id: string;
  type: string;
  versions: { pictures: "pending" | "ready" | "none" }[];
}

export interface TransferAnswer {
  id: string;
  copies: { id: string; type: string }[];
}

type RunCommand = (...args: string[]) => string;

const day = (offset: number) => londonDay(Date.now() + offset * 86_400_000);

/** The whole story of the demo, told through the HTTP contract as browsers would tell it. */
export async function tellStory(place: Place, passport: RunCommand, say: (line: string) => void): Promise<Told[]> {
  say("Staff and agencies");
  const staff = await addStaff(place, passport);
  const acme = await agencyByStaff(place, staff);
  const harbour = await agencyByOperator(place, passport);

  say("Two locums, with papers");
  const amara = await locum(place, AMARA, "doctor", "amara@locum.example");
  const rhys = await locum(place, RHYS, "gp", "rhys@locum.example");
  const amarasPapers = await addPapers(amara, await makeSpecimens(AMARA, day(0)), say);
  const rhyssPapers = (await makeSpecimens(RHYS, day(0))).filter((paper) =>
    ["passport", "cv", "bls"].includes(paper.type),
  );
  const rhyssIds = await addPapers(rhys, rhyssPapers, say);

  say("What they do and where, and the agencies they use");
  await setUp(amara, [
    { agencyId: acme.agencyId },
    { name: "Lantern Locums", complianceEmail: "papers@lantern.example" },
  ]);
  await setUp(rhys, [{ agencyId: harbour.agencyId }]);

  say("A transfer that runs, with one copy opened and one sent back");
  const sent = await send(
    amara,
    acme.agencyId,
    amarasPapers.map((paper) => paper.id),
  );
  await useCopies(acme.account, sent);
  say("A transfer that was stopped");
  const stopped = await send(
    rhys,
    harbour.agencyId,
    rhyssIds.map((paper) => paper.id),
  );
  await harbour.account.client.bytes(`/api/agency/transfers/${stopped.id}/copies/${stopped.copies[0]?.id}/content`);
  await rhys.client.call("POST", `/api/transfers/${stopped.id}/stop`);

  return [
    { what: "Locum with papers and a transfer", account: amara },
    { what: "Locum with a stopped transfer", account: rhys },
    { what: "Owner of Acme Locums", account: acme.account },
    { what: "Owner of Harbour Staffing", account: harbour.account },
    { what: "Member of staff", account: staff },
  ];
}

async function addStaff(place: Place, passport: RunCommand): Promise<Account> {
  const email = "sam@staff.example";
  const password = "specimen staff pass phrase";
  passport("staff", "add", email);
  const token = decodeURIComponent(await findInMail(place.mailFolder, email, /[#?&]token=([\w%.-]+)/));
  const client = new Client(place.base);
  await client.call("POST", "/api/auth/reset-password", { token, newPassword: password });
  await client.call("POST", "/api/auth/sign-in/email", { email, password });
  return turnOnSecondFactor({ client, name: "Sam Specimen", email, password });
}

async function agencyByStaff(place: Place, staff: Account): Promise<{ agencyId: string; account: Account }> {
  const owner = await signUp(place, {
    name: "Priya Mockridge",
    email: "priya@acme.example",
    password: "specimen acme pass phrase",
  });
  const account = await turnOnSecondFactor(owner);
  const { agencyTerms } = await terms(account.client);
  const agency = await account.client.call<{ id: string }>("POST", "/api/agencies", {
    name: "Acme Locums",
    companyNumber: "00000017",
    email: "compliance@acme.example",
    website: "https://acme.example",
    acceptedTerms: { agencyTerms: agencyTerms.version },
  });
  await staff.client.call("POST", `/api/staff/agencies/${agency.id}/approve`, {
    evidence: "SPECIMEN: company number looked up, website and address seen",
    mayHoldCriminalRecords: true,
  });
  return { agencyId: agency.id, account };
}

async function agencyByOperator(place: Place, passport: RunCommand): Promise<{ agencyId: string; account: Account }> {
  const email = "tom@harbour.example";
  const [agencyId = ""] = passport("agency", "add", "Harbour Staffing", "--owner", email).split(/\s/);
  const owner = await signUp(place, { name: "Tom Sampleton", email, password: "specimen harbour pass phrase" });
  return { agencyId, account: await turnOnSecondFactor(owner) };
}

async function locum(place: Place, person: SpecimenPerson, profession: string, email: string): Promise<Account> {
  const account = await signUp(place, { name: fullName(person), email, password: "specimen locum pass phrase" });
  await account.client.call("PATCH", "/api/me/profile", {
    legalName: fullName(person),
    birthDate: person.dateOfBirth,
    profession,
    registrationNumber: person.gmcNumber,
    addresses: [{ lines: person.address.slice(0, -1).join("\n"), postcode: person.address.at(-1) ?? "" }],
  });
  const { healthNotice, criminalRecordNotice } = await terms(account.client);
  await account.client.call("PUT", "/api/me/consents/health", { noticeVersion: healthNotice.version });
  await account.client.call("PUT", "/api/me/consents/criminal-record", { noticeVersion: criminalRecordNotice.version });
  return account;
}

/** The four questions, answered; one agency is here, another only its locum knows of. */
async function setUp({ client }: Account, agencies: readonly Record<string, string>[]): Promise<void> {
  for (const agency of agencies) await client.call("POST", "/api/my-agencies", agency);
  await client.call("PATCH", "/api/me/work", {
    answers: { nation: "england", worksWith: "both", eppRole: false },
    setUp: true,
  });
}

async function addPapers(
  account: Account,
  papers: readonly Specimen[],
  say: (line: string) => void,
): Promise<DocumentAnswer[]> {
  const added: DocumentAnswer[] = [];
  for (const paper of papers) {
    const form = new FormData();
    form.set("type", paper.type);
    form.set("details", JSON.stringify(paper.details));
    for (const file of paper.files) {
      form.append("file", new Blob([new Uint8Array(file.bytes)], { type: file.mediaType }), file.fileName);
    }
    added.push(await account.client.upload<DocumentAnswer>("/api/documents", form));
  }
  await picturesReady(account, added);
  say(`  ${account.name}: ${added.length} papers`);
  return added;
}

/** Page pictures are made by a job; the demo waits, so that what it sends can be looked at. */
async function picturesReady(account: Account, papers: readonly DocumentAnswer[]): Promise<void> {
  const giveUp = Date.now() + 120_000;
  for (const { id } of papers) {
    for (;;) {
      const paper = await account.client.get<DocumentAnswer>(`/api/documents/${id}`);
      if (paper.versions.every((version) => version.pictures !== "pending")) break;
      if (Date.now() > giveUp) throw new Error(`The pictures of ${paper.type} were not made in time`);
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

async function send(from: Account, agencyId: string, documentIds: string[]): Promise<TransferAnswer> {
  const { transferNotice } = await terms(from.client);
  return from.client.call<TransferAnswer>("POST", "/api/transfers", {
    agencyId,
    documentIds,
    purpose: "join-agency",
    note: "SPECIMEN: my papers for registration",
    endsOn: day(90),
    mayDownload: true,
    onward: "none",
    removePlace: true,
    consent: { noticeVersion: transferNotice.version, general: true, health: true, criminalRecord: true },
  });
}

async function useCopies(agency: Account, transfer: TransferAnswer): Promise<void> {
  const copies = `/api/agency/transfers/${transfer.id}/copies`;
  const [first, second] = transfer.copies;
  if (!first || !second) throw new Error("The transfer holds too few copies for the story");
  await agency.client.bytes(`${copies}/${first.id}/pages/1.webp`);
  await agency.client.bytes(`${copies}/${second.id}/content`);
  await agency.client.call("POST", `${copies}/${second.id}/send-back`, {
    reason: "cut-off",
    message: "SPECIMEN: the date at the foot is cut off",
  });
}
