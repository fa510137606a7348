/** Which code points a TrueType font has glyphs for: its `cmap` table, formats 4 and 12 (OpenType specification, "cmap"). */
export function glyphCoverage(font: Buffer): (codePoint: number) => boolean {
  const cmap = tableAt(font, "cmap");
  const ranges: (readonly [first: number, last: number])[] = [];
  const count = font.readUInt16BE(cmap + 2);
  for (let at = 0; at < count; at += 1) {
    const sub = cmap + font.readUInt32BE(cmap + 4 + at * 8 + 4);
    const format = font.readUInt16BE(sub);
    if (format === 12) ranges.push(...groups(font, sub));
    else if (format === 4) ranges.push(...segments(font, sub));
  }
  const merged = ranges.sort((a, b) => a[0] - b[0]);
  return (codePoint) => merged.some(([first, last]) => codePoint >= first && codePoint <= last);
}

function tableAt(font: Buffer, tag: string): number {
  const tables = font.readUInt16BE(4);
  for (let at = 12; at < 12 + tables * 16; at += 16) {
    if (font.toString("latin1", at, at + 4) === tag) return font.readUInt32BE(at + 8);
  }
  throw new Error(`The font has no ${tag} table`);
}

function* groups(font: Buffer, sub: number): Generator<readonly [number, number]> {
  const count = font.readUInt32BE(sub + 12);
  for (let at = 0; at < count; at += 1) {
    const group = sub + 16 + at * 12;
    yield [font.readUInt32BE(group), font.readUInt32BE(group + 4)];
  }
}

function* segments(font: Buffer, sub: number): Generator<readonly [number, number]> {
  const double = font.readUInt16BE(sub + 6);
  for (let at = 0; at < double; at += 2) {
    const last = font.readUInt16BE(sub + 14 + at);
    const first = font.readUInt16BE(sub + 16 + double + at);
    if (first !== 0xffff) yield [first, last];
  }
}
