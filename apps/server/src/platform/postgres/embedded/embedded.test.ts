import { existsSync, mkdirSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type DatabaseActor, openDatabase } from "../database.ts";
import { DatabaseUnavailable } from "../errors.ts";
import { quietLog } from "../testing.ts";
import { findBinaries, linkLibraries } from "./binaries.ts";
import { readPostmasterFile } from "./postmaster-file.ts";
import { closedFolder } from "./reach.ts";
import { chooseRunAs } from "./run-as.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "locum embedded "));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const service: DatabaseActor = { accountId: null, kind: "service", personId: null, agencyId: null };
const open = (dataDir = folder) => openDatabase({ dataDir, log: quietLog });

test("what is acknowledged is synced, checked by sums, and reached through one private socket only", async () => {
  const database = await open();
  const { socketFolder } = readPostmasterFile(join(folder, "postgres")) ?? { socketFolder: "" };
  try {
    const { rows } = await database.pools.app.query(
      `SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commits,
              current_setting('full_page_writes') AS pages, current_setting('data_checksums') AS sums,
              current_setting('listen_addresses') AS addresses`,
    );
    expect(rows[0]).toMatchObject({ fsync: "on", commits: "on", pages: "on", sums: "on", addresses: "" });
    expect(statSync(socketFolder).mode & 0o777).toBe(0o700);
  } finally {
    await database.close();
  }
  expect(existsSync(socketFolder)).toBe(false);
  expect(existsSync(join(folder, "server.lock"))).toBe(false);
});

test("a data folder with a name longer than a socket path may be", async () => {
  const long = join(folder, "a folder name of many letters ".repeat(4), "and another inside it ".repeat(4));
  await (await open(long)).close();
});

test("a start that was killed while making the data folder is made again from nothing", async () => {
  mkdirSync(join(folder, "postgres.making"));
  writeFileSync(join(folder, "postgres.making", "PG_VERSION"), "18\n");
  await (await open()).close();
  expect((await readdir(folder)).sort()).toEqual(["postgres", "postgres.log"]);
});

test("a data folder of another PostgreSQL is refused with what to do", async () => {
  mkdirSync(join(folder, "postgres"));
  writeFileSync(join(folder, "postgres", "PG_VERSION"), "17\n");
  await expect(open()).rejects.toMatchObject({ code: "data-folder-other-version" });
  expect(existsSync(join(folder, "server.lock"))).toBe(false);
});

test("PostgreSQL killed under a running server: an honest refusal, then it is back by itself", async () => {
  const database = await open();
  try {
    const running = database.transaction(service, async () => {
      process.kill(readPostmasterFile(join(folder, "postgres"))?.pid ?? 0, "SIGKILL");
      await new Promise((resolve) => setTimeout(resolve, 50));
    });
    await expect(running).rejects.toBeInstanceOf(DatabaseUnavailable);
    await expect
      .poll(() => database.transaction(service, async () => "back").catch(String), { timeout: 15_000 })
      .toBe("back");
  } finally {
    await database.close();
  }
});

test("the library links are made where the package's install step has not run", async () => {
  mkdirSync(join(folder, "native", "lib"), { recursive: true });
  writeFileSync(join(folder, "native", "lib", "libpq.so.5.18"), "");
  writeFileSync(
    join(folder, "native", "pg-symlinks.json"),
    JSON.stringify([{ source: "native/lib/libpq.so.5.18", target: "native/lib/libpq.so.5" }]),
  );
  await Promise.all([linkLibraries(folder), linkLibraries(folder)]);
  expect(existsSync(join(folder, "native", "lib", "libpq.so.5"))).toBe(true);
});

test("a platform without a package is told about DATABASE_URL", async () => {
  await expect(findBinaries("linux", "riscv64")).rejects.toThrow("DATABASE_URL");
});

describe.skipIf(process.getuid?.() !== 0 || process.platform !== "linux")(
  "as root in a folder closed to others",
  () => {
    test("the database's user passes through it with that one capability", async () => {
      expect(closedFolder(folder, { uid: 65_534, gid: 65_534 })).toBe(folder);
      expect(chooseRunAs(await findBinaries(), folder, join(folder, "postgres")).way).toBe("capability");
      await (await open()).close();
    });

    test("where that is not to be had, it runs in a user namespace", async () => {
      await withOnly(["unshare"], async () => {
        expect(chooseRunAs(await findBinaries(), folder, join(folder, "postgres")).way).toBe("namespace");
        await (await open()).close();
        expect(statSync(join(folder, "postgres")).uid).toBe(0);
      });
      await (await open()).close(); // and stays so
      expect(statSync(join(folder, "postgres")).uid).toBe(0);
    });

    test("where neither is, the data folder itself lets others pass through, and shows them nothing", async () => {
      await withOnly([], async () => {
        const inTheOpen = closedFolder(tmpdir(), { uid: 65_534, gid: 65_534 }) === undefined;
        if (!inTheOpen) return;
        await (await open()).close();
        expect(statSync(folder).mode & 0o777).toBe(0o711);
      });
    });

    test("where nothing helps, the sentence says which folder is closed and what to do", async () => {
      const inside = join(folder, "deeper");
      mkdirSync(inside);
      await withOnly([], async () => {
        await expect(open(inside)).rejects.toThrow(new RegExp(`cannot pass through ${folder}.*DATA_DIR.*DATABASE_URL`));
      });
    });
  },
);

/** Runs with a PATH that holds these programs and no others. */
async function withOnly(programs: string[], run: () => Promise<void>): Promise<void> {
  const path = process.env.PATH;
  const bin = await mkdtemp(join(tmpdir(), "locum-bin-"));
  for (const program of programs) symlinkSync(`/usr/bin/${program}`, join(bin, program));
  process.env.PATH = bin;
  try {
    await run();
  } finally {
    process.env.PATH = path;
    await rm(bin, { recursive: true, force: true });
  }
}
