import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { limits, Unreadable } from '../../src/limits.ts'
import { readPdf } from '../../src/readers/pdf/read-pdf.ts'

const join = (...parts: readonly (string | Uint8Array)[]): Uint8Array =>
  new Uint8Array(Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part))))

const font = '5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj\n'
const text = 'BT /F 12 Tf 100 700 Td (Report) Tj ET'

/** A PDF out of its objects; without a table of their places the library looks for them. */
function toFile(...objects: readonly (string | Uint8Array)[]): Uint8Array {
  return join('%PDF-1.7\n', ...objects.flatMap((one) => [one, '\n']), font, 'trailer <</Root 1 0 R>>\n%%EOF')
}

const catalog = '1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj'
const pages = '2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj'
const page = (more = '') =>
  `3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>${more}>>>> endobj`
const stream = (number: number, content: string | Uint8Array, dict = ''): Uint8Array =>
  join(`${number} 0 obj <<${dict}/Length ${content.length}>> stream\n`, content, '\nendstream endobj')
const packed = (number: number, content: Uint8Array, dict = '') =>
  stream(number, new Uint8Array(deflateSync(content)), `/Filter/FlateDecode${dict}`)

const deepTree = (depth: number) => [
  catalog,
  ...Array.from(
    { length: depth },
    (_, i) => `${i === 0 ? 2 : 10 + i} 0 obj <</Type/Pages/Kids[${i + 1 === depth ? 3 : 11 + i} 0 R]/Count 1>> endobj`,
  ),
  page(),
  stream(4, text),
]

const form = (number: number, inner: number) =>
  stream(
    number,
    `/X Do ${text}`,
    `/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</Font<</F 5 0 R>>/XObject<</X ${inner} 0 R>>>>`,
  )

async function outcomeOf(bytes: Uint8Array): Promise<string> {
  try {
    const { blocks } = await readPdf(bytes)
    return `read ${blocks.map((block) => (block.kind === 'paragraph' ? block.text : 'table')).join(' ')}`
  } catch (error) {
    return error instanceof Unreadable ? `${error.reason}: ${error.message}` : String(error)
  }
}

const mega = 1024 * 1024

test.each<readonly [string, () => Uint8Array, RegExp]>([
  [
    'declares 100,000 pages',
    () => toFile(catalog, pages.replace('Count 1', 'Count 100000'), page(), stream(4, text)),
    /^(?:read Report|limit_exceeded)/,
  ],
  [
    'lists the same page again and again',
    () =>
      toFile(
        catalog,
        `2 0 obj <</Type/Pages/Kids[${'3 0 R '.repeat(400)}]/Count 400>> endobj`,
        page(),
        stream(4, text),
      ),
    /^(?:read|damaged)/,
  ],
  [
    'has 501 pages',
    () =>
      toFile(
        catalog,
        `2 0 obj <</Type/Pages/Kids[${Array.from({ length: 501 }, (_, i) => `${100 + i} 0 R`).join(' ')}]/Count 501>> endobj`,
        ...Array.from({ length: 501 }, (_, i) => page().replace('3 0 obj', `${100 + i} 0 obj`)),
        stream(4, text),
      ),
    /^limit_exceeded: 501 pages/,
  ],
  [
    'has pages that are their own parents',
    () => toFile(catalog, '2 0 obj <</Type/Pages/Kids[2 0 R]/Count 1>> endobj', page(), stream(4, text)),
    /^(?:read|damaged)/,
  ],
  ['has a tree of pages 20,000 deep', () => toFile(...deepTree(20_000)), /^(?:read|damaged|limit_exceeded)/],
  [
    'has a form inside itself',
    () => toFile(catalog, pages, page('/XObject<</X 6 0 R>>'), stream(4, `/X Do ${text}`), form(6, 6)),
    /^(?:read|damaged|limit_exceeded)/,
  ],
  [
    'has forms in forms that double each time',
    () =>
      toFile(
        catalog,
        pages,
        page('/XObject<</X 10 0 R>>'),
        stream(4, '/X Do'),
        ...Array.from({ length: 30 }, (_, i) =>
          stream(
            10 + i,
            i === 29 ? text : '/X Do /X Do',
            `/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</Font<</F 5 0 R>>/XObject<</X ${11 + i} 0 R>>>>`,
          ),
        ),
      ),
    /^limit_exceeded: .*painting steps/,
  ],
  [
    'unpacks to 400 MB of blanks',
    () => toFile(catalog, pages, page(), packed(4, new Uint8Array(400 * mega).fill(32))),
    /^limit_exceeded: .*unpack/,
  ],
  [
    'unpacks to 80 MB of steps',
    () => toFile(catalog, pages, page(), packed(4, Buffer.from('0 g\n'.repeat(20 * mega)))),
    /^limit_exceeded: .*unpack/,
  ],
  [
    'packs its objects into a stream of 400 MB',
    () =>
      toFile(
        catalog,
        pages,
        page(),
        stream(4, text),
        packed(7, new Uint8Array(400 * mega).fill(32), '/Type/ObjStm/N 100000/First 10'),
      ),
    /^limit_exceeded: .*unpack/,
  ],
  [
    'packs a stream twice',
    () =>
      toFile(
        catalog,
        pages,
        page(),
        stream(
          4,
          new Uint8Array(deflateSync(deflateSync(new Uint8Array(100 * mega)))),
          '/Filter[/FlateDecode/FlateDecode]',
        ),
      ),
    /^limit_exceeded: .*packed twice/,
  ],
  [
    'holds a picture of 100,000 by 100,000 points',
    () =>
      toFile(
        catalog,
        pages,
        page('/XObject<</X 6 0 R>>'),
        stream(4, `q 600 0 0 800 0 0 cm /X Do Q ${text}`),
        packed(
          6,
          new Uint8Array(200 * mega),
          '/Type/XObject/Subtype/Image/Width 100000/Height 100000/ColorSpace/DeviceGray/BitsPerComponent 8',
        ),
      ),
    /^read Report/,
  ],
  [
    'has a page of a kilometre',
    () => toFile(catalog, pages, page().replace('600 800', '2834645 2834645'), stream(4, text)),
    /^limit_exceeded: a page of/,
  ],
  [
    'runs a script and carries a file',
    () =>
      toFile(
        catalog.replace(
          '>>',
          '/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>/Names<</EmbeddedFiles<</Names[(a)<</EF<</F 8 0 R>>>>]>>>>>>',
        ),
        pages,
        page(),
        stream(4, text),
        packed(8, new Uint8Array(100), '/Type/EmbeddedFile'),
      ),
    /^read Report$/,
  ],
])('a PDF that %s ends soon', async (_, make, expected) => {
  const bytes = make()
  const startedAt = performance.now()
  expect(await outcomeOf(bytes)).toMatch(expected)
  expect(performance.now() - startedAt).toBeLessThan(limits.milliseconds / 2)
})
