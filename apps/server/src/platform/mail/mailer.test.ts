import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SMTPServer } from "smtp-server";
import { afterEach, describe, expect, it } from "vitest";
import { folderMailer } from "./folder-mailer.ts";
import type { Mailer, MailMessage } from "./mailer.ts";
import { smtpMailer } from "./smtp-mailer.ts";

interface Box {
  mailer: Mailer;
  received(): Promise<string[]>;
  close(): Promise<void>;
}

const now = () => new Date("2026-11-23T09:00:00Z");
const from = "Locum Passport <no-reply@example.org>";
let sent = 0;
const mail = (change: Partial<MailMessage> = {}): MailMessage => ({
  id: `mail-${++sent}`,
  at: new Date("2026-11-23T08:59:00Z"),
  to: "specimen@example.org",
  subject: "x",
  text: "x",
  kind: "test",
  ...change,
});
const link = `https://passport.example.org/confirm#token=${"k3".repeat(40)}`;

async function folderBox(): Promise<Box> {
  const folder = await mkdtemp(join(tmpdir(), "lp-mail-"));
  return {
    mailer: folderMailer({ folder: join(folder, "mail"), from, now }),
    async received() {
      const names = (await readdir(join(folder, "mail"))).sort();
      expect(names.every((name) => name.endsWith(".eml"))).toBe(true);
      return Promise.all(names.map((name) => readFile(join(folder, "mail", name), "utf8")));
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

async function smtpBox(): Promise<Box> {
  const mails: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        mails.push(Buffer.concat(chunks).toString("utf8"));
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    mailer: smtpMailer({ url: `smtp://127.0.0.1:${port}`, from, now }),
    received: async () => mails,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

describe.each([
  ["folder", folderBox],
  ["smtp", smtpBox],
])("mail by %s", (_name, makeBox) => {
  let box: Box | undefined;
  afterEach(() => box?.close());

  it("carries the text as UTF-8 with the link whole on a line of its own", async () => {
    box = await makeBox();
    await box.mailer.send(mail({ subject: "Your code", text: `Hello – you.\n\n${link}\n` }));
    const [received] = await box.received();
    const [head, body] = (received ?? "").split("\r\n\r\n");
    expect(head).toContain("To: specimen@example.org");
    expect(head).toContain("From: Locum Passport <no-reply@example.org>");
    expect(head).toContain("Content-Type: text/plain; charset=utf-8");
    expect(received?.split("\r\n")).toContain(link);
    expect(body).toContain("Hello – you.");
  });

  it("refuses an address that would add a header of its own", async () => {
    box = await makeBox();
    const { mailer } = box;
    await expect(mailer.send(mail({ to: "a@example.org\r\nBcc: b@example.org" }))).rejects.toThrow(TypeError);
    await expect(mailer.send(mail({ unsubscribe: "https://x.example\r\nBcc: b@x" }))).rejects.toThrow(TypeError);
  });

  it("keeps every one of several mails sent in the same instant", async () => {
    box = await makeBox();
    const { mailer, received } = box;
    await Promise.all([1, 2, 3].map((n) => mailer.send(mail({ subject: `Mail ${n}` }))));
    expect(await received()).toHaveLength(3);
  });

  it("names itself the same at every try, so that a mail sent twice can be told from two mails", async () => {
    box = await makeBox();
    const one = mail();
    await box.mailer.send(one);
    await box.mailer.send(one);
    await box.mailer.send(mail());
    const ids = (await box.received()).map((received) => /^Message-ID: (.*)$/im.exec(received)?.[1]);
    expect(new Set(ids).size).toBe(2);
  });

  it("carries the way to turn it off as RFC 8058 says, where there is one", async () => {
    box = await makeBox();
    const unsubscribe = "https://passport.example.org/api/unsubscribe/k3k3";
    await box.mailer.send(mail({ unsubscribe }));
    const [received = ""] = await box.received();
    expect(received).toContain(`\r\nList-Unsubscribe: <${unsubscribe}>\r\n`);
    expect(received).toContain("\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n");
  });

  it("says where mail goes without a password in it", async () => {
    box = await makeBox();
    expect(box.mailer.describe()).toMatch(/^Mail /);
  });
});

it("a folder that cannot be written rejects, so that the job tries again", async () => {
  const folder = await mkdtemp(join(tmpdir(), "lp-mail-"));
  await writeFile(join(folder, "mail"), "a file stands where the folder should be");
  const mailer = folderMailer({ folder: join(folder, "mail"), from, now });
  await expect(mailer.send(mail())).rejects.toThrow();
  await rm(folder, { recursive: true, force: true });
});

it("in the folder a second try of a mail adds no second one", async () => {
  const folder = await mkdtemp(join(tmpdir(), "lp-mail-"));
  const one = mail();
  const mailer = folderMailer({ folder, from, now });
  await Promise.all([mailer.send(one), mailer.send(one)]);
  await folderMailer({ folder, from, now: () => new Date("2026-11-23T10:00:00Z") }).send(one);
  expect(await readdir(folder)).toHaveLength(1);
  await rm(folder, { recursive: true, force: true });
});

it("the description of an SMTP server leaves its password out", () => {
  expect(smtpMailer({ url: "smtp://user:hunter2@mail.example.org", from, now }).describe()).not.toContain("hunter2");
});
