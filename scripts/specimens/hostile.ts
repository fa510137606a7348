/** Files and names that somebody will send one day: what the server must answer calmly. Nothing here does real harm. */
import { once } from "node:events";
import { constants, crc32, createDeflate } from "node:zlib";
import { PDFDocument, PDFName, PDFString, StandardFonts } from "@cantoo/pdf-lib";
import sharp from "sharp";

const MEGABYTE = 1024 * 1024;

export interface LyingFile {
  fileName: string;
  /** What the sender says it is. */
  declaredType: string;
  bytes: Buffer;
}

export function emptyFile(): Buffer {
  return Buffer.alloc(0);
}

export function oneByteFile(): Buffer {
  return Buffer.from([0x25]);
}

/** A PDF by its first bytes, one byte longer than is taken. */
export function tooLargeFile(limit = 25 * MEGABYTE): Buffer {
  const bytes = Buffer.alloc(limit + 1, 0x20);
  bytes.write("%PDF-1.7\n", "latin1");
  return bytes;
}

/** Files whose name and declared type say one thing and whose bytes another. */
export async function lyingFiles(): Promise<LyingFile[]> {
  return [
    { fileName: "passport.pdf", declaredType: "application/pdf", bytes: await photo(400, 300) },
    { fileName: "photo.jpg", declaredType: "image/jpeg", bytes: executables().linux },
    { fileName: "scan.png", declaredType: "image/png", bytes: htmlFile() },
    { fileName: "cv.docx", declaredType: "application/msword", bytes: svgFile() },
  ];
}

/** The first bytes of programs for three systems, and a shell script. */
export function executables(): Record<"windows" | "linux" | "mac" | "script", Buffer> {
  const pad = (head: Buffer) => Buffer.concat([head, Buffer.alloc(2048)]);
  return {
    windows: pad(Buffer.from("MZ\x90\0\x03\0\0\0", "latin1")),
    linux: pad(Buffer.from("\x7fELF\x02\x01\x01\0", "latin1")),
    mac: pad(Buffer.from("\xcf\xfa\xed\xfe\x07\0\0\x01", "latin1")),
    script: Buffer.from("#!/bin/sh\necho SPECIMEN\n"),
  };
}

export function svgFile(): Buffer {
  return Buffer.from(
    `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><script>alert(1)</script></svg>`,
  );
}

export function htmlFile(): Buffer {
  return Buffer.from(`<!doctype html><html><body><script>alert(1)</script>SPECIMEN</body></html>`);
}

/** Opens only with the password "specimen". */
export async function passwordPdf(): Promise<Buffer> {
  const pdf = await onePage("SPECIMEN with a password");
  await pdf.encrypt({ userPassword: "specimen", ownerPassword: "specimen-owner" });
  return Buffer.from(await pdf.save());
}

/** A photo that was cut off on its way: the given part of it is there. */
export async function truncatedJpeg(part = 0.5): Promise<Buffer> {
  const whole = await photo(1600, 1200);
  return whole.subarray(0, Math.floor(whole.length * part));
}

/** A small file that says it is a picture of 3,600 million pixels, and is: 60,000 by 60,000, black and white. */
export async function hugePng(side = 60_000): Promise<Buffer> {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.writeUInt8(1, 8); // one bit a pixel, greyscale
  const chunks = [Buffer.from("89504e470d0a1a0a", "hex"), pngChunk("IHDR", header)];
  const deflate = createDeflate({ level: constants.Z_BEST_SPEED });
  deflate.on("data", (piece: Buffer) => chunks.push(pngChunk("IDAT", piece)));
  const rows = Buffer.alloc((1 + Math.ceil(side / 8)) * 100);
  for (let row = 0; row < side; row += 100) {
    const some = rows.subarray(0, (rows.length / 100) * Math.min(100, side - row));
    if (!deflate.write(some)) await once(deflate, "drain");
  }
  deflate.end();
  await once(deflate, "end");
  return Buffer.concat([...chunks, pngChunk("IEND", Buffer.alloc(0))]);
}

/** Written by hand: a library would hold every page in memory. About 9 MB for 100,000 pages. */
export function manyPagePdf(pages = 100_000): Buffer {
  const first = 4;
  const kids = Array.from({ length: pages }, (_, n) => `${first + n} 0 R`).join(" ");
  const text = "BT /F1 18 Tf 20 100 Td (SPECIMEN) Tj ET";
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    `<</Type/Pages/Count ${pages}/Kids[${kids}]/MediaBox[0 0 200 200]/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>`,
    `<</Length ${text.length}>>stream\n${text}\nendstream`,
    ...Array.from({ length: pages }, () => "<</Type/Page/Parent 2 0 R/Contents 3 0 R>>"),
  ];
  return writePdf(objects);
}

/** Tries to run when opened, when its page is shown, when printed and when its name is asked for. */
export async function scriptPdf(): Promise<Buffer> {
  const pdf = await onePage("SPECIMEN with a script");
  const script = PDFString.of(`this.getURL("http://127.0.0.1:9/"); app.alert("SPECIMEN"); while (true) {}`);
  const action = pdf.context.register(pdf.context.obj({ Type: "Action", S: "JavaScript", JS: script }));
  pdf.catalog.set(PDFName.of("OpenAction"), action);
  pdf.catalog.set(PDFName.of("AA"), pdf.context.obj({ WP: action, DP: action }));
  pdf.getPage(0).node.set(PDFName.of("AA"), pdf.context.obj({ O: action, C: action }));
  pdf.addJavaScript("opened", `while (true) {}`);
  return Buffer.from(await pdf.save());
}

/** Holds itself twenty times over, six levels deep: two kilobytes that unfold to more than any memory. */
export function memoryPdf(): Buffer {
  const levels = 6;
  const form = (body: string, next: string) =>
    `<</Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<<${next}>>/Length ${body.length}>>stream\n${body}\nendstream`;
  const forms = Array.from({ length: levels }, (_, level) =>
    level === levels - 1
      ? form("0 0 m 600 800 l 300 10 l f* ".repeat(20), "")
      : form("/X Do ".repeat(20), `/XObject<</X ${6 + level} 0 R>>`),
  );
  const text = "/X Do";
  return writePdf([
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Count 1/Kids[4 0 R]/MediaBox[0 0 600 800]>>",
    `<</Length ${text.length}>>stream\n${text}\nendstream`,
    "<</Type/Page/Parent 2 0 R/Contents 3 0 R/Resources<</XObject<</X 5 0 R>>>>>>",
    ...forms,
  ]);
}

/** Paints the whole page forty thousand times, half transparent: minutes of work that need little memory. */
export function slowPdf(times = 40_000): Buffer {
  const text = `/G gs ${"0 0 600 800 re 1 1 598 798 re f* ".repeat(times)}`;
  return writePdf([
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Count 1/Kids[4 0 R]/MediaBox[0 0 600 800]>>",
    `<</Length ${text.length}>>stream\n${text}\nendstream`,
    "<</Type/Page/Parent 2 0 R/Contents 3 0 R/Resources<</ExtGState<</G<</ca 0.5>>>>>>>>",
  ]);
}

/** File names that have broken programs: paths, controls, direction marks, header splitting, reserved and endless ones. */
export function oddFileNames(): string[] {
  return [
    "../../etc/passwd",
    "..\\..\\windows\\system32\\drivers\\etc\\hosts",
    "/absolute/paper.pdf",
    "paper\0.pdf.exe",
    "invoice\u202Efdp.exe",
    "\u200Fpaper\u2066.pdf",
    "paper.pdf\r\nSet-Cookie: a=b",
    `${"a".repeat(4092)}.pdf`,
    `${"\u{1F4C4}".repeat(300)}.pdf`,
    "Ame\u0301lie.pdf",
    'paper"; filename="other.html',
    "CON.pdf",
    ".",
    "..",
    " ",
    "",
  ];
}

async function photo(width: number, height: number): Promise<Buffer> {
  const text = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#d8e4ec"/><text x="50%" y="50%" font-size="${height / 6}" text-anchor="middle" font-family="sans-serif" fill="#345">SPECIMEN</text></svg>`;
  const noise = { type: "gaussian", mean: 0, sigma: 14 } as const;
  const grain = await sharp({ create: { width, height, channels: 3, background: "#000", noise } })
    .png()
    .toBuffer();
  return sharp(Buffer.from(text))
    .composite([{ input: grain, blend: "add" }])
    .flatten()
    .jpeg({ quality: 88 })
    .toBuffer();
}

async function onePage(text: string): Promise<PDFDocument> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  pdf.addPage([595, 842]).drawText(text, { x: 60, y: 700, size: 24, font });
  return pdf;
}

function pngChunk(type: string, body: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, "latin1"), body]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, sum]);
}

/** A PDF of these objects, numbered from 1, the first being the catalogue (ISO 32000-1 section 7.5). */
function writePdf(objects: string[]): Buffer {
  const parts = ["%PDF-1.7\n"];
  const rows = ["0000000000 65535 f \n"];
  let at = parts[0]?.length ?? 0;
  objects.forEach((object, index) => {
    const part = `${index + 1} 0 obj${object}endobj\n`;
    rows.push(`${String(at).padStart(10, "0")} 00000 n \n`);
    parts.push(part);
    at += part.length;
  });
  parts.push(
    `xref\n0 ${rows.length}\n`,
    ...rows,
    `trailer<</Size ${rows.length}/Root 1 0 R>>\nstartxref\n${at}\n%%EOF\n`,
  );
  return Buffer.from(parts.join(""), "latin1");
}
