import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type BlobBatch, type BlobStore, BlobStoreError } from "../platform/blobs/blobs.ts";
import { memoryBlobs } from "../platform/blobs/memory-blobs.ts";
import { signedInLocum, type TestClient } from "../rooms/accounts/testing.ts";
import { openTestHouse, type TestHouse } from "../testing/house.ts";

let house: TestHouse;
let locum: TestClient;
let port: number;

beforeAll(async () => {
  house = await openTestHouse({ replaced: { blobs: fullBlobs() } });
  locum = (await signedInLocum(house, { email: "half@example.test" })).client;
  port = Number(new URL(await house.app.listen({ port: 0, host: "127.0.0.1" })).port);
}, 60_000);
afterAll(() => house.close(), 20_000);

/** A store that takes the first bytes and has no room for more. */
function fullBlobs(): BlobStore {
  const store = memoryBlobs();
  const batch = (): BlobBatch => ({
    ...store.batch(),
    write: async (_id, bytes) => {
      for await (const _chunk of bytes) throw new BlobStoreError("storage-full");
      return { bytes: 0 };
    },
  });
  return { ...store, batch };
}

const boundary = "specimen-boundary";
const part = (name: string, value: string) =>
  `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;

async function write(socket: Socket, bytes: Buffer | string): Promise<void> {
  if (!socket.write(bytes)) await once(socket, "drain", { signal: AbortSignal.timeout(8_000) });
}

test("a refusal in the middle of a body is read by the sender, the rest is dropped, and the line serves the next request", async () => {
  const socket = connect(port, "127.0.0.1");
  let said = "";
  socket.on("data", (text) => {
    said += String(text);
  });
  const cookie = [...locum.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const head = `${part("type", "cv")}--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.4\n`;
  const tail = `\r\n--${boundary}--\r\n`;
  const rest = Buffer.alloc(4 * 1024 * 1024, "x");
  await write(
    socket,
    `POST /api/documents HTTP/1.1\r\nHost: localhost\r\nCookie: ${cookie}\r\n` +
      `Content-Type: multipart/form-data; boundary=${boundary}\r\nContent-Length: ${head.length + rest.length + tail.length}\r\n\r\n${head}`,
  );
  await write(socket, rest.subarray(0, 262_144));
  await expect.poll(() => said, { timeout: 5_000 }).toContain("HTTP/1.1 503");
  for (let at = 262_144; at < rest.length; at += 65_536) await write(socket, rest.subarray(at, at + 65_536));
  await write(socket, `${tail}GET /api/health HTTP/1.1\r\nHost: localhost\r\n\r\n`);
  await expect.poll(() => said, { timeout: 5_000 }).toContain('{"status":"ok"}');
  socket.destroy();
});
