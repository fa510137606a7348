import { Readable } from "node:stream";
import { FrameError, frameHead } from "./frames.ts";
import type { ChildJob, JobOutcome, Take } from "./job.ts";
import { type CodedPage, decodeCoded, type PageToCode, requestHead } from "./pages.ts";

/** One page as it came out; `unreadable` when no picture could be made of what is kept. */
export type PageSink = (page: CodedPage | "unreadable") => Promise<void>;

/** Runs one child over a stream of requests. */
type RunChild = (source: Readable, job: ChildJob, take: Take) => Promise<JobOutcome>;

/**
 * Pages for one child: some 60 ms each, so that the longest time a child may have is never the end of honest work. They are
 * one person's and go into one file of theirs; the next person's pages get a child of their own.
 */
const PAGES_A_CHILD = 100;
const AT_ONCE = 2;

/**
 * Codes pages anew, in order. A picture that cannot be decoded is `unreadable`, and so is one that ends a child which had
 * nothing else to do; a child that ended otherwise is followed by one that takes one page at a time.
 */
export async function recodePages(
  pages: AsyncIterable<PageToCode | "unreadable">,
  sink: PageSink,
  runChild: RunChild,
): Promise<void> {
  const queue = new PageQueue(pages[Symbol.asyncIterator](), sink);
  let atOnce = AT_ONCE;
  try {
    while (await queue.hasNext()) {
      const { ended, answered } = await oneChild(queue, runChild, atOnce);
      if (ended) atOnce = AT_ONCE;
      else if (answered > 0 || atOnce > 1) atOnce = 1;
      else await queue.answer("unreadable"); // alone in its child, which did not live to answer
    }
  } finally {
    await queue.close();
  }
}

/** One child's share of the queue. What it did not answer stays there. */
async function oneChild(
  queue: PageQueue,
  runChild: RunChild,
  atOnce: number,
): Promise<{ ended: boolean; answered: number }> {
  const begun = queue.first;
  async function* requests(): AsyncGenerator<Buffer> {
    for await (const { n, page } of queue.from(begun, PAGES_A_CHILD)) {
      const head = requestHead(n, page);
      // The picture goes as it is: put together with its heads it would be in memory once more.
      yield Buffer.concat([frameHead("page", head.length + page.webp.length), head]);
      yield page.webp;
    }
  }
  const take: Take = (frame) => {
    const coded = frame.kind === "page" ? decodeCoded(frame.body) : undefined;
    if (!coded || coded.n !== queue.due()) throw new FrameError("a page that was not due");
    return () => queue.answer(coded.page);
  };
  const source = Readable.from(requests(), { objectMode: false });
  const outcome = await runChild(source, { act: "recode", atOnce }, take).catch((error: unknown) => {
    throw queue.fault ?? error;
  });
  await queue.settled();
  return { ended: outcome.ended === "answered" && !queue.isWaiting(), answered: queue.first - begun };
}

/** Pages by their number, from the first that was not answered yet to the last that was fetched. */
class PageQueue {
  first = 0;
  /** Why the source broke. */
  fault: unknown;
  private next = 0;
  private readonly pages = new Map<number, PageToCode | "unreadable">();
  private readonly source: AsyncIterator<PageToCode | "unreadable">;
  private readonly sink: PageSink;
  private fetching: Promise<boolean> = Promise.resolve(true);

  constructor(source: AsyncIterator<PageToCode | "unreadable">, sink: PageSink) {
    this.source = source;
    this.sink = sink;
  }

  isWaiting(): boolean {
    return this.first < this.next;
  }

  /** The number of the next page that a child can answer for. */
  due(): number | undefined {
    for (let n = this.first; n < this.next; n += 1) if (this.pages.get(n) !== "unreadable") return n;
    return undefined;
  }

  /** Whether a page is left for a child; those that need none are told. */
  async hasNext(): Promise<boolean> {
    for (;;) {
      await this.tellUnreadable();
      if (this.isWaiting()) return true;
      if (!(await this.fetch())) return false;
    }
  }

  /** So many at most, fetched as they are asked for. */
  async *from(begin: number, most: number): AsyncGenerator<{ n: number; page: PageToCode }> {
    for (let n = begin; n < begin + most; n += 1) {
      if (n >= this.next && !(await this.fetch())) return;
      const page = this.pages.get(n);
      if (page !== undefined && page !== "unreadable") yield { n, page };
    }
  }

  /** What became of the first, and of those behind it that need no child. */
  async answer(page: CodedPage | "unreadable"): Promise<void> {
    await this.tellUnreadable();
    this.pages.delete(this.first);
    this.first += 1;
    await this.sink(page);
    await this.tellUnreadable();
  }

  /** When nothing is being fetched any more. */
  async settled(): Promise<void> {
    await this.fetching;
    await this.tellUnreadable();
  }

  async close(): Promise<void> {
    await this.source.return?.();
  }

  private async tellUnreadable(): Promise<void> {
    while (this.pages.get(this.first) === "unreadable") {
      this.pages.delete(this.first);
      this.first += 1;
      await this.sink("unreadable");
    }
  }

  private fetch(): Promise<boolean> {
    this.fetching = this.source.next().then(
      ({ value, done }) => {
        if (done === true) return false;
        this.pages.set(this.next, value);
        this.next += 1;
        return true;
      },
      (error: unknown) => {
        this.fault = error;
        throw error;
      },
    );
    return this.fetching;
  }
}
