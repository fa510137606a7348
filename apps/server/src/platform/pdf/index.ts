export type { Block } from "./blocks.ts";
export { type PagePicture, type PdfOptions, PdfWriter } from "./pdf-writer.ts";
