import { refuse } from "../../failure.ts";

/** Where a page of a list ended: the instant in milliseconds and the id. */
export interface ListPosition {
  at: Date;
  id: string;
}

export const listCursor = ({ at, id }: ListPosition): string => `${at.getTime()}_${id}`;

export function positionOf(cursor: string): ListPosition {
  const [, time, id] = /^(\d{1,15})_([a-z0-9]{1,64})$/.exec(cursor) ?? [];
  if (time === undefined || id === undefined) {
    refuse("bad-input", { errors: [{ field: "cursor", message: "Use the nextCursor of the page before" }] });
  }
  return { at: new Date(Number(time)), id };
}
