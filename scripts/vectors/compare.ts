/** The places where what came differs from what was expected. Keys that the expectation does not name are not looked at. */
export function differences(place: string, expected: unknown, actual: unknown): readonly string[] {
  if (Array.isArray(expected)) return listDifferences(place, expected, actual);
  if (isObject(expected)) {
    if (!isObject(actual)) return [differ(place, expected, actual)];
    return Object.entries(expected).flatMap(([key, value]) => differences(`${place}.${key}`, value, actual[key]));
  }
  return Object.is(expected, actual) ? [] : [differ(place, expected, actual)];
}

/** Lists name the same things in any order. */
function listDifferences(place: string, expected: readonly unknown[], actual: unknown): readonly string[] {
  if (!Array.isArray(actual) || actual.length !== expected.length) return [differ(place, expected, actual)];
  const rest: unknown[] = [...actual];
  for (const wanted of expected) {
    const found = rest.findIndex((one) => differences(place, wanted, one).length === 0);
    if (found === -1) return [differ(place, expected, actual)];
    rest.splice(found, 1);
  }
  return [];
}

function differ(place: string, expected: unknown, actual: unknown): string {
  return `${place}: expected ${show(expected)}, got ${show(actual)}`;
}

function show(value: unknown): string {
  return JSON.stringify(value) ?? "nothing";
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
