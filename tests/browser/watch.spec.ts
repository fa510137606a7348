import { expect, test } from "./test.ts";

test("an inline script does not run, and the watch of every other test would have seen it", async ({ people }) => {
  const { page, watch } = await people.freshBrowser();
  await page.goto("/");
  await page.evaluate(`{
    const script = document.createElement("script");
    script.textContent = "window.ranInline = true";
    document.head.append(script);
  }`);
  await expect.poll(() => watch.take().join()).toContain("Content Security Policy");
  expect(await page.evaluate("window.ranInline")).toBeUndefined();
});

test("a request to another origin is seen by the watch of every test", async ({ people, server }) => {
  const { page, watch } = await people.freshBrowser();
  const elsewhere = server.base.replace("localhost", "127.0.0.1");
  await page.goto(`${elsewhere}/robots.txt`);
  expect(watch.take()).toEqual([`A request to ${elsewhere}/robots.txt`]);
});
