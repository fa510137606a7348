import type { Readable } from "node:stream";
import type { Context } from "../../../context.ts";
import type { MadeContent, OpenedPaper } from "../../documents/index.ts";
import { PackFlow } from "../pack-flow.ts";
import { PackPdf } from "../pack-pdf.ts";
import { PackZip } from "../pack-zip.ts";
import type { PackOutcome } from "../packs.seals.ts";
import { FILES } from "./fetch-pack.ts";
import type { PackPlan } from "./plan-pack.ts";
import type { PackProgress } from "./progress.ts";

export interface WrittenPack {
  pages: number;
  pdfBytes: number;
  zipBytes: number;
  outcome: PackOutcome;
}

/**
 * Writes both files of a pack at once, each sealed as it is made: pages are read, coded by the sandbox, put into the PDF, and
 * forgotten. Whichever part fails first ends the others, and its error is the one that is told.
 */
export async function writePack(
  ctx: Context,
  {
    plan,
    opened,
    content,
    progress,
  }: { plan: PackPlan; opened: readonly OpenedPaper[]; content: MadeContent; progress: PackProgress },
): Promise<WrittenPack> {
  const pdf = await PackPdf.open(plan);
  const zip = new PackZip(plan, pdf.copies.length);
  progress.total = pdf.copies.reduce((sum, copy) => sum + copy.pages.length + 1, 0);
  const faults: unknown[] = [];
  const fail = (error: unknown) => {
    faults.push(error);
    progress.stop();
    const reason = error instanceof Error ? error : new Error(String(error));
    for (const stream of [pdf.stream, zip.stream]) stream.destroy(reason);
  };
  const flow = new PackFlow({
    pdf,
    zip,
    opened,
    keepPages: plan.row.size === "email",
    onStep: () => progress.step(),
    onFault: fail,
  });
  const file = (kind: keyof typeof FILES, stream: Readable) =>
    content.write(FILES[kind].n, FILES[kind].mediaType, stream);
  const work = [file("pdf", pdf.stream), file("zip", zip.stream), draw(ctx, flow, progress.signal)] as const;
  for (const part of work) part.catch(fail);
  const [writtenPdf, writtenZip] = await Promise.allSettled(work);
  if (faults.length > 0 || writtenPdf.status === "rejected" || writtenZip.status === "rejected") throw faults[0];
  return {
    pages: pdf.allPages,
    pdfBytes: writtenPdf.value.bytes,
    zipBytes: writtenZip.value.bytes,
    outcome: { coarserPages: pdf.coarser, missingPages: [...pdf.missing, ...zip.missing] },
  };
}

async function draw(ctx: Context, flow: PackFlow, signal: AbortSignal): Promise<void> {
  await flow.begin();
  await ctx.ports.sandbox.recode(flow.toCode(), { signal }, (page) => flow.drawn(page));
  await flow.end();
}
