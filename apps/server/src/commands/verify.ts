import type { Context } from "../context.ts";
import { append, serviceAccountId, verifyLog } from "../rooms/audit/index.ts";
import { verifyBlobs } from "../rooms/documents/index.ts";

/** The whole log against stored tiles and rows, blobs against their records; 1 on any fault, naming it. */
export async function verify(ctx: Context): Promise<number> {
  const log = await verifyLog(ctx);
  const blobs = await verifyBlobs(ctx);
  const faults = [...log.faults, ...blobs.faults];
  await ctx.house((tx) =>
    append(ctx, tx, [{ accountId: serviceAccountId, act: "operator-verified", label: { faults: faults.length } }]),
  );
  console.log(
    `Checked ${log.leaves} leaves and ${log.checkpoints} signed checkpoints, ${log.entries} entries in ${log.chains} chains, ${blobs.blobs} files and pictures.`,
  );
  for (const fault of faults) console.log(`Fault: ${fault}`);
  console.log(faults.length === 0 ? "Nothing was changed or taken out." : `${faults.length} faults.`);
  return faults.length === 0 ? 0 : 1;
}
