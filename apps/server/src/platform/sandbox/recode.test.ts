import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COARSENESS, type CodedPage, createSandbox, type PageToCode, type Sandbox } from "./index.ts";
import { plainJpegSize } from "./plain-jpeg.ts";
import { bundleChild, writeFakeChild } from "./sandbox.testing.ts";

async function page(words: string, width = 1400): Promise<Buffer> {
  const lines = Array.from(
    { length: 40 },
    (_, at) => `<text x="60" y="${80 + at * 45}" font-size="26">${words}</text>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1400" height="1980"><rect width="1400" height="1980" fill="#fdfdf6"/>${lines.join("")}</svg>`;
  return sharp(Buffer.from(svg)).flatten().resize({ width }).webp({ quality: 75 }).toBuffer();
}

async function recode(sandbox: Sandbox, pages: readonly (PageToCode | "unreadable")[], signal?: AbortSignal) {
  const made: (CodedPage | "unreadable")[] = [];
  async function* source() {
    yield* pages;
  }
  await sandbox.recode(source(), signal ? { signal } : {}, async (one) => void made.push(one));
  return made;
}

const jpegOf = (one: CodedPage | "unreadable" | undefined): CodedPage => {
  if (one === undefined || one === "unreadable") throw new Error("no page");
  return one;
};

describe("in the real child", () => {
  let sandbox: Sandbox;
  let webp: Buffer;
  beforeAll(async () => {
    sandbox = createSandbox({ childPath: await bundleChild("recode") });
    webp = await page("SPECIMEN Basic life support, 12 March 2027");
  });
  afterAll(() => sandbox.close());

  it("pages come out in order, plain JPEGs that show what went in", async () => {
    const made = await recode(sandbox, [
      { webp, from: 0 },
      { webp: await page("SPECIMEN", 600), from: 0 },
    ]);
    expect(made.map((one) => [jpegOf(one).width, jpegOf(one).step])).toEqual([
      [1400, 0],
      [600, 0],
    ]);
    const { jpeg } = jpegOf(made[0]);
    expect((await sharp(jpeg).metadata()).exif).toBeUndefined();
    const look = (bytes: Buffer) =>
      sharp(bytes).resize(64, 90, { fit: "fill" }).removeAlpha().toColourspace("srgb").raw().toBuffer();
    const [before, after] = [await look(webp), await look(jpeg)];
    expect(after.length).toBe(before.length);
    const apart = before.map((value, at) => Math.abs(value - (after[at] ?? 0)));
    expect(apart.reduce((sum, one) => sum + one, 0) / apart.length).toBeLessThan(6);
  });

  it("a page is made as coarse as its limit asks for, and no coarser than can be read", async () => {
    const [fine] = await recode(sandbox, [{ webp, from: 0 }]);
    const most = Math.round(jpegOf(fine).jpeg.length / 2);
    const [coarser, coarsest] = await recode(sandbox, [
      { webp, from: 1, most },
      { webp, from: 1, most: 1 },
    ]);
    expect(jpegOf(coarser).jpeg.length).toBeLessThanOrEqual(most);
    expect(jpegOf(coarsest)).toMatchObject({ step: COARSENESS.length - 1, width: 880 });
  });

  it("a picture that cannot be decoded is said to be unreadable, in its place, and the others are whole", async () => {
    const cut = Buffer.from(webp.subarray(0, 4000));
    const noise = Buffer.from(webp);
    noise.fill(0x5a, 12);
    const made = await recode(sandbox, [
      "unreadable",
      { webp, from: 0 },
      { webp: cut, from: 0 },
      { webp, from: 0 },
      { webp: noise, from: 0 },
      "unreadable",
      { webp, from: 0 },
      "unreadable",
    ]);
    expect(made.map((one) => one === "unreadable")).toEqual([true, false, true, false, true, true, false, true]);
  });

  it("more pages than one child is given all come out", async () => {
    const small = await page("SPECIMEN", 40);
    const made = await recode(
      sandbox,
      Array.from({ length: 230 }, () => ({ webp: small, from: 0 })),
    );
    expect(made.filter((one) => one !== "unreadable")).toHaveLength(230);
  });

  it("nothing to code starts nothing and is done", async () => {
    expect(await recode(sandbox, [])).toEqual([]);
    expect(await recode(sandbox, ["unreadable"])).toEqual(["unreadable"]);
  });

  it("an abort ends it, a source that breaks and a receiver that fails end it with their own error", async () => {
    await expect(recode(sandbox, [{ webp, from: 0 }], AbortSignal.abort())).rejects.toMatchObject({ code: "aborted" });
    const broken = async function* (): AsyncGenerator<PageToCode> {
      yield { webp, from: 0 };
      throw new Error("the permission has ended");
    };
    await expect(sandbox.recode(broken(), {}, async () => {})).rejects.toThrow("the permission has ended");
    const twice = async function* () {
      yield { webp, from: 0 };
      yield { webp, from: 0 };
    };
    const full = () => Promise.reject(new Error("the disk is full"));
    await expect(sandbox.recode(twice(), {}, full)).rejects.toThrow("the disk is full");
    expect(await recode(sandbox, [{ webp, from: 0 }])).toHaveLength(1);
  });
});

/** A child that reads requests and answers each by `answer(n, webp)`. */
const reading = (answer: string) => `
  const jpeg = (w, h, more = Buffer.alloc(0)) => Buffer.concat([Buffer.from([0xff,0xd8]), more, Buffer.from([0xff,0xc0,0,11,8,h>>8,h&255,w>>8,w&255,1,1,0x11,0, 0xff,0xda,0,8,1,1,0,0,63,0, 0x12,0x34, 0xff,0xd9])]);
  const page = (n, w, h, bytes = jpeg(w, h)) => {
    const head = Buffer.alloc(16); head.writeUInt32LE(n, 0); head.writeUInt32LE(w, 8); head.writeUInt32LE(h, 12);
    send("J", bytes ? Buffer.concat([head, bytes]) : head); };
  let held = Buffer.alloc(0);
  for await (const piece of process.stdin) {
    held = Buffer.concat([held, piece]);
    while (held.length >= 5 && held.length >= 5 + held.readUInt32LE(1)) {
      const end = 5 + held.readUInt32LE(1);
      const n = held.readUInt32LE(5), webp = held.subarray(21, end);
      held = held.subarray(end);
      ${answer}
    }
  }
  send("F", facts);
`;

describe("a child that was taken over or ends", () => {
  const pages = ["a", "b", "BAD", "c", "d"].map((text) => ({ webp: Buffer.from(text), from: 0 }));
  const run = async (name: string, answer: string) => {
    const sandbox = createSandbox({ childPath: writeFakeChild(name, reading(answer)), timeoutMs: 3_000 });
    try {
      return await recode(sandbox, pages);
    } finally {
      await sandbox.close();
    }
  };
  const missing = (made: readonly (CodedPage | "unreadable")[]) => made.map((one) => one === "unreadable");

  it("the picture that ends its child is the one that is missing", async () => {
    const made = await run("dies", `if (String(webp) === "BAD") process.exit(3); page(n, 10, 20);`);
    expect(missing(made)).toEqual([false, false, true, false, false]);
  });

  it.each([
    ["a JPEG that carries metadata", `jpeg(10, 20, Buffer.from([0xff,0xe1,0,4,1,2]))`],
    ["a JPEG with something after its end", `Buffer.concat([jpeg(10, 20), Buffer.from("<html>")])`],
    ["a JPEG of another size than it says", `jpeg(11, 20)`],
    ["something that is no JPEG", `Buffer.from("%PDF-1.7 something else altogether")`],
  ])("%s: that page is missing, no such bytes come through", async (name, bytes) => {
    const code = `if (String(webp) === "BAD") page(n, 10, 20, ${bytes}); else page(n, 10, 20);`;
    expect(missing(await run(name.replaceAll(/\W/g, "-"), code))).toEqual([false, false, true, false, false]);
  });

  it("an answer for another page than the one that is due is not taken", async () => {
    const made = await run("out-of-turn", `if (String(webp) === "BAD") page(n + 1, 10, 20); else page(n, 10, 20);`);
    expect(missing(made)).toEqual([false, false, true, false, false]);
  });

  it("a child that says it is done before it is leaves no page out", async () => {
    const made = await run("done-early", `if (String(webp) === "BAD") send("F", facts); else page(n, 10, 20);`);
    expect(missing(made)).toEqual([false, false, true, false, false]);
  });
});

describe("plain JPEG", () => {
  const flat = () => sharp({ create: { width: 30, height: 20, channels: 3, background: "#336699" } });
  it("is one baseline picture and nothing else", async () => {
    const plain = await flat().jpeg().toBuffer();
    expect(plainJpegSize(plain)).toEqual({ width: 30, height: 20 });
    expect(plainJpegSize(await flat().greyscale().jpeg().toBuffer())).toEqual({ width: 30, height: 20 });
    for (const other of [
      await flat().jpeg({ progressive: true }).toBuffer(),
      await flat()
        .withExif({ IFD0: { Copyright: "SPECIMEN" } })
        .jpeg()
        .toBuffer(),
      await flat().withMetadata({ icc: "srgb" }).jpeg().toBuffer(),
      Buffer.concat([plain, Buffer.from("x")]),
      Buffer.concat([plain, plain]),
      plain.subarray(0, -2),
      plain.subarray(0, 100),
      Buffer.alloc(0),
      await flat().png().toBuffer(),
    ])
      expect(plainJpegSize(other)).toBeUndefined();
  });
});
