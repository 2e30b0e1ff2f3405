/** Path below the base of the site: the reviewed lookup files as one JSON. */
export const lookupsPath = 'check/lookups.json'

/** Path below the base of the site: the files that the check loads, with their sizes. */
export const partsPath = 'check/parts.json'

/** Path below the base of the site: data of the PDF library, all of it in one file. */
export const pdfDataPath = 'check/pdf.bin'

/** Path below the base of the site: the worker of the PDF library. */
export const pdfWorkerPath = 'check/pdf-worker.js'

/** Path below the base of the site: the script that keeps the parts for a reload without a network. */
export const offlinePath = 'check/offline.js'

/** Path below the base of the site: the same script beside the English page, which it serves. */
export const offlineCopyPath = 'en/check/offline.js'

/** Folder below the base of the site: for each year what its reports carried forward. */
export const carriedFolder = 'check/carried'
