import { compose, type House } from "./compose.ts";
import { WrongRootKey } from "./deployment.ts";
import { DatabaseStartError } from "./platform/postgres/database.ts";
import { readSettings, type Settings, SettingsError } from "./settings.ts";

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
  if (error instanceof SettingsError || error instanceof WrongRootKey || error instanceof DatabaseStartError) {
    return error.message;
  }
  if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") {
    return "The port is taken. Stop what uses it, or set PORT to another one.";
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
