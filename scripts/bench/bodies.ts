import { randomBytes } from "node:crypto";

const boundary = "----specimen-boundary-5f1c2d";

/**
 * A form with one file, as a browser sends it: a PDF of one page that carries random bytes beside it. Stamped anew for
 * each use, since the service does not store the same bytes twice.
 */
export class FormBody {
  readonly contentType = `multipart/form-data; boundary=${boundary}`;
  readonly parts: Buffer[];
  readonly bytes: number;
  private readonly ballast: Buffer;

  constructor(fileBytes: number, type = "bls") {
    this.ballast = randomBytes(fileBytes);
    const head =
      `--${boundary}\r\nContent-Disposition: form-data; name="type"\r\n\r\n${type}\r\n` +
      `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="specimen.pdf"\r\n` +
      "Content-Type: application/pdf\r\n\r\n";
    this.parts = [Buffer.from(head), ...pdfAround(this.ballast), Buffer.from(`\r\n--${boundary}--\r\n`)];
    this.bytes = this.parts.reduce((sum, part) => sum + part.length, 0);
  }

  stamp(): this {
    randomBytes(16).copy(this.ballast);
    return this;
  }
}

/** A whole PDF, with a cross-reference table that is right: what a reader does with it is what it does with any other. */
function pdfAround(ballast: Buffer): Buffer[] {
  const drawing = "BT /F1 24 Tf 72 720 Td (SPECIMEN) Tj ET";
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  let before = "%PDF-1.7\n";
  const offsets: number[] = [];
  for (const [at, object] of objects.entries()) {
    offsets.push(before.length);
    before += `${at + 1} 0 obj\n${object}\nendobj\n`;
  }
  offsets.push(before.length);
  before += `6 0 obj\n<< /Length ${ballast.length} >>\nstream\n`;
  let after = "\nendstream\nendobj\n";
  const table = before.length + ballast.length + after.length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  after += `xref\n0 7\n0000000000 65535 f \n${rows}trailer\n<< /Size 7 /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return [Buffer.from(before, "latin1"), ballast, Buffer.from(after, "latin1")];
}
