import { lookInto, settled } from "./background.ts";
import { FormBody } from "./bodies.ts";
import type { Measurement, Size } from "./measurement.ts";
import { atOnce, inTurns, spread, timed } from "./numbers.ts";
import { bareServer, freshHouse } from "./places.ts";
import type { Row } from "./table.ts";
import { Transport } from "./transport.ts";

const fileBytes = 5 * 1024 * 1024;
const lanes = 8;

/** 5 MB files, 8 at a time: logged durably, then opened chunk by chunk here; streamed as they are there. */
export const download: Measurement = {
  name: "download",
  about: "5 MB files out, 8 at a time, against a bare Node server",
  async measure({ quick, say }: Size): Promise<Row[]> {
    const house = await freshHouse("download");
    const bare = await bareServer();
    const database = await lookInto(house);
    try {
      const { client } = await house.signUp("Downloader");
      const ours = new Transport(house.base, client.cookie);
      const theirs = new Transport(bare.base);
      const papers: { ours: string; theirs: string }[] = [];
      const body = new FormBody(fileBytes);
      for (let n = 0; n < lanes; n++) {
        const kept = await ours.upload<{ id: string }>("/api/documents", body.stamp());
        const plain = await theirs.upload<{ id: string }>("/", body);
        papers.push({ ours: `/api/documents/${kept.id}/content`, theirs: `/${plain.id}` });
      }
      await settled(database);
      const files = quick ? 40 : 120;
      const rate = async (from: Transport, which: "ours" | "theirs") => {
        let bytes = 0;
        const ms = await timed(() =>
          atOnce(lanes, files, async (n) => {
            const came = await from.download(papers[n % lanes]?.[which] ?? "");
            bytes += came; // not `+= await`: that adds to what the sum was before the wait
          }),
        );
        if (bytes < files * fileBytes) throw new Error(`Only ${bytes} bytes came`);
        return bytes / 1e6 / (ms / 1000);
      };
      const found = await inTurns(
        quick ? 3 : 7,
        () => rate(ours, "ours"),
        () => rate(theirs, "theirs"),
      );
      say(`download: ${found.a.toFixed(0)} MB/s against ${found.b.toFixed(0)} MB/s`);
      return [
        {
          name: "Download, 5 MB, 8 at a time, of a bare server's rate",
          measured: found.ratio,
          unit: "",
          figure: { better: "more", must: 0.35, aim: 0.6 },
          note: `${found.a.toFixed(0)} MB/s against ${found.b.toFixed(0)} MB/s; ratios ${spread(found.ratios)}.`,
        },
      ];
    } finally {
      await database.close();
    }
  },
};
