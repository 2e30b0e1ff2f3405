/**
 * Where the data of the PDF library lies. In Node this is its package, a path; a page in a browser hands in addresses
 * below its own origin before the first PDF is read.
 */
export interface PdfLocations {
  /** Folder of `cmaps` and `standard_fonts`, with a slash at its end. */
  readonly data: string
  /** Module of the library's worker; in Node the library finds it itself. */
  readonly worker?: string
}

let locations: PdfLocations | undefined

/** Tells where the library's data lies. */
export function setPdfLocations(given: PdfLocations): void {
  locations = given
}

/** Where the library's data lies. */
export function getPdfLocations(): PdfLocations {
  locations ??= findPackage()
  return locations
}

/** The package's folder as a path: the library reads it by path in Node. */
function findPackage(): PdfLocations {
  const path = decodeURIComponent(new URL('.', import.meta.resolve('pdfjs-dist/package.json')).pathname)
  return { data: /^\/[a-z]:/i.test(path) ? path.slice(1) : path }
}
