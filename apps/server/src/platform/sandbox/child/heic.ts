import { createRequire } from "node:module";
import type { ToldFacts } from "../facts.ts";
import { readHeif } from "../place/heif-boxes.ts";
import { hasPlace } from "../place/place.ts";
import { drawPage, type Pixels } from "./draw.ts";
import { tellAbout } from "./out.ts";

/** The largest phone cameras make 50 million; decoded they just fit into the memory a child may have. */
const MOST_PIXELS = 51_000_000;

/** The part of libheif's binding that is used here; its own types describe raw function tables. */
interface Libheif {
  heif_context_alloc(): unknown;
  heif_context_read_from_memory(context: unknown, bytes: Uint8Array): { code: unknown };
  heif_js_context_get_primary_image_handle(context: unknown): { code?: unknown } | null;
  heif_js_decode_image2(handle: unknown, colours: unknown, chroma: unknown): Decoded;
  heif_error_code: { heif_error_Ok: unknown };
  heif_colorspace: { heif_colorspace_RGB: unknown };
  heif_chroma: { heif_chroma_interleaved_RGB: unknown };
}

interface Decoded {
  code?: unknown;
  channels?: { width: number; height: number; stride: number; data: Uint8Array }[];
}

export async function pictureHeic(bytes: Buffer): Promise<ToldFacts> {
  const facts: ToldFacts = { pages: 1, hasPlace: await hasPlace("image/heic", bytes), locked: false, damaged: false };
  const damaged: ToldFacts = { ...facts, damaged: true, reason: "damaged" };
  const pixels = claimedPixels(bytes);
  if (pixels === undefined) return damaged;
  if (pixels > MOST_PIXELS) return { ...facts, reason: "too-large" };
  tellAbout(facts);

  const picture = decode(bytes);
  if (!picture) return damaged;
  await drawPage(1, picture);
  return facts;
}

function claimedPixels(bytes: Buffer): number | undefined {
  try {
    return readHeif(bytes).largestPixels;
  } catch {
    return undefined;
  }
}

/** Turned and mirrored as the file's properties say: libheif does both. */
function decode(bytes: Buffer): Pixels | undefined {
  const lib = createRequire(import.meta.url)("libheif-js/wasm-bundle") as Libheif;
  const context = lib.heif_context_alloc();
  if (lib.heif_context_read_from_memory(context, bytes).code !== lib.heif_error_code.heif_error_Ok) return undefined;
  const handle = lib.heif_js_context_get_primary_image_handle(context);
  if (!handle || handle.code) return undefined;
  const decoded = lib.heif_js_decode_image2(
    handle,
    lib.heif_colorspace.heif_colorspace_RGB,
    lib.heif_chroma.heif_chroma_interleaved_RGB,
  );
  const plane = decoded.channels?.[0];
  if (!plane || plane.width * plane.height > MOST_PIXELS) return undefined;
  return { data: withoutPadding(plane), width: plane.width, height: plane.height, channels: 3 };
}

function withoutPadding({
  width,
  height,
  stride,
  data,
}: {
  width: number;
  height: number;
  stride: number;
  data: Uint8Array;
}) {
  const row = width * 3;
  if (stride === row) return data.subarray(0, row * height);
  for (let y = 1; y < height; y += 1) data.copyWithin(y * row, y * stride, y * stride + row);
  return data.subarray(0, row * height);
}
