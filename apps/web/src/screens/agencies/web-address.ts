/** People type "www.acme.example". */
export const withScheme = (website: string): string =>
  website === "" || /^https?:\/\//i.test(website) ? website : `https://${website}`;

/** Whether this can be a web address at all. */
export const isWebAddress = (website: string): boolean => URL.canParse(website) && website.includes(".");
