/** Path below the base of the site: the reviewed lookup files as one JSON. */
export const lookupsPath = 'check/lookups.json'

/** Path below the base of the site: the files that the check loads, with their sizes. */
export const partsPath = 'check/parts.json'

/** Path below the base of the site: data of the PDF library, all of it in one file. */
export const pdfDataPath = 'check/pdf.bin'

/** Path below the base of the site: the worker of the PDF library. */
export const pdfWorkerPath = 'check/pdf-worker.js'
