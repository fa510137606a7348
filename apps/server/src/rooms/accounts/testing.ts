import { Secret, TOTP } from "otpauth";
import type { House } from "../../compose.ts";
import type { MailMessage } from "../../platform/mail/mailer.ts";
import { append, createChain } from "../audit/index.ts";
import * as store from "./accounts.store.ts";
import { asPerson } from "./actions/as-person.ts";
import { sealName } from "./actions/people.ts";
import { currentTerms } from "./actions/terms.ts";
import { insertOwnPermission } from "./memberships.store.ts";

/** A browser as far as tests need one: it keeps cookies and names itself. */
export interface TestClient {
  cookies: Map<string, string>;
  request(
    method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE",
    url: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<TestAnswer>;
  get(url: string): Promise<TestAnswer>;
  post(url: string, body?: unknown): Promise<TestAnswer>;
}
export interface TestAnswer {
  status: number;
  /** As the answer's JSON reads; its text where it is none. */
  body: ReturnType<typeof JSON.parse>;
  headers: Record<string, string | string[] | number | undefined>;
}

const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0";

export function testClient(
  house: Pick<House, "app">,
  options: { userAgent?: string; address?: string } = {},
): TestClient {
  const cookies = new Map<string, string>();
  const request: TestClient["request"] = async (method, url, body, headers = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await house.app.inject({
      method,
      url,
      remoteAddress: options.address ?? "127.0.0.1",
      headers: { "user-agent": options.userAgent ?? firefox, ...(cookie ? { cookie } : {}), ...headers },
      ...(body === undefined ? {} : { payload: body as object }),
    });
    for (const line of [answer.headers["set-cookie"] ?? []].flat()) keep(cookies, String(line));
    const json = String(answer.headers["content-type"] ?? "").includes("json");
    return { status: answer.statusCode, body: json ? answer.json() : answer.body, headers: answer.headers };
  };
  return { cookies, request, get: (url) => request("GET", url), post: (url, body) => request("POST", url, body) };
}

function keep(cookies: Map<string, string>, line: string): void {
  const [pair = "", ...attributes] = line.split(";");
  const at = pair.indexOf("=");
  const gone = attributes.some((attribute) => attribute.trim().toLowerCase() === "max-age=0");
  if (gone) cookies.delete(pair.slice(0, at));
  else cookies.set(pair.slice(0, at), pair.slice(at + 1));
}

/** The newest mail to an address whose kind is this, waited for. */
export async function mailTo(mailbox: readonly MailMessage[], to: string, kind: string, nth = 1): Promise<MailMessage> {
  for (let waited = 0; waited < 10_000; waited += 50) {
    const found = mailbox.filter((mail) => mail.to === to && mail.kind === kind);
    const mail = found.at(-1);
    if (mail && found.length >= nth) return mail;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(
    `No mail ${kind} to ${to}; there are: ${mailbox.map((mail) => `${mail.kind} ${mail.to}`).join(", ")}`,
  );
}

export const codeIn = (mail: MailMessage): string => /\b\d{6}\b/.exec(mail.text)?.[0] ?? "";
export const tokenIn = (mail: MailMessage): string => /[#?]token=(\S+)/.exec(mail.text)?.[1] ?? "";

/** An authenticator app that holds the secret of this address. `steps` ahead gives a code not used before. */
export function authenticator(totpURI: string): (steps?: number) => string {
  const secret = new URL(totpURI).searchParams.get("secret") ?? "";
  const app = new TOTP({ secret: Secret.fromBase32(secret) });
  return (steps = 0) => app.generate({ timestamp: Date.now() + steps * 30_000 });
}

export const testPassword = "twelve letters of SPECIMEN";

/** A confirmed locum, made past the screens, with a client that is signed in. For tests of other rooms. */
export async function signedInLocum(
  house: House,
  person: { email: string; name?: string; secondFactor?: boolean },
): Promise<{ id: string; client: TestClient }> {
  const ctx = house.service();
  const id = ctx.newId();
  const now = ctx.now();
  const self = asPerson(ctx, id);
  const { licence, privacy } = currentTerms(ctx);
  await ctx.house(async (tx) => {
    await createChain(ctx, tx, { id, kind: "locum" });
    const sealedName = await sealName(ctx, tx, id, person.name ?? "Specimen Locum");
    await store.insertPerson(tx, { id, kind: "locum", staffRole: null, sealedName, at: now });
    await store.acceptTerms(
      tx,
      id,
      [
        { name: "licence", ...licence },
        { name: "privacy", ...privacy },
      ],
      now,
    );
    await insertOwnPermission(tx, id, now);
    await append(self, tx, [{ accountId: id, act: "account-created" }]);
  });
  const { passwords, sessions, users } = house.ports.signIn;
  await users.create({ id, email: person.email, passwordHash: await passwords.hash(testPassword), at: now });
  return { id, client: await clientOf(house, id, person.secondFactor ?? false) };

  async function clientOf(of: House, personId: string, secondFactor: boolean): Promise<TestClient> {
    const client = testClient(of);
    const cookie = await sessions.forTests(personId, { secondFactor, at: now });
    keep(client.cookies, cookie);
    return client;
  }
}
