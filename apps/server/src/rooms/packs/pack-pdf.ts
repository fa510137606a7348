import { PdfWriter } from "../../platform/pdf/index.ts";
import type { CodedPage } from "../../platform/sandbox/index.ts";
import type { PackablePaper } from "../documents/index.ts";
import type { PackPlan } from "./actions/plan-pack.ts";
import { type Copy, placeCopies } from "./copies.model.ts";
import { namesInZip } from "./copy-files.ts";
import { altOf, byNamePage, coverBlocks, footOf, missingPage, notesBlocks, restPage } from "./packs.words.ts";

/** The PDF of a pack: the checklist, every copy page by page, and last what is to be said of the pages. */
export class PackPdf {
  readonly copies: readonly Copy<PackablePaper>[];
  /** Pages of the checklist and of all copies. */
  readonly pages: number;
  readonly coarser: number[] = [];
  readonly missing: string[] = [];
  private readonly writer: PdfWriter;
  private readonly plan: PackPlan;
  private notes = 0;

  private constructor(writer: PdfWriter, plan: PackPlan) {
    this.writer = writer;
    this.plan = plan;
    const { copies, coverPages } = placed(writer, plan);
    this.copies = copies;
    this.pages = coverPages + pagesOf(copies);
  }

  static async open(plan: PackPlan): Promise<PackPdf> {
    const { title, person, at } = plan;
    return new PackPdf(await PdfWriter.open({ title, author: person.name, at }), plan);
  }

  get stream() {
    return this.writer.stream;
  }

  /** With the notes. */
  get allPages(): number {
    return this.pages + this.notes;
  }

  cover(): void {
    const { person } = this.plan;
    const foot = (page: number, of: number) => `${person.name} · checklist · page ${page} of ${of}`;
    this.writer.words(blocksOf(this.plan, this.copies), foot, "Checklist");
  }

  /** The next page of a copy, as it came out. */
  picture(copy: Copy<PackablePaper>, page: number, coded: CodedPage | "unreadable"): void {
    const { title } = copy.paper;
    if (coded === "unreadable") {
      const told = missingPage(title, page, copy.pages.length);
      this.missing.push(told.words);
      this.words(copy, page, told.blocks);
      return;
    }
    const coarser = coded.step > 0;
    if (coarser) this.coarser.push(copy.first + page - 1);
    const foot = this.foot(copy, page, coarser);
    this.writer.picture(coded, { alt: altOf(title, page, copy.pages.length), foot });
    this.mark(copy, page);
  }

  byName(copy: Copy<PackablePaper>, page: number): void {
    this.words(copy, page, byNamePage(copy.paper.title, namesInZip(copy, this.copies.length, "added")));
  }

  rest(copy: Copy<PackablePaper>, page: number, pages: number): void {
    this.words(copy, page, restPage(copy.paper.title, pages));
  }

  taken(): Promise<void> {
    return this.writer.taken();
  }

  /** `missing`: what is not in the ZIP, beside the pages that are not here. */
  end(missing: readonly string[]): void {
    const { coarser, writer } = this;
    const blocks = notesBlocks({
      coarser,
      missing: [...this.missing, ...missing],
      showsEveryLetter: writer.showsEveryLetter,
    });
    if (blocks.length > 0) {
      const foot = (page: number, of: number) => `${this.plan.person.name} · notes · page ${page} of ${of}`;
      this.notes = writer.words(blocks, foot, "About the pages of this file");
    }
    writer.end();
  }

  private words(copy: Copy<PackablePaper>, page: number, blocks: Parameters<PdfWriter["words"]>[0]): void {
    this.writer.words(blocks, () => this.foot(copy, page, false));
    this.mark(copy, page);
  }

  private foot(copy: Copy<PackablePaper>, page: number, coarser: boolean): string {
    return footOf(this.plan.person, copy, this.copies.length, page, coarser);
  }

  private mark(copy: Copy<PackablePaper>, page: number): void {
    if (page === 1) this.writer.bookmark(`${copy.n} ${copy.paper.title}`);
  }
}

const pagesOf = (copies: readonly Copy<unknown>[]): number => copies.reduce((sum, copy) => sum + copy.pages.length, 0);

const blocksOf = ({ person, list, day, stateOf }: PackPlan, copies: readonly Copy<PackablePaper>[]) =>
  coverBlocks({ person, list, copies, pages: pagesOf(copies), day, stateOf });

/** The checklist says on which page each copy is, which depends on how many pages the checklist has. */
function placed(writer: PdfWriter, plan: PackPlan): { copies: Copy<PackablePaper>[]; coverPages: number } {
  let coverPages = 1;
  for (let tries = 0; ; tries += 1) {
    const copies = placeCopies(plan.papers, plan.limits, coverPages);
    const needed = writer.countPages(blocksOf(plan, copies));
    if (needed === coverPages || tries === 4) return { copies, coverPages };
    coverPages = needed;
  }
}
