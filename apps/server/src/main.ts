import { compose, type House } from "./compose.ts";
import { WrongRootKey } from "./deployment.ts";
import { BlobStoreError } from "./platform/blobs/blobs.ts";
import { KeyError } from "./platform/keys/key-errors.ts";
import { DatabaseStartError } from "./platform/postgres/database.ts";
import { LogContradiction } from "./rooms/audit/index.ts";
import { readSettings, type Settings, SettingsError } from "./settings.ts";

const graceMs = 10_000;
const unusablePlace = new Set(["EACCES", "EPERM", "EROFS", "EEXIST", "ENOTDIR", "ENOSPC"]);

try {
  await serve(readSettings(process.env));
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}

async function serve(settings: Settings): Promise<void> {
  const house = await compose(settings);
  stopOnSignals(house);
  try {
    await house.app.listen({ port: settings.port, host: settings.host });
    await house.start();
  } catch (error) {
    await house.close();
    throw error;
  }
  if (house.newRootKey !== undefined) {
    console.log(
      `A root key was made: ${house.newRootKey}\n` +
        "Back this file up now, apart from the data. Without it nothing kept here can ever be opened again; with it and the data, everything can.",
    );
  }
  console.log(house.ports.mail.describe());
  console.log(`Locum Passport is ready at ${settings.publicUrl}`);
}

function stopOnSignals(house: House): void {
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    // Whoever is in the middle of an answer may finish it, but no slow line holds up an operator's stop.
    setTimeout(() => house.app.server.closeAllConnections(), graceMs).unref();
    house.close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(explain(error));
        process.exit(1);
      },
    );
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}

/** A sentence for what an operator can mend; the whole error for what is our fault. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (
    error instanceof SettingsError ||
    error instanceof WrongRootKey ||
    error instanceof KeyError ||
    error instanceof DatabaseStartError ||
    error instanceof BlobStoreError ||
    error instanceof LogContradiction
  ) {
    return error.message;
  }
  const code = "code" in error ? String(error.code) : "";
  if (code === "EADDRINUSE") return "The port is taken. Stop what uses it, or set PORT to another one.";
  if (unusablePlace.has(code) && "path" in error) {
    return `The server cannot use ${String(error.path)} (${code}). Look who owns it and whether there is room, or set DATA_DIR to another folder.`;
  }
  return error.stack ?? error.message;
}
