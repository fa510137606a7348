/** Points: 72 to an inch. A4. */
export const A4 = { short: 595.28, long: 841.89 } as const;
export const MARGIN = 28;
/** Below everything, for the words at the foot. */
export const FOOT = 34;

export interface Place {
  layout: "portrait" | "landscape";
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where a picture stands on a sheet: as large as fits above the foot, the sheet turned the way the picture lies. */
export function pictureOn({ width, height }: { width: number; height: number }): Place {
  const layout = width > height ? "landscape" : "portrait";
  const sheet = sheetOf(layout);
  const room = { width: sheet.width - 2 * MARGIN, height: sheet.height - MARGIN - FOOT };
  const scale = Math.min(room.width / width, room.height / height);
  const drawn = { width: width * scale, height: height * scale };
  return { layout, x: (sheet.width - drawn.width) / 2, y: MARGIN, ...drawn };
}

export function sheetOf(layout: Place["layout"]): { width: number; height: number } {
  return layout === "portrait" ? { width: A4.short, height: A4.long } : { width: A4.long, height: A4.short };
}
