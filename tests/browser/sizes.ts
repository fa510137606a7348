import type { BrowserContextOptions } from "@playwright/test";

export type Size = "phone" | "desktop";

const everywhere: BrowserContextOptions = {
  locale: "en-GB",
  timezoneId: "Europe/London",
  reducedMotion: "reduce",
  colorScheme: "light",
  serviceWorkers: "block",
};

export const contextOf: Record<Size, BrowserContextOptions> = {
  phone: { ...everywhere, viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  desktop: { ...everywhere, viewport: { width: 1440, height: 900 } },
};
