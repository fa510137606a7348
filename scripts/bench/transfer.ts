import { londonDay } from "@locum-passport/compliance";
import { terms } from "../demo/people.ts";
import { passport } from "../demo/server.ts";
import { actingFor, fillPapers } from "./fill.ts";
import type { Measurement, Size } from "./measurement.ts";
import { median, spread, timed } from "./numbers.ts";
import { freshHouse } from "./places.ts";
import type { Row } from "./table.ts";

/** Forty papers sent in one transfer, from the request to the answer. No byte of a paper moves. */
export const transfer: Measurement = {
  name: "transfer",
  about: "a transfer of 40 papers",
  async measure({ quick }: Size): Promise<Row[]> {
    const house = await freshHouse("transfer");
    const [agencyId = ""] = passport(
      house.environment,
      "agency",
      "add",
      "Specimen Staffing",
      "--owner",
      "owner@bench.example",
    ).split(/\s/);
    const { client } = await house.signUp("Sender");
    const { id } = await client.get<{ id: string }>("/api/me");
    const acting = await actingFor(house, id);
    const documentIds = await fillPapers(acting.ctx, id, 40).finally(() => acting.close());
    const { transferNotice } = await terms(client);
    const send = () =>
      client.call("POST", "/api/transfers", {
        ...{ agencyId, documentIds, purpose: "join-agency", mayDownload: true, onward: "none" },
        endsOn: londonDay(Date.now() + 90 * 86_400_000),
        consent: { noticeVersion: transferNotice.version, general: true, health: false, criminalRecord: false },
      });
    const times: number[] = [];
    const [most, warmUp] = quick ? [15, 5] : [140, 20];
    for (let n = 0; n < most; n++) times.push(await timed(send));
    const warm = times.slice(warmUp);
    return [
      {
        name: "A transfer of 40 papers",
        measured: median(warm),
        unit: "ms",
        figure: { better: "less", must: 25, aim: 12 },
        note: `Over HTTP, sign-in and flush included, ${warm.length} of them straight after each other, while the receipts of those before are signed; ${spread(warm, 0)} ms.`,
      },
    ];
  },
};
