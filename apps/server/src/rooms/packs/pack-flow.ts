import type { PageToCode } from "../../platform/sandbox/index.ts";
import { isDamaged, type OpenedPaper, type PackablePaper } from "../documents/index.ts";
import type { Copy, CopyPage } from "./copies.model.ts";
import type { DrawnPage } from "./copy-files.ts";
import type { PackPdf } from "./pack-pdf.ts";
import type { PackZip } from "./pack-zip.ts";
import { readWhole } from "./read-whole.ts";

interface Step {
  copy: Copy<PackablePaper>;
  opened: OpenedPaper;
  page: CopyPage;
  /** From 1 within its copy. */
  number: number;
}

interface FlowParts {
  pdf: PackPdf;
  zip: PackZip;
  /** In the order of the copies. */
  opened: readonly OpenedPaper[];
  /** The drawn pages are kept until their copy is whole, for a PDF of its own in the ZIP. */
  keepPages: boolean;
  /** A page or a paper is done. */
  onStep(): Promise<void>;
  /** Something went wrong beside the flow. */
  onFault(error: unknown): void;
}

/** Takes drawn pages in order and writes both files from them: each page into the PDF, each copy that is whole into the ZIP. */
export class PackFlow {
  private readonly steps: readonly Step[];
  private readonly parts: FlowParts;
  private at = 0;
  private pages: DrawnPage[] = [];
  private zipping: Promise<void> = Promise.resolve();

  constructor(parts: FlowParts) {
    this.parts = parts;
    this.steps = parts.pdf.copies.flatMap((copy, at) => {
      const opened = parts.opened[at];
      if (!opened) throw new Error("A copy that was not opened");
      return copy.pages.map((page, index) => ({ copy, opened, page, number: index + 1 }));
    });
  }

  /** The stored pictures in order, read as they are asked for. */
  async *toCode(): AsyncGenerator<PageToCode | "unreadable"> {
    for (const { copy, opened, page, number } of this.steps) {
      if (page.kind !== "picture") continue;
      const stored = copy.paper.pagePictures[number - 1];
      const blob = opened.blobs.find((one) => one.picture !== undefined && one.picture.blob_id === stored?.blob_id);
      const webp = await readWhole(blob).catch((error: unknown) => {
        if (isDamaged(error)) return undefined;
        throw error;
      });
      yield webp ? { webp, ...page.limit } : "unreadable";
    }
  }

  async begin(): Promise<void> {
    this.parts.pdf.cover();
    await this.writeWords();
  }

  async drawn(page: DrawnPage): Promise<void> {
    const step = this.steps[this.at];
    if (!step) throw new Error("More pages were drawn than there are");
    this.parts.pdf.picture(step.copy, step.number, page);
    if (this.parts.keepPages) this.pages.push(page);
    await this.passed(step);
    await this.writeWords();
  }

  async end(): Promise<void> {
    if (this.at < this.steps.length) throw new Error("Fewer pages were drawn than there are");
    await this.zipping;
    await this.parts.zip.end();
    this.parts.pdf.end(this.parts.zip.missing);
  }

  /** Pages of words need no drawing. */
  private async writeWords(): Promise<void> {
    for (let step = this.steps[this.at]; step && step.page.kind !== "picture"; step = this.steps[this.at]) {
      if (step.page.kind === "by-name") this.parts.pdf.byName(step.copy, step.number);
      else this.parts.pdf.rest(step.copy, step.number, step.page.pages);
      await this.passed(step);
    }
  }

  private async passed({ copy, opened, number }: Step): Promise<void> {
    this.at += 1;
    if (number === copy.pages.length) {
      const pages = this.pages;
      this.pages = [];
      // Beside the drawing: files are read while the next pages are coded.
      this.zipping = this.zipping.then(() => this.parts.zip.add(copy, opened, pages)).then(this.parts.onStep);
      this.zipping.catch(this.parts.onFault);
    }
    await this.parts.pdf.taken();
    await this.parts.onStep();
  }
}
