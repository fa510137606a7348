import type { Row } from "./table.ts";

export interface Size {
  quick: boolean;
  /** Other accounts of the same size beside the large one. */
  crowd?: number;
  say(line: string): void;
}

export interface Measurement {
  name: string;
  about: string;
  measure(size: Size): Promise<Row[]>;
}
