import { utf8 } from "../bytes.ts";
import { specimenLog } from "./made-log.ts";
import { COPIES, MANIFEST, madeReceipt } from "./made-receipt.ts";

/**
 * Version 1 of every format, from one seed: what is kept in tests/vectors/audit-log/v1 for ever. A later version of this
 * code must still read those files; while it writes version 1, it writes exactly them.
 */
export async function frozenFiles(): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  const log = specimenLog();
  files.set("saved-checkpoint.txt", utf8(log.checkpoint()));
  files.set("saved-summary.txt", utf8(log.summary("uid-locum")));
  const earlier = log.head.size;
  log.fill(300);
  log.write("uid-locum", { act: "transfer-sent", label: { agency: "SPECIMEN Acme Locums", count: 3 } });
  log.fill(2);
  for (const [name, bytes] of await log.export("uid-locum", { since: [earlier] })) files.set(`export/${name}`, bytes);
  files.set("record.bin", await log.record("uid-locum", { since: [earlier] }));

  const { text } = await madeReceipt();
  files.set("receipt.jws", utf8(text));
  files.set("pack/receipt.jws", utf8(text));
  files.set("pack/manifest.json", utf8(JSON.stringify(MANIFEST, null, 2)));
  for (const [name, bytes] of COPIES) files.set(`pack/${name}`, bytes);
  return files;
}
