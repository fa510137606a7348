import type { Row } from "./table.ts";

export interface Size {
  quick: boolean;
  say(line: string): void;
}

export interface Measurement {
  name: string;
  about: string;
  measure(size: Size): Promise<Row[]>;
}
