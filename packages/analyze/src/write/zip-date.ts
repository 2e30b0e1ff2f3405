/** The one date of every file in an archive: the first that the format knows. The format counts in local time. */
export const toZipDate = (): Date => new Date(1980, 0, 1)
