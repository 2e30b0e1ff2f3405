/**
 * Where the data of the PDF library lies. In Node this is its package, a path; a page in a browser hands in addresses
 * below its own origin, or the files themselves.
 */
export interface PdfLocations {
  /** Folder of `cmaps` and `standard_fonts`, with a slash at its end. */
  readonly data: string
  /** Module of the library's worker; in Node the library finds it itself. */
  readonly worker?: string
  /** The library's worker, already started: it stays for all documents. */
  readonly port?: Worker
  /** The files of the folder by their path in it, e.g. `cmaps/GBK-EUC-H.bcmap`: then none is fetched. */
  readonly files?: ReadonlyMap<string, Uint8Array>
}

let find: () => Promise<PdfLocations> = async () => findPackage()

/** Tells where the library's data lies; a function is asked with each PDF. */
export function setPdfLocations(given: PdfLocations | (() => Promise<PdfLocations>)): void {
  find = typeof given === 'function' ? given : async () => given
}

/** Where the library's data lies. */
export const getPdfLocations = (): Promise<PdfLocations> => find()

/** The package's folder as a path: the library reads it by path in Node. */
export function findPackage(): PdfLocations {
  const path = decodeURIComponent(new URL('.', import.meta.resolve('pdfjs-dist/package.json')).pathname)
  return { data: /^\/[a-z]:/i.test(path) ? path.slice(1) : path }
}
