import { lookInto, settled } from "./background.ts";
import { FormBody } from "./bodies.ts";
import type { Measurement, Size } from "./measurement.ts";
import { atOnce, inTurns, median, spread, timed } from "./numbers.ts";
import { bareServer, freshHouse } from "./places.ts";
import type { Row } from "./table.ts";
import { Transport } from "./transport.ts";

const fileBytes = 5 * 1024 * 1024;
const lanes = 8;

/** 5 MB files, 8 at a time: sealed, hashed, logged and synced here; streamed to a file and synced there. */
export const upload: Measurement = {
  name: "upload",
  about: "5 MB files in, 8 at a time, against a bare Node server",
  async measure({ quick, say }: Size): Promise<Row[]> {
    const house = await freshHouse("upload");
    const bare = await bareServer();
    const database = await lookInto(house);
    try {
      const { client } = await house.signUp("Uploader");
      const ours = new Transport(house.base, client.cookie);
      const theirs = new Transport(bare.base);
      const bodies = Array.from({ length: lanes }, () => new FormBody(fileBytes));
      const files = quick ? 16 : 32;
      const megabytes = (files * fileBytes) / 1e6;
      const kept: string[] = [];
      const rate = async (to: Transport, path: string) => {
        const ms = await timed(() =>
          atOnce(lanes, files, async (_, lane) => {
            kept.push((await to.upload<{ id: string }>(path, (bodies[lane] ?? new FormBody(fileBytes)).stamp())).id);
          }),
        );
        return megabytes / (ms / 1000);
      };
      const found = await inTurns(
        quick ? 3 : 7,
        async () => {
          const measured = await rate(ours, "/api/documents");
          // Deleted papers need no pictures: the bare server's turn begins on a quiet machine.
          for (const id of kept.splice(0)) await ours.send("DELETE", `/api/documents/${id}`);
          await settled(database);
          return measured;
        },
        async () => {
          const measured = await rate(theirs, "/");
          kept.splice(0);
          return measured;
        },
      );
      const pictures: number[] = [];
      for (let n = 0; n < 3; n++) {
        await ours.upload("/api/documents", (bodies[0] ?? new FormBody(fileBytes)).stamp());
        pictures.push(await settled(database));
      }
      say(`upload: ${found.a.toFixed(0)} MB/s against ${found.b.toFixed(0)} MB/s`);
      return [
        {
          name: "Upload, 5 MB, 8 at a time, of a bare server's rate",
          measured: found.ratio,
          unit: "",
          figure: { better: "more", must: 0.3, aim: 0.45 },
          note: `${found.a.toFixed(0)} MB/s against ${found.b.toFixed(0)} MB/s; ratios ${spread(found.ratios)}. Page pictures are a background job that starts 10 s later when 4 or more uploads run at once, so these turns do not pay for it.`,
        },
        {
          name: "Page pictures of one such upload, in the background",
          measured: median(pictures),
          unit: "ms",
          note: "From the answer to the upload until they are there, in a sandbox process of their own, one at a time. Where uploads go on for longer than 10 s it competes with them.",
        },
      ];
    } finally {
      await database.close();
    }
  },
};
