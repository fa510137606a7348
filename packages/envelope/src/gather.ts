/** Cuts bytes that arrive in any portions into units of one size, copying only what has to wait for more. */
export interface Gatherer {
  /** How many whole units there are once `incoming` more bytes have arrived. */
  wholeUnits(incoming: number): number;
  /** Calls `unit` with each whole unit, in order. A unit is only good until the call returns. */
  take(bytes: Uint8Array, unit: (bytes: Uint8Array) => void): void;
  /** What is left, shorter than a unit. */
  rest(): Uint8Array;
}

export function gatherer(unitBytes: number): Gatherer {
  const waiting = Buffer.allocUnsafeSlow(unitBytes); // of its own, not of the shared pool: it holds plaintext
  let held = 0;

  return {
    wholeUnits: (incoming) => Math.floor((held + incoming) / unitBytes),
    take(bytes, unit) {
      let at = 0;
      if (held > 0) {
        at = Math.min(unitBytes - held, bytes.length);
        waiting.set(bytes.subarray(0, at), held);
        held += at;
        if (held < unitBytes) return;
        unit(waiting);
        held = 0;
      }
      for (; bytes.length - at >= unitBytes; at += unitBytes) unit(bytes.subarray(at, at + unitBytes));
      waiting.set(bytes.subarray(at), 0);
      held = bytes.length - at;
    },
    rest: () => waiting.subarray(0, held),
  };
}
