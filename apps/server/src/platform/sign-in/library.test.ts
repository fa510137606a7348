import { getMigrations } from "better-auth/db/migration";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cloneDatabase, type TestDatabase } from "../postgres/testing.ts";
import { cookieRules } from "./cookies.ts";
import { makeLibrary } from "./library.ts";
import { makePasswords } from "./passwords.ts";
import { makeUsers } from "./users.ts";

const publicUrl = "https://passport.example.org";
let ids = 0;
const newId = () => `id${++ids}`;

describe("the sign-in library on our tables", () => {
  let clone: TestDatabase;
  let library: ReturnType<typeof makeLibrary>;

  beforeAll(async () => {
    clone = await cloneDatabase();
    library = makeLibrary({
      publicUrl,
      rules: cookieRules(publicUrl),
      secret: "a secret of a test, long enough to be one",
      pool: clone.database.pools.auth,
      passwords: makePasswords({ log2N: 4, r: 8, p: 1 }),
      log: pino({ level: "silent" }),
      newId,
    });
  }, 120_000);
  afterAll(() => clone?.drop());

  it("finds every table and column it expects", async () => {
    const { toBeCreated, toBeAdded } = await getMigrations(library.options);
    expect(toBeCreated).toEqual([]);
    expect(toBeAdded).toEqual([]);
  });

  it("cannot make a session where no entry was written first", async () => {
    const users = makeUsers(clone.database.pools.auth, newId);
    const passwordHash = await makePasswords({ log2N: 4, r: 8, p: 1 }).hash("twelve letters");
    await users.create({ id: "anna", email: "Anna@Example.org", passwordHash, at: new Date() });
    const body = { email: "anna@example.org", password: "twelve letters" };
    await expect(library.api.signInEmail({ body })).rejects.toThrow("entry is written first");
    expect((await clone.admin.query(`SELECT 1 FROM auth."session"`)).rows).toEqual([]);
  });

  it("signs nobody up by itself", async () => {
    const body = { email: "ben@example.org", password: "twelve letters", name: "Ben" };
    await expect(library.api.signUpEmail({ body })).rejects.toThrow();
  });

  it("keeps no name of a person", async () => {
    const { rows } = await clone.admin.query<{ name: string }>(`SELECT "name" FROM auth."user"`);
    expect(rows).toEqual([{ name: "-" }]);
  });

  it("acts as a role that sees kinds and memberships and no sealed name", async () => {
    const { auth } = clone.database.pools;
    await auth.query("SELECT account_id, kind FROM app.people");
    await expect(auth.query("SELECT sealed_name FROM app.people")).rejects.toThrow("permission denied");
    await expect(auth.query("SELECT * FROM app.documents")).rejects.toThrow("permission denied");
  });
});
