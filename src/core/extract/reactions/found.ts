/** A stretch of a sentence: places within it. */
export interface Found {
  readonly start: number;
  readonly end: number;
}
