/** The shape of one kind of number. A well-formed number is not a real or current one. */
export interface NumberFormat {
  readonly id: string;
  readonly label: string;
  /** Tested against the whole tidied value. Patterns use [0-9], so other scripts' digits are refused. */
  readonly regex: string;
  readonly normalise: { readonly strip: string; readonly upperCase: boolean };
  readonly examples: {
    readonly good: readonly string[];
    readonly bad: readonly string[];
    readonly badCheckDigit?: readonly string[];
  };
  readonly checkDigit: "mrz-731" | null;
  readonly registerLink?: { readonly page: string; readonly deepLink: string | null; readonly note: string };
  readonly confusions?: readonly { readonly where: "digit" | "letter"; readonly from: string; readonly to: string }[];
  /** Position by position: 9 is a digit, A a letter. */
  readonly pattern?: string;
  readonly warnings?: readonly { readonly whenRole: string; readonly regex: string; readonly message: string }[];
  readonly prefixes?: Readonly<Record<string, string>>;
  readonly strictRegex?: string;
  readonly relaxedRegex?: string;
  readonly crossCheck?: {
    readonly surname: readonly number[];
    readonly yearTens: number;
    readonly month: readonly number[];
    readonly day: readonly number[];
    readonly yearUnits: number;
    readonly initials: readonly number[];
    readonly addForFemale: number;
  };
  readonly padLeft?: { readonly length: number; readonly with: string; readonly onlyWhen: string };
  readonly algorithm?: {
    readonly name: string;
    readonly values: string;
    readonly weights: readonly number[];
    readonly modulus: number;
  };
  readonly notes: readonly string[];
}
