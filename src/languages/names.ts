/** Names that `npm run names` takes from Unicode's CLDR; forms of one name parted by `|`. */
export interface Names {
  /** From January. */
  readonly months: readonly string[];
  /** From Monday. */
  readonly weekdays: readonly string[];
  /** By CLDR's English name of the unit. */
  readonly units: Readonly<Record<string, string>>;
  /** By ISO 3166 code. */
  readonly countries: Readonly<Record<string, string>>;
}

/** Words for numbers, written by hand; forms of one number parted by `|`. */
export interface Numerals {
  /** By what they count. */
  readonly numbers: Readonly<Record<number, string>>;
  readonly ordinals: Readonly<Record<number, string>>;
}
