/** Says a thing to people who listen rather than look. One polite region, made once, outside what React draws again. */
let region: HTMLElement | undefined;

export function announce(text: string) {
  if (!region) {
    region = document.createElement("div");
    region.className = "unseen";
    region.setAttribute("role", "status");
    region.setAttribute("aria-live", "polite");
    document.body.append(region);
  }
  const target = region;
  // The same words twice are only spoken again when the region was empty between.
  target.textContent = "";
  setTimeout(() => {
    target.textContent = text;
  }, 60);
}
