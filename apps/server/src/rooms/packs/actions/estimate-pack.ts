import type { EstimatePack, PackEstimate } from "@locum-passport/contract";
import type { z } from "zod";
import { type Context, own } from "../../../context.ts";
import { refuse } from "../../../failure.ts";
import { type PackablePaper, papersToPack } from "../../documents/index.ts";
import { placeCopies } from "../copies.model.ts";
import { tooLong } from "../packs.model.ts";
import { foresee, type PaperSize } from "../sizes.ts";

/** What a pack of these papers would take, in both sizes, by what is known before anything is opened. */
export function estimatePack(
  ctx: Context,
  { documentIds }: z.output<typeof EstimatePack>,
): Promise<z.output<typeof PackEstimate>> {
  const accountId = own(ctx);
  return ctx.transaction(async (tx) => {
    const papers = await papersToPack(ctx, tx, accountId, documentIds, { hold: false });
    const objection = tooLong(papers);
    if (objection) refuse(objection.code, objection);
    const sizes = papers.map(sizeOf);
    const [full, email] = [foresee(sizes, "full"), foresee(sizes, "email")];
    const pages = placeCopies(papers, full.limits, 0).reduce((sum, copy) => sum + copy.pages.length, 0);
    return {
      documents: papers.length,
      pages,
      full: { pdfBytes: full.pdfBytes, zipBytes: full.zipBytes },
      email: { pdfBytes: email.pdfBytes, zipBytes: email.zipBytes, coarser: email.coarser, fits: email.fits },
      withoutPictures: papers.filter((paper) => paper.pagePictures.length === 0).map((paper) => paper.documentId),
    };
  });
}

export const sizeOf = ({ pagePictures, files }: PackablePaper): PaperSize => ({
  pictures: pagePictures,
  files: files.reduce((sum, file) => sum + file.bytes, 0),
});
