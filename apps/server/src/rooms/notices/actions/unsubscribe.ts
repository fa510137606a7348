import type { ReminderKind } from "@locum-passport/contract";
import type { Context } from "../../../context.ts";
import { refuse } from "../../../failure.ts";
import { append } from "../../audit/index.ts";
import type { Wishes } from "../notices.model.ts";
import { openTurnOffToken } from "../notices.seals.ts";
import { wishesChanged } from "../notices.words.ts";
import { lockSettings, saveSettings } from "../settings.store.ts";

/** The page for people: the token stands behind `#`, which no browser sends to a server. */
export const turnOffPage = (home: string, token: string): string => `${home}/unsubscribe#token=${token}`;
/** The address for mail programs, which post to it (RFC 8058). The token stands in it, as they want; it turns off and opens nothing. */
export const turnOffPost = (home: string, token: string): string => `${home}/api/unsubscribe/${token}`;

/**
 * Turns off the kinds of mail that the link in a mail names, and nothing else, without signing in. Pressed twice it answers
 * the same. It stands in the person's timeline as done by that link,
 * since nobody can say by whom.
 */
export async function unsubscribe(ctx: Context, token: string): Promise<{ kinds: ReminderKind[] }> {
  const { account, kinds } = openTurnOffToken(ctx.ports.signIn.sealingKey, token) ?? refuse("link-expired");
  await ctx.house(async (tx) => {
    const settings = await lockSettings(tx, account);
    const off = Object.fromEntries(kinds.map((kind) => [kind, null]));
    const wishes: Wishes = { ...settings.wishes, ...off };
    const title = wishesChanged(settings.wishes, wishes);
    if (title === undefined) return;
    await saveSettings(tx, account, { ...settings, wishes });
    await append(ctx, tx, [{ accountId: account, act: "reminders-changed", label: { title, link: true } }]);
  });
  return { kinds };
}
