/** What is read of a type; the catalogue as the service answers it has this shape too. */
interface TypeWithFields {
  id: string;
  fields: readonly { id: string; format?: string | readonly string[] | undefined }[];
}

/** Numbers that open bank accounts, tax records or immigration records to whoever holds them. */
const heldBackFormats: ReadonlySet<string> = new Set(["ni-number", "sort-code", "bank-account-number", "share-code"]);

/**
 * Whether a typed detail stays behind when its paper is sent, unless the sender ticks it: National Insurance numbers,
 * everything of bank details, share codes.
 */
export function isHeldBack(type: TypeWithFields, fieldId: string): boolean {
  const field = type.fields.find((one) => one.id === fieldId);
  if (field === undefined) return true;
  if (type.id === "bank-details") return true;
  const formats = typeof field.format === "string" ? [field.format] : (field.format ?? []);
  return formats.some((format) => heldBackFormats.has(format));
}
