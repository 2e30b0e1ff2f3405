/** Path below the base of the site: the reviewed lookup files as one JSON. */
export const lookupsPath = 'check/lookups.json'

/** Path below the base of the site: the files that the check loads, with their sizes. */
export const partsPath = 'check/parts.json'
