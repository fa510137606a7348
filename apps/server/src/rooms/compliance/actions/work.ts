import { starterFacts } from "@locum-passport/compliance";
import { type Answers, type ChangeWork, Profile, type Question, type Work } from "@locum-passport/contract";
import type { z } from "zod";
import { type Context, own } from "../../../context.ts";
import { refuse } from "../../../failure.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { profileOf, setProfession } from "../../accounts/index.ts";
import { append } from "../../audit/index.ts";
import { changedAnswers, changedQuestions } from "../answers.model.ts";
import { openWork, sealWork } from "../compliance.seals.ts";
import { findWork, lockWork, saveWork } from "../work.store.ts";

export function listQuestions(): { items: z.output<typeof Question>[] } {
  return {
    items: starterFacts.map(({ id, kind, options, ask }) => ({
      id,
      kind,
      ask,
      ...(options === undefined ? {} : { options: [...options] }),
    })),
  };
}

/** What was answered. The role is the profession of the profile: one home, so that the two cannot contradict each other. */
export async function answersOf(ctx: Context, tx: Tx, accountId: string): Promise<Answers> {
  const row = await findWork(tx, accountId);
  const key = await ctx.ports.accountKeys.of(tx, accountId);
  const answers = row ? openWork(key, accountId, row.sealed) : {};
  const { profession } = await profileOf(ctx, tx, accountId);
  return profession === null ? answers : { ...answers, role: profession };
}

export function readWork(ctx: Context): Promise<Work> {
  const accountId = own(ctx);
  return ctx.transaction(async (tx) => ({
    answers: await answersOf(ctx, tx, accountId),
    setUpAt: (await findWork(tx, accountId))?.set_up_at?.toISOString() ?? null,
  }));
}

/** One change is one entry, however many questions it answers. A change to what stands there already writes nothing. */
export function changeWork(ctx: Context, change: z.output<typeof ChangeWork>): Promise<Work> {
  const accountId = own(ctx);
  return ctx.transaction(async (tx) => {
    const key = await ctx.ports.accountKeys.of(tx, accountId);
    const row = await lockWork(tx, accountId, sealWork(key, accountId, {}), ctx.now());
    const kept = openWork(key, accountId, row.sealed);
    const before = await answersOf(ctx, tx, accountId);
    const { after, faults } = changedAnswers(before, change.answers ?? {});
    if (faults.length > 0) refuse("bad-input", { errors: faults });
    const { role, ...rest } = after;
    const profession = Profile.shape.profession.parse(role ?? null);
    const moved =
      (before.role ?? null) === profession ? undefined : await setProfession(ctx, tx, accountId, profession);
    const questions = changedQuestions(kept, rest);
    const setUpAt = row.set_up_at ?? (change.setUp ? ctx.now() : null);
    const setUpNow = row.set_up_at === null && setUpAt !== null;
    if (questions.length > 0 || setUpNow) {
      await saveWork(tx, accountId, { sealed: sealWork(key, accountId, rest), setUpAt, at: ctx.now() });
    }
    await append(ctx, tx, [
      ...(moved ? [moved] : []),
      ...(questions.length > 0
        ? [
            {
              accountId,
              act: "answers-changed",
              object: { kind: "work", id: accountId },
              label: { title: questions.join(", ") },
            } as const,
          ]
        : []),
    ]);
    return { answers: after, setUpAt: setUpAt?.toISOString() ?? null };
  });
}
