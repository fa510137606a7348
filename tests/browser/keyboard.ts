import { expect, type Locator } from "@playwright/test";

const most = 40;

/** Presses Tab until this has the focus, as somebody without a mouse does. */
export async function tabTo(target: Locator): Promise<void> {
  for (let presses = 0; presses < most; presses += 1) {
    if ((await target.and(target.page().locator(":focus")).count()) > 0) return;
    await target.page().keyboard.press("Tab");
  }
  await expect(target, `${most} presses of Tab reach it`).toBeFocused();
}
