import type { Readable } from "node:stream";
import { isDamaged, type OpenedPaper, type PackablePaper } from "../documents/index.ts";
import type { PackPlan } from "./actions/plan-pack.ts";
import type { Copy } from "./copies.model.ts";
import { copyPdf, type DrawnPage, namesInZip } from "./copy-files.ts";
import { kindOf } from "./packs.words.ts";
import { readWhole } from "./read-whole.ts";
import { INDEX_NAME, type IndexLine, zipIndex } from "./zip-index.ts";
import { ZipWriter } from "./zip-writer.ts";

/**
 * The ZIP of a pack: every file as it was added; for an e-mail, where that is smaller, a PDF of the pages instead. The last
 * file is the index, which says of each what it is.
 */
export class PackZip {
  /** What could not be put in, in words. */
  readonly missing: string[] = [];
  private readonly writer: ZipWriter;
  private readonly index: IndexLine[] = [];
  private readonly plan: PackPlan;
  private readonly copies: number;

  constructor(plan: PackPlan, copies: number) {
    this.plan = plan;
    this.copies = copies;
    this.writer = new ZipWriter(plan.at);
  }

  get stream(): Readable {
    return this.writer.stream;
  }

  /** `pages`: as drawn for an e-mail, else none. */
  async add(copy: Copy<PackablePaper>, opened: OpenedPaper, pages: readonly DrawnPage[]): Promise<void> {
    const drawn = pages.reduce((sum, page) => sum + (page === "unreadable" ? 0 : page.jpeg.length), 0);
    const added = copy.paper.files.reduce((sum, file) => sum + file.bytes, 0);
    const pdf = pages.length > 0 && drawn < added ? await copyPdf(this.plan, copy, this.copies, pages) : undefined;
    if (pdf && pdf.length < added) await this.addPages(copy, pdf, pages);
    else await this.addFiles(copy, opened);
  }

  async end(): Promise<void> {
    await this.writer.add(INDEX_NAME, zipIndex(this.index));
    this.writer.end();
  }

  private async addPages(copy: Copy<PackablePaper>, pdf: Buffer, pages: readonly DrawnPage[]): Promise<void> {
    const [path = ""] = namesInZip(copy, this.copies, "pages");
    const coarser = pages.some((page) => page !== "unreadable" && page.step > 0);
    const what = coarser ? "Pictures of its pages, made coarser for an e-mail" : "Pictures of its pages";
    this.index.push({ ...this.about(copy), path, what, bytes: pdf.length, sha256: "" });
    await this.writer.add(path, pdf);
  }

  private async addFiles(copy: Copy<PackablePaper>, opened: OpenedPaper): Promise<void> {
    const names = namesInZip(copy, this.copies, "added");
    for (const [at, file] of copy.paper.files.entries()) {
      const path = names[at] ?? "";
      const blob = opened.blobs.find((one) => one.file?.n === file.n);
      const bytes = await readWhole(blob).catch((error: unknown) => {
        if (isDamaged(error)) return undefined;
        throw error;
      });
      if (bytes) {
        const line = { path, what: "As it was added", bytes: bytes.length, sha256: file.sha256 };
        this.index.push({ ...this.about(copy), ...line });
        await this.writer.add(path, bytes);
      } else {
        this.missing.push(`The file of ${copy.paper.title} is not in the ZIP: what is kept of it is damaged`);
        this.index.push({
          ...this.about(copy),
          path,
          what: "Missing: what is kept of it is damaged",
          bytes: 0,
          sha256: "",
        });
      }
    }
  }

  private about(copy: Copy<PackablePaper>): Omit<IndexLine, "path" | "what" | "bytes" | "sha256"> {
    const last = copy.first + copy.pages.length - 1;
    return {
      copy: copy.n,
      title: copy.paper.title,
      kind: kindOf(copy.paper),
      state: this.plan.stateOf(copy.paper.documentId),
      pdfPages: last === copy.first ? String(last) : `${copy.first} to ${last}`,
    };
  }
}
