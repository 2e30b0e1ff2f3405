import { deflateSync } from 'node:zlib'

const join = (...parts: readonly (string | Uint8Array)[]): Uint8Array =>
  new Uint8Array(Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part))))

const font = '5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj\n'
/** The steps that paint the one word of a page. */
export const text = 'BT /F 12 Tf 100 700 Td (Report) Tj ET'

/** A PDF out of its objects; without a table of their places the library looks for them. */
export function toFile(...objects: readonly (string | Uint8Array)[]): Uint8Array {
  return join('%PDF-1.7\n', ...objects.flatMap((one) => [one, '\n']), font, 'trailer <</Root 1 0 R>>\n%%EOF')
}

export const catalog = '1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj'
export const pages = '2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj'
export const page = (more = '') =>
  `3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>${more}>>>> endobj`
export const stream = (number: number, content: string | Uint8Array, dict = ''): Uint8Array =>
  join(`${number} 0 obj <<${dict}/Length ${content.length}>> stream\n`, content, '\nendstream endobj')
export const packed = (number: number, content: Uint8Array, dict = '') =>
  stream(number, new Uint8Array(deflateSync(content)), `/Filter/FlateDecode${dict}`)

/** Objects of a file whose one page lies so deep in the tree of pages. */
export const deepTree = (depth: number) => [
  catalog,
  ...Array.from(
    { length: depth },
    (_, i) => `${i === 0 ? 2 : 10 + i} 0 obj <</Type/Pages/Kids[${i + 1 === depth ? 3 : 11 + i} 0 R]/Count 1>> endobj`,
  ),
  page(),
  stream(4, text),
]
