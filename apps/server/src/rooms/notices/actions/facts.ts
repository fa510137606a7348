import type { Context } from "../../../context.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import type { Ending } from "../notices.model.ts";

export interface BrokenList {
  agencyId: string;
  name: string;
  version: number;
  changedAt: Date;
}

export async function endingsOf(_ctx: Context, _tx: Tx, _accountId: string, _today: string): Promise<Ending[]> {
  return [];
}
export async function brokenLists(_ctx: Context, _tx: Tx, _accountId: string, _today: string): Promise<BrokenList[]> {
  return [];
}
