import { openPorts } from "../../apps/server/src/compose.ts";
import { type Context, createContext, serviceActor } from "../../apps/server/src/context.ts";
import { openOrJoinDatabase } from "../../apps/server/src/platform/postgres/database.ts";
import { readSettings } from "../../apps/server/src/settings.ts";
import type { RunningServer } from "../crash/running-server.ts";

/** The rooms beside a running server, in its own database, acting for the service. */
export async function beside(
  { base, dataDir }: RunningServer,
  work: (ctx: Context) => Promise<void>,
  now: () => Date = () => new Date(),
): Promise<void> {
  const settings = readSettings({ DATA_DIR: dataDir, PUBLIC_URL: base, LOG_LEVEL: "silent" });
  const { ports } = await openPorts(settings, { now }, openOrJoinDatabase);
  try {
    await work(createContext({ ports, actor: serviceActor }));
  } finally {
    await ports.sandbox.close();
    await ports.database.close();
  }
}
