/**
 * Stands in a cell where something was that cannot be read: a picture, a number that was struck out or hidden. Such a cell
 * is not blank, and what stands beside a picture is not the whole number.
 */
export const trace = '\ufffc'
