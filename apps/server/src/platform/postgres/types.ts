import pg from "pg";

const oid = { bigint: 20, date: 1082, bigints: 1016, dates: 1182, texts: 1009 };

function bigint(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} does not fit a JavaScript number without loss`);
  return value;
}

type Parser = (value: string) => unknown;
const parseTexts: Parser = pg.types.getTypeParser(oid.texts);

/** bigint is a number (or an error, never a wrong number), a day stays a string, timestamptz is a Date, bytea a Buffer. */
const parsers: ReadonlyMap<number, Parser> = new Map<number, Parser>([
  [oid.bigint, bigint],
  [oid.date, (text) => text],
  [oid.dates, parseTexts],
  [
    oid.bigints,
    (text) => {
      const values = parseTexts(text);
      return Array.isArray(values) ? values.map((value) => (value === null ? null : bigint(String(value)))) : values;
    },
  ],
]);

export const types: pg.CustomTypesConfig = {
  getTypeParser: (id: number, format?: "text" | "binary") =>
    format === "binary"
      ? pg.types.getTypeParser(id, "binary")
      : (parsers.get(id) ?? pg.types.getTypeParser(id, "text")),
};
