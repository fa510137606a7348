import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { type Confinement, detectConfinement, type SandboxReport } from "./confine.ts";
import type { FileFacts } from "./facts.ts";
import { type ChildJob, type JobLimits, type JobOutcome, runJob, type Take } from "./job.ts";
import { DOCX, isPhotoType, type MediaType, type PhotoType } from "./media-type.ts";
import type { PageToCode } from "./pages.ts";
import { DEFAULT_MAX_PAGES, type PictureWidth } from "./pictures.ts";
import { type PageSink, recodePages } from "./recode.ts";
import { SandboxError } from "./sandbox.errors.ts";
import { takeBytes, takePictures } from "./taking.ts";
import { takeTurns } from "./turns.ts";

/** Takes one picture: `size` is the stored width it stands for, `file` the number the caller gave. */
export type PictureSink = (picture: {
  file: number;
  page: number;
  size: PictureWidth;
  width: number;
  height: number;
  webp: Buffer;
}) => Promise<void>;

export interface PictureOptions {
  mediaType: MediaType;
  /** Which file of the version this is; handed on to the sink. 1 when absent. */
  file?: number;
  maxPages?: number;
  signal?: AbortSignal;
}

/** Reads hostile files where they can do no harm. */
export interface Sandbox {
  /**
   * Makes the pictures of one file, page by page in order, each in both widths, and tells what it found out. A file that
   * is broken, locked, too large, or that has to be killed is an answer with a reason; pictures that were finished
   * before count. Rejects with SandboxError only when there is no answer, and with the sink's own error if that fails.
   * Give it bytes that are already here (a sealed blob being opened, a stream being received fast): it works on one file
   * at a time, and a source that pauses for `timeoutMs` is given up.
   */
  picture(source: Readable, options: PictureOptions, onPicture: PictureSink): Promise<FileFacts>;
  /**
   * The same photo without metadata: no place, and nothing a place could hide in (Exif, XMP, IPTC, maker notes, pictures
   * after the picture). The pixels are not coded again. Colour profile and orientation stay.
   */
  removePlace(source: Readable, options: { mediaType: PhotoType; signal?: AbortSignal }): Promise<{ bytes: Buffer }>;
  /**
   * Stored page pictures as JPEG for a PDF, in order, each as fine as asked or as coarse as it must be. The pictures were
   * made here, but a file that took a child over may have made them: they are decoded in a child again. A page that the
   * source calls unreadable is handed on; one that no picture can be made of is answered as such. Rejects with the source's
   * or the sink's own error.
   */
  recode(
    pages: AsyncIterable<PageToCode | "unreadable">,
    options: { signal?: AbortSignal },
    sink: PageSink,
  ): Promise<void>;
  /** How far this machine lets the child be confined. */
  report(): Promise<SandboxReport>;
  /** Kills what runs, refuses what waits. */
  close(): Promise<void>;
}

export interface SandboxOptions {
  /** The bundled child, `dist/sandbox.mjs`, in a place from which `node_modules` is found. */
  childPath: string;
  /** Longest time without a sign of progress; six times as long altogether. 10 seconds when absent. */
  timeoutMs?: number;
  /** 512 MB when absent. */
  dataLimitBytes?: number;
  /** 32 MB when absent: above the limit for one file. */
  maxInputBytes?: number;
  /** Files that may wait; more are refused with `busy`. 64 when absent. */
  queueLimit?: number;
  /** Folders covered in the child's sight: the data folder, the database's socket folder. */
  hiddenFolders?: readonly string[];
  /** Told of each job that did not end by an answer. Holds nothing from inside the file. */
  onIncident?: (ended: Exclude<JobOutcome["ended"], "answered">) => void;
}

const MEGABYTE = 1024 * 1024;
/** A child reads pictures as it goes; the stored ones have no more than this together for one child. */
const MOST_PAGES_BYTES = 640 * MEGABYTE;

export function createSandbox(options: SandboxOptions): Sandbox {
  const timeoutMs = options.timeoutMs ?? 10_000;
  const limits: JobLimits = {
    timeoutMs,
    totalMs: timeoutMs * 6,
    maxInputBytes: options.maxInputBytes ?? 32 * MEGABYTE,
  };
  const turns = takeTurns(options.queueLimit ?? 64);
  const closing = new AbortController();
  let detected: Promise<Confinement> | undefined;

  const confinement = () => {
    detected ??= detectConfinement({
      childPath: options.childPath,
      dataLimitBytes: options.dataLimitBytes ?? 512 * MEGABYTE,
      cpuSeconds: Math.ceil(limits.totalMs / 1000) + 10,
      hiddenFolders: options.hiddenFolders ?? [],
    });
    return detected;
  };

  const run = async (
    source: Readable,
    job: ChildJob,
    take: Take,
    signal: AbortSignal | undefined,
  ): Promise<JobOutcome> => {
    const both = signal ? AbortSignal.any([signal, closing.signal]) : closing.signal;
    source.on("error", () => {}); // it may break while it waits; reading it later tells
    try {
      const outcome = await turns(both, async () => {
        const wall = await confinement();
        const cwd = emptyFolder();
        try {
          const place = { confinement: wall, childPath: options.childPath, cwd };
          const own = job.act === "recode" ? { ...limits, maxInputBytes: MOST_PAGES_BYTES } : limits;
          return await runJob(place, job, own, source, take, both);
        } finally {
          rmSync(cwd, { recursive: true, force: true });
        }
      });
      if (outcome.ended !== "answered") options.onIncident?.(outcome.ended);
      return outcome;
    } catch (error) {
      source.destroy();
      throw closing.signal.aborted ? new SandboxError("closed") : error;
    }
  };

  return {
    async picture(source, { mediaType, file = 1, maxPages = DEFAULT_MAX_PAGES, signal }, onPicture) {
      if (mediaType === DOCX) {
        source.destroy();
        return { pages: 0, hasPlace: false, locked: false, damaged: false, reason: "no-pictures", pictures: 0 };
      }
      const job: ChildJob = { act: "picture", mediaType, maxPages };
      const pictures = takePictures(maxPages, (picture) => onPicture({ file, ...picture }));
      const { facts } = await run(source, job, pictures.take, signal);
      return { ...facts, pictures: pictures.whole() };
    },
    async removePlace(source, { mediaType, signal }) {
      if (!isPhotoType(mediaType)) throw new SandboxError("place-not-removed");
      const job: ChildJob = { act: "remove-place", mediaType, maxPages: 0 };
      const pieces = takeBytes(limits.maxInputBytes);
      const { facts, ended } = await run(source, job, pieces.take, signal);
      const bytes = ended === "answered" ? pieces.whole() : Buffer.alloc(0);
      if (facts.reason || facts.hasPlace || bytes.length === 0) throw new SandboxError("place-not-removed");
      return { bytes };
    },
    recode: (pages, { signal }, sink) =>
      recodePages(pages, sink, (source, job, take) => run(source, job, take, signal)),
    report: async () => (await confinement()).report,
    async close() {
      closing.abort();
      await turns.idle();
    },
  };
}

/** Readable by all because the child may be nobody; writable by none. A new one a job: systems tidy their temporary folder. */
function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "locum-passport-sandbox-"));
  chmodSync(folder, 0o555);
  return folder;
}
