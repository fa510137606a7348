/** 1 → "1 document", 3 → "3 documents". */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString("en-GB")} ${n === 1 ? one : many}`;
}

/** Bytes in the unit people know. As in the limit on files, 1 MB is 1,048,576 bytes. */
export function size(bytes: number): string {
  if (bytes < 1024) return count(bytes, "byte");
  const mega = bytes / 1_048_576;
  if (mega < 0.9995) return `${Math.round(bytes / 1024)} KB`;
  return `${Number(mega < 10 ? mega.toFixed(1) : Math.round(mega))} MB`;
}

/** Seconds left, no more exact than a guess deserves. */
export function timeLeft(seconds: number): string {
  if (!Number.isFinite(seconds)) return "working out how long";
  if (seconds < 5) return "a few seconds left";
  if (seconds < 55) return `about ${Math.ceil(seconds / 5) * 5} seconds left`;
  return `about ${count(Math.round(seconds / 60) || 1, "minute")} left`;
}

/** "a", "a and b", "a, b and c". */
export function list(items: string[]): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

/** First letter large, the rest as it is. */
export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
