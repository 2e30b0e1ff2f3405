/** Characters from `start` up to, not including, `end`. */
export interface Range {
  readonly start: number
  readonly end: number
}
