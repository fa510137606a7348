import { once } from "node:events";
import { createReadStream, createWriteStream, fdatasync, type WriteStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";

const sync = promisify(fdatasync);

/**
 * What the product's server is measured against, a process of its own: the least that Node does with the same bytes. A
 * POST's body is streamed to a file that is then synced; a GET streams that file. No sign-in, seal, hash, log or database.
 */
export function serveBare(folder: string): void {
  let files = 0;
  const server = createServer((request, response) => {
    const answer = async () => {
      const path = join(folder, request.method === "POST" ? `${files++}` : (request.url ?? "/").slice(1));
      if (request.method !== "POST") {
        response.setHeader("content-length", (await stat(path)).size);
        await pipeline(createReadStream(path), response);
        return;
      }
      const file = createWriteStream(path, { flags: "wx", mode: 0o600, autoClose: false });
      await once(request.pipe(file), "finish");
      await sync(descriptorOf(file));
      file.close();
      response.statusCode = 201;
      response.end(JSON.stringify({ id: path.slice(folder.length + 1) }));
    };
    answer().catch((error: unknown) => response.destroy(error instanceof Error ? error : new Error(String(error))));
  });
  server.listen(0, "127.0.0.1", () => {
    const address = server.address();
    if (typeof address === "object" && address) process.send?.(address.port);
  });
  process.once("disconnect", () => process.exit(0));
}

/** A number once the file is open, which it is when it has been written; the types leave it out. */
function descriptorOf(file: WriteStream): number {
  if ("fd" in file && typeof file.fd === "number") return file.fd;
  throw new Error("The file is not open");
}
