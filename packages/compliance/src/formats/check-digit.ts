const weights = [7, 3, 1] as const;

/**
 * The check digit of ICAO Doc 9303 part 3, 4.9: 0 to 9 count as themselves, A to Z as 10 to 35, filler as 0; weights 7, 3, 1;
 * modulo 10. Swaps of characters three places apart go unseen: a pass is not proof.
 */
export function checkDigit731(text: string): string {
  let sum = 0;
  for (let place = 0; place < text.length; place += 1)
    sum += characterValue(text.charCodeAt(place)) * (weights[place % 3] ?? 0);
  return String(sum % 10);
}

function characterValue(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  if (code >= 65 && code <= 90) return code - 55;
  return 0;
}
