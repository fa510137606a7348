/**
 * A very small HEVC encoder: one still picture whose every block is stored uncompressed (I_PCM), so that no transform or
 * prediction has to be written. Any HEVC decoder reads it. Rec. ITU-T H.265; section numbers below are from there.
 */
import { BitWriter } from "./bits.ts";

export interface PlanarPicture {
  /** Even; the size that is shown. */
  width: number;
  height: number;
  /** The size that is coded: multiples of 32. `y` has that many bytes, `cb` and `cr` a quarter each. */
  codedWidth: number;
  codedHeight: number;
  y: Uint8Array;
  cb: Uint8Array;
  cr: Uint8Array;
}

/** Network units without length or start code. */
export interface HevcPicture {
  vps: Buffer;
  sps: Buffer;
  pps: Buffer;
  slice: Buffer;
  /** general_profile_space to general_level_idc, as the container repeats them. */
  profile: Buffer;
}

export const BLOCK = 32;
const LEVEL_5 = 150;

/** Main Still Picture, progressive, whole frames (7.3.3). */
const PROFILE = Buffer.from([3, 0x70, 0, 0, 0, 0xb0, 0, 0, 0, 0, 0, LEVEL_5]);

export function encodeHevc(picture: PlanarPicture): HevcPicture {
  return {
    vps: unit(32, videoParameters()),
    sps: unit(33, sequenceParameters(picture)),
    pps: unit(34, pictureParameters()),
    slice: unit(19, slice(picture)), // IDR_W_RADL
    profile: PROFILE,
  };
}

function videoParameters(): Buffer {
  const bits = new BitWriter();
  bits.u(4, 0).u(2, 3).u(6, 0).u(3, 0).u(1, 1).u(16, 0xffff).bytes(PROFILE);
  bits.u(1, 1).ue(0).ue(0).ue(0); // one picture is kept, none reordered
  bits.u(6, 0).ue(0).u(1, 0).u(1, 0);
  return bits.trailing();
}

function sequenceParameters({ width, height, codedWidth, codedHeight }: PlanarPicture): Buffer {
  const bits = new BitWriter();
  bits.u(4, 0).u(3, 0).u(1, 1).bytes(PROFILE).ue(0);
  bits.ue(1).ue(codedWidth).ue(codedHeight); // 4:2:0
  bits
    .u(1, 1)
    .ue(0)
    .ue((codedWidth - width) / 2)
    .ue(0)
    .ue((codedHeight - height) / 2);
  bits.ue(0).ue(0).ue(4).u(1, 1).ue(0).ue(0).ue(0);
  bits.ue(2).ue(0).ue(0).ue(3).ue(0).ue(0); // blocks of 32, never split
  bits.u(1, 0).u(1, 0).u(1, 0);
  bits.u(1, 1).u(4, 7).u(4, 7).ue(2).ue(0).u(1, 1); // stored blocks of 32, 8 bits a sample, no loop filter over them
  bits.ue(0).u(1, 0).u(1, 0).u(1, 0).u(1, 0).u(1, 0);
  return bits.trailing();
}

function pictureParameters(): Buffer {
  const bits = new BitWriter();
  bits.ue(0).ue(0).u(1, 0).u(1, 0).u(3, 0).u(1, 0).u(1, 0).ue(0).ue(0).ue(0).u(1, 0).u(1, 0).u(1, 0);
  bits.ue(0).ue(0).u(1, 0).u(1, 0).u(1, 0).u(1, 0).u(1, 0).u(1, 0).u(1, 0);
  bits.u(1, 1).u(1, 0).u(1, 1); // no deblocking
  bits.u(1, 0).u(1, 0).ue(0).u(1, 0).u(1, 0);
  return bits.trailing();
}

function slice({ codedWidth, codedHeight, y, cb, cr }: PlanarPicture): Buffer {
  const bits = new BitWriter();
  bits.u(1, 1).u(1, 0).ue(0).ue(2).ue(0).trailing(); // first slice, intra, quality unused
  let state = 0;
  for (let top = 0; top < codedHeight; top += BLOCK) {
    for (let left = 0; left < codedWidth; left += BLOCK) {
      storedBlockHead(bits, state, top === 0 && left === 0);
      state = Math.min(62, state + 1);
      copyBlock(bits, y, codedWidth, left, top, BLOCK);
      copyBlock(bits, cb, codedWidth / 2, left / 2, top / 2, BLOCK / 2);
      copyBlock(bits, cr, codedWidth / 2, left / 2, top / 2, BLOCK / 2);
    }
  }
  flush(bits, 508); // end_of_slice_segment_flag; its last bit is the stop bit
  return bits.whole();
}

/** Column 3 of table 9-52: the range is always 508 or 510 here, since coding starts afresh after each stored block. */
const LESS_PROBABLE = [
  240, 227, 216, 205, 195, 185, 175, 166, 158, 150, 142, 135, 128, 122, 116, 110, 104, 99, 94, 89, 85, 80, 76, 72, 69,
  65, 62, 59, 56, 53, 50, 48, 45, 43, 41, 39, 37, 35, 33, 31, 30, 28, 27, 25, 24, 23, 22, 21, 20, 19, 18, 17, 16, 15,
  14, 14, 13, 12, 12, 11, 11, 10, 9,
];

/**
 * end_of_slice_segment_flag 0 (but before the first block), part_mode 2Nx2N, pcm_flag 1 (7.3.8.5). The bin of part_mode
 * is always the more probable one (context value 184 starts in state 0, more probable 1), so its state only climbs.
 */
function storedBlockHead(bits: BitWriter, state: number, first: boolean): void {
  const range = (first ? 510 : 508) - (LESS_PROBABLE[state] ?? 0);
  flush(bits, range - 2);
}

/** Codes a terminating bin of 1 at the foot of a range that has lost nothing before (9.3.4.3.5 and 9.3.5.6). */
function flush(bits: BitWriter, foot: number): void {
  let low = foot;
  let outstanding = 0;
  let started = false;
  const put = (bit: number) => {
    if (started) bits.u(1, bit);
    started = true;
    for (; outstanding > 0; outstanding -= 1) bits.u(1, 1 - bit);
  };
  for (let shift = 0; shift < 7; shift += 1) {
    if (low < 256) put(0);
    else if (low >= 512) {
      low -= 512;
      put(1);
    } else {
      low -= 256;
      outstanding += 1;
    }
    low *= 2;
  }
  put((low >> 9) & 1);
  bits.u(2, ((low >> 7) & 3) | 1).align();
}

function copyBlock(bits: BitWriter, plane: Uint8Array, stride: number, left: number, top: number, size: number): void {
  for (let row = top; row < top + size; row += 1)
    bits.bytes(plane.subarray(row * stride + left, row * stride + left + size));
}

/** Header, and a 3 wherever two zeros could be taken for a start code (7.3.1.1). */
function unit(type: number, payload: Buffer): Buffer {
  const out = Buffer.alloc(2 + Math.ceil(payload.length * 1.5));
  out.writeUInt8(type << 1, 0);
  out.writeUInt8(1, 1);
  let at = 2;
  let zeros = 0;
  for (const byte of payload) {
    if (zeros >= 2 && byte <= 3) {
      out[at++] = 3;
      zeros = 0;
    }
    out[at++] = byte;
    zeros = byte === 0 ? zeros + 1 : 0;
  }
  return Buffer.from(out.subarray(0, at));
}
