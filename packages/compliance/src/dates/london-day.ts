const londonDate = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Europe/London",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

/**
 * The civil date in Europe/London of an instant (RFC 3339, or milliseconds since 1970), as `YYYY-MM-DD`.
 * Throws a RangeError when the text is not an instant.
 */
export function londonDay(instant: string | number): string {
  return londonDate.format(new Date(instant));
}
