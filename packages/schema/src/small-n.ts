/** A share or rate over fewer than this says little of a body and much of chance: it is not given, the counts are. */
export const smallN = 30
