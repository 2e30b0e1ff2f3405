/** Removes what binary fractions add, beyond fourteen digits: 1809.3528 × 10,000 is 18093528. */
export const toExact = (value: number): number =>
  Number.isInteger(value) && Math.abs(value) < 1e14 ? value : Number(value.toPrecision(14))
