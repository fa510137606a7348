import { z } from "zod";

interface Setting<S extends z.ZodType> {
  env: string;
  meaning: string;
  schema: S;
}

const setting = <S extends z.ZodType>(env: string, meaning: string, schema: S): Setting<S> => ({
  env,
  meaning,
  schema,
});

const stated = z.string().trim().min(1).default("not stated");
const optionalText = z.string().trim().min(1).optional();
const bytes = (fallback: number, most: number) => z.coerce.number().int().min(1024).max(most).default(fallback);
const MB = 1024 ** 2;
const GB = 1024 ** 3;

/** Every setting of the server: one typed tree with meaning, schema, default and environment name. */
export const settingsTree = {
  port: setting("PORT", "Port to listen on", z.coerce.number().int().min(0).max(65535).default(8080)),
  host: setting("HOST", "Address to listen on", z.string().default("127.0.0.1")),
  publicUrl: setting(
    "PUBLIC_URL",
    "Address people type, for links, cookies and passkeys. Plain http is taken on loopback only",
    z.url({ protocol: /^https?$/ }).optional(),
  ),
  trustProxy: setting(
    "TRUST_PROXY",
    "Whose word is taken for the client's address: false, true, a number of hops, or a list of addresses",
    z.string().default("false"),
  ),
  dataDir: setting("DATA_DIR", "Folder for papers, database, keys and mail files", z.string().default("./data")),
  databaseUrl: setting("DATABASE_URL", "A PostgreSQL 15 or newer to use instead of the embedded one", optionalText),
  databaseUrlOwner: setting("DATABASE_URL_OWNER", "Separate login for migrations", optionalText),
  databaseUrlApp: setting("DATABASE_URL_APP", "Separate login for the application", optionalText),
  databaseUrlAuth: setting("DATABASE_URL_AUTH", "Separate login for the sign-in tables", optionalText),
  databaseUrlJobs: setting("DATABASE_URL_JOBS", "Separate login for background jobs", optionalText),
  smtpUrl: setting("SMTP_URL", "Mail server. Without one, each mail is an .eml file in DATA_DIR/mail", optionalText),
  mailFrom: setting("MAIL_FROM", "Sender of mails", z.string().default("Locum Passport <no-reply@localhost>")),
  rootKey: setting("ROOT_KEY", "Root key itself, base64; instead of a file", optionalText),
  rootKeyFile: setting("ROOT_KEY_FILE", "File with the root key. Default: DATA_DIR/keys/root.key", optionalText),
  controllerName: setting("CONTROLLER_NAME", "Who runs this service", stated),
  controllerAddress: setting("CONTROLLER_ADDRESS", "Their address", stated),
  privacyContact: setting("PRIVACY_CONTACT", "Whom to ask about privacy", stated),
  storageCountry: setting("STORAGE_COUNTRY", "Country where the data is kept", stated),
  maxFileBytes: setting("MAX_FILE_BYTES", "Largest file taken, in bytes", bytes(25 * MB, GB)),
  maxAccountBytes: setting(
    "MAX_ACCOUNT_BYTES",
    "Most that the papers of one account may take up together, past versions too, in bytes",
    bytes(2 * GB, 1024 * GB),
  ),
  logLevel: setting(
    "LOG_LEVEL",
    "How much the server says of itself",
    z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("warn"),
  ),
} as const;

type Values<T> = { [K in keyof T]: T[K] extends Setting<infer S> ? z.output<S> : never };
export type Settings = Readonly<Omit<Values<typeof settingsTree>, "publicUrl"> & { publicUrl: string }>;

export class SettingsError extends Error {}

const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Reads settings from an environment. Throws `SettingsError` naming every setting that cannot be used, and why. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const faults: string[] = [];
  const values = Object.fromEntries(
    Object.entries(settingsTree).map(([name, { env, schema }]) => {
      const raw = environment[env];
      const read = schema.safeParse(raw === "" ? undefined : raw);
      if (!read.success) faults.push(`${env}: ${read.error.issues.map((issue) => issue.message).join("; ")}`);
      return [name, read.data];
    }),
  ) as Values<typeof settingsTree>;
  if (faults.length > 0) throw new SettingsError(`These settings cannot be used:\n  ${faults.join("\n  ")}`);
  const publicUrl = (values.publicUrl ?? `http://localhost:${values.port}`).replace(/\/+$/, "");
  const url = new URL(publicUrl);
  if (url.protocol === "http:" && !loopback.has(url.hostname)) {
    throw new SettingsError("PUBLIC_URL: plain http is taken on this machine only. Put the service behind https.");
  }
  return { ...values, publicUrl };
}

/** The settings as lines for people: name, meaning, default. */
export function describeSettings(): string {
  return Object.values(settingsTree)
    .map(({ env, meaning, schema }) => {
      const fallback = schema.safeParse(undefined);
      const shown = fallback.success && fallback.data !== undefined ? ` (default: ${String(fallback.data)})` : "";
      return `${env}\n    ${meaning}${shown}`;
    })
    .join("\n");
}
