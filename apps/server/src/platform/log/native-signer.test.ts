import { noteSigner, verifyEd25519 } from "@locum-passport/audit-log";
import { expect, test } from "vitest";
import { nativeSigner } from "./log-signer.ts";

test("the runtime's own Ed25519 signs as the format's code does, byte for byte, with the same key", () => {
  const seed = Uint8Array.from({ length: 32 }, (_, n) => n * 7);
  const [own, slow] = [nativeSigner(seed, "log.example"), noteSigner(seed, "log.example")];
  expect(own.id).toEqual(slow.id);
  for (const length of [0, 1, 63, 64, 5000]) {
    const message = Uint8Array.from({ length }, (_, n) => n & 255);
    const signature = own.sign(message);
    expect(Buffer.from(signature)).toEqual(Buffer.from(slow.sign(message)));
    expect(verifyEd25519(signature, message, own.publicKey)).toBe(true);
  }
});
