/**
 * Stands in a cell where something was that cannot be read: a picture, a number that was struck out or hidden. Such a cell
 * is not blank, and what stands beside a picture is not the whole number.
 */
export const trace = '\ufffc'

/** Stands, until a cell is settled, where something was taken out of it that nobody sees or that is no part of its number. */
export const gap = '\ufff9'
