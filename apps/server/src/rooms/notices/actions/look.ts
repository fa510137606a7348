import type { Context } from "../../../context.ts";
import type { JobPayload } from "../../../platform/jobs/jobs.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { append, longDay, type NewEntry } from "../../audit/index.ts";
import { listsBrokenSince } from "../../compliance/index.ts";
import { dayOfInstant, isReminderTime } from "../london-time.model.ts";
import { dueSteps, type Ending, nextLook, told } from "../notices.model.ts";
import { reminderMark, sealTold } from "../notices.seals.ts";
import { insertReminders, type NewReminder } from "../reminders.store.ts";
import { rulesInForce } from "../rules-in-force.ts";
import { type ReminderSettings, readSettings } from "../settings.store.ts";
import { chainSeq, lockWatch, saveWatch } from "../watch.store.ts";
import { endingsOf } from "./facts.ts";
import { askToMail } from "./mail-digest.ts";

/**
 * Looks at one account and tells what is due: the reminders, the day's marker, the entries and the job that mails, all in
 * one transaction. Whoever comes second, here or on another server, finds the day told or the reminders there.
 */
export async function lookForReminders(ctx: Context, payload: JobPayload): Promise<void> {
  const accountId = String(payload.accountId);
  await ctx.house(async (tx) => {
    const watch = await lockWatch(tx, accountId);
    const now = ctx.now();
    const today = dayOfInstant(now);
    // A job that comes after midnight, or after another had told: the next round sees to it.
    if (!isReminderTime(now) || watch.told_on === today) return saveWatch(tx, accountId, { asked_on: null });

    // First how far the log has come, then the facts: what changes in between is looked at again.
    const seen_seq = await chainSeq(tx, accountId);
    const settings = await readSettings(tx, accountId);
    const endings = await endingsOf(ctx, tx, accountId, today);
    const since = watch.looked_at === null ? null : new Date(watch.looked_at.getTime() - overlapMs);
    const entries = await tell(ctx, tx, { accountId, today, settings, endings, since });
    const seen = { look_on: nextLook(endings, today), seen_seq, looked_at: now, rules: rulesInForce, asked_on: null };
    await saveWatch(tx, accountId, entries.length === 0 ? seen : { ...seen, told_on: today });
    if (entries.length === 0) return;
    await askToMail(ctx, tx, accountId);
    await append(ctx, tx, entries);
  });
}

/** A profile saved just before the last look may have been committed just after it. Its mark keeps it from being told twice. */
const overlapMs = 2 * 60_000;

interface Looked {
  accountId: string;
  today: string;
  settings: ReminderSettings;
  endings: readonly Ending[];
  /** Since when agencies' profiles were not looked at. */
  since: Date | null;
}

/** Writes every reminder that is due and not there yet. Resolves to the entries for what is told: one for each paper. */
async function tell(ctx: Context, tx: Tx, looked: Looked): Promise<NewEntry[]> {
  const candidates = [...(await endingReminders(ctx, tx, looked)), ...(await changeReminders(ctx, tx, looked))];
  const made = await insertReminders(tx, looked.accountId, candidates, looked.today);
  const entries = candidates.filter(({ mark }) => made.has(mark.toString("hex"))).map(({ entry }) => entry);
  // Several steps of one paper, due together after a pause, are told once.
  return [...new Map(entries.map((entry) => [entry.object?.id, entry])).values()];
}

type Candidate = NewReminder & { entry: NewEntry };

async function endingReminders(ctx: Context, tx: Tx, looked: Looked): Promise<Candidate[]> {
  const { accountId, today, settings, endings } = looked;
  const due = endings.flatMap((ending) => dueSteps(ending, settings.wishes, today).map((step) => ({ ending, step })));
  if (due.length === 0) return [];
  const key = await ctx.ports.accountKeys.of(tx, accountId);
  return due.map(({ ending, step }) => {
    const mark = reminderMark(key, "ending", ending.documentId, ending.endsOn, step.id);
    return {
      mark,
      kind: step.kind,
      documentId: ending.documentId,
      sealed: sealTold(key, mark, told(ending, today)),
      entry: {
        accountId,
        act: "reminder-sent",
        object: { kind: "document", id: ending.documentId, type: ending.type },
        label: { title: `${ending.title} ${ending.endsOn < today ? "ended" : "ends"} on ${longDay(ending.endsOn)}` },
      },
    };
  });
}

async function changeReminders(ctx: Context, tx: Tx, looked: Looked): Promise<Candidate[]> {
  const { accountId, today, settings, since } = looked;
  if (settings.wishes["agency-profile-changed"] === null) return [];
  const broken = await listsBrokenSince(ctx, tx, accountId, { on: today, since });
  if (broken.length === 0) return [];
  const key = await ctx.ports.accountKeys.of(tx, accountId);
  return broken.map((list) => {
    const mark = reminderMark(key, "profile", list.agencyId, String(list.version));
    return {
      mark,
      kind: "agency-profile-changed",
      documentId: null,
      sealed: sealTold(key, mark, { agencyId: list.agencyId }),
      entry: {
        accountId,
        act: "reminder-sent",
        object: { kind: "agency", id: list.agencyId },
        label: { title: `${list.name} has changed what it asks for, and something on its list is missing` },
      },
    };
  });
}
