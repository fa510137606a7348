import { emailPackBytes } from "@locum-passport/contract";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foresee, type PaperSize } from "./sizes.ts";

const paper = (bytes: number[], files = 40_000): PaperSize => ({
  pictures: bytes.map((one) => ({ bytes: one, width: 1400, height: 1980 })),
  files,
});
const papers = (count: number, pages: number, bytes: number) =>
  Array.from({ length: count }, () =>
    paper(
      Array.from({ length: pages }, () => bytes),
      bytes * pages,
    ),
  );
const limitsSum = (foreseen: ReturnType<typeof foresee>) =>
  foreseen.limits.flat().reduce((sum, { most }) => sum + (most ?? Number.NaN), 0);

describe("how large a pack becomes", () => {
  test("forty papers of sixty pages of text are never coarser for an e-mail", () => {
    const foreseen = foresee([...papers(20, 1, 65_000), ...papers(20, 2, 65_000)], "email");
    expect(foreseen).toMatchObject({ coarser: 0, fits: true });
    expect(foreseen.pdfBytes).toBeLessThan(emailPackBytes);
  });

  test("of a few large pages and many small ones only the large become coarser", () => {
    const foreseen = foresee([...papers(40, 1, 30_000), ...papers(12, 1, 600_000)], "email");
    expect(foreseen.coarser).toBe(12);
    expect(
      foreseen.limits
        .slice(0, 40)
        .flat()
        .every(({ from }) => from === 0),
    ).toBe(true);
    expect(foreseen.fits).toBe(true);
  });

  test("more pages than an e-mail can hold at their coarsest do not fit, and the figure says how large it is", () => {
    const foreseen = foresee(papers(300, 2, 65_000), "email");
    expect(foreseen.fits).toBe(false);
    expect(foreseen.pdfBytes).toBeGreaterThan(emailPackBytes);
    expect(foreseen.coarser).toBe(600);
  });

  test("a paper without pictures goes into the ZIP as it is and takes its room there", () => {
    expect(foresee([paper([], 12_000_000)], "email")).toMatchObject({ fits: false });
    expect(foresee([paper([], 12_000_000)], "email").pdfBytes).toBeLessThan(100_000);
    expect(foresee([paper([], 12_000_000)], "full").zipBytes).toBeGreaterThan(12_000_000);
  });

  test("the ZIP for e-mail never counts more for a paper than what was added", () => {
    expect(
      foresee(
        papers(1, 1, 90_000).map((one) => ({ ...one, files: 3_000 })),
        "email",
      ).zipBytes,
    ).toBeLessThan(15_000);
  });

  test("the limits of all pages together leave both files below what an e-mail takes, whatever the papers", () => {
    const some = fc.array(
      fc.record({
        pictures: fc.array(fc.integer({ min: 500, max: 900_000 }), { maxLength: 20 }),
        files: fc.integer({ min: 100, max: 200_000 }),
      }),
      { minLength: 1, maxLength: 60 },
    );
    fc.assert(
      fc.property(some, (found) => {
        const chosen = found.map(({ pictures, files }) => paper(pictures, files));
        const foreseen = foresee(chosen, "email");
        const asTheyAre = chosen
          .filter(({ pictures }) => pictures.length === 0)
          .reduce((sum, { files }) => sum + files, 0);
        expect(foreseen.limits.map((pages) => pages.length)).toEqual(chosen.map(({ pictures }) => pictures.length));
        if (foreseen.fits) expect(limitsSum(foreseen) + asTheyAre).toBeLessThan(emailPackBytes);
        expect(foreseen.limits.flat().every(({ most }) => (most ?? 0) >= 0)).toBe(true);
      }),
    );
  });

  test("nothing at all is small", () => {
    for (const size of ["full", "email"] as const) expect(foresee([], size).pdfBytes).toBeLessThan(100_000);
  });
});
