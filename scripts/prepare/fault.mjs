/** A fault with a sentence for the person at the keyboard: printed alone, without a stack. */
export class PrepareFault extends Error {}

/** Prints such a sentence, or the whole of an unforeseen fault, and ends with exit code 1. */
export function stopWith(error) {
  console.error(error instanceof PrepareFault ? `\n${error.message}\n` : error);
  process.exit(1);
}

export function say(text) {
  console.log(`prepare: ${text}`);
}
