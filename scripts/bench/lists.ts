import pg from "pg";
import { joinEmbedded } from "../../apps/server/src/platform/postgres/embedded/join.ts";
import { embeddedLogins } from "../../apps/server/src/platform/postgres/logins.ts";
import { lookInto, settled } from "./background.ts";
import { actingFor, fillCrowd, fillEntries, fillPapers } from "./fill.ts";
import type { Measurement, Size } from "./measurement.ts";
import { inTurns, median, timed } from "./numbers.ts";
import { freshHouse, type House } from "./places.ts";
import type { Row } from "./table.ts";
import { Transport } from "./transport.ts";

const entriesOfOne = 50_000;
const papersOfOne = 200;
const pages = [
  { name: "Timeline page (100 entries)", path: "/api/timeline?limit=100" },
  { name: "Document list (50 of 200)", path: "/api/documents" },
] as const;

/** Two lists, for a large account in a house of its own and among others, against one page's worth in an empty house. */
export const lists: Measurement = {
  name: "lists",
  about: "timeline page and document list of an account with 50,000 entries, alone and in a crowd",
  async measure({ quick, say, crowd }: Size): Promise<Row[]> {
    const small = await freshHouse("empty");
    const large = await freshHouse("large");
    const empty = await filled(small, 100, 51);
    say("filling one account");
    const full = await filled(large, entriesOfOne, papersOfOne);
    const rows: Row[] = [];
    const compare = async (where: string, note: string) => {
      for (const { name, path } of pages) {
        const { a, b, ratio } = await inTurns(
          quick ? 5 : 9,
          () => middle(full, path),
          () => middle(empty, path),
        );
        rows.push({
          name: `${name}, ${where}, to an empty database's`,
          measured: ratio,
          unit: "",
          figure: { better: "less", must: 1.5, aim: 1.2 },
          note: `${a.toFixed(1)} ms against ${b.toFixed(1)} ms. ${note}`,
        });
      }
    };
    await compare("50,000 entries", "Against an account with one page of each, in a database of its own.");
    const others = crowd ?? (quick ? 2 : 20);
    say(`filling ${others} more accounts`);
    await withOwner(large, (owner) => fillCrowd(owner, others, entriesOfOne, papersOfOne));
    await compare(
      `among ${others + 1} such`,
      `${((others + 1) * entriesOfOne).toLocaleString("en-GB")} entries in the database; --crowd=1000 makes a thousand accounts (some 60 GB).`,
    );
    return rows;
  },
};

async function filled(house: House, entries: number, papers: number): Promise<Transport> {
  const { client } = await house.signUp("Lister");
  const { id } = await client.get<{ id: string }>("/api/me");
  const acting = await actingFor(house, id);
  await fillPapers(acting.ctx, id, papers);
  await fillEntries(acting.ctx, id, entries);
  await acting.close();
  const database = await lookInto(house);
  await settled(database).finally(() => database.close());
  await withOwner(house, (owner) => owner.query("analyze"));
  return new Transport(house.base, client.cookie);
}

async function middle(from: Transport, path: string): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < 15; n++) times.push(await timed(() => from.get(path)));
  return median(times);
}

async function withOwner<T>(house: House, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const server = await joinEmbedded(house.dataDir);
  if (!server) throw new Error("The bench fills the embedded PostgreSQL only");
  const owner = new pg.Client(embeddedLogins(server).setup);
  await owner.connect();
  return work(owner).finally(() => owner.end());
}
