type TrustProxy = boolean | string[] | ((address: string, hop: number) => boolean);

/** `false`, `true`, a number of hops, or a comma-separated list of addresses: whose word is taken for the client's address. */
export function trustProxyOf(text: string): TrustProxy {
  const value = text.trim();
  if (value === "" || value === "false") return false;
  if (value === "true") return true;
  if (/^\d+$/.test(value)) return (_address, hop) => hop < Number(value);
  return value.split(",").map((part) => part.trim());
}
