/** The middle one of some numbers, the upper one of two; NaN of none. */
export const median = (all: readonly number[]): number => all.toSorted((a, b) => a - b)[all.length >> 1] ?? Number.NaN
