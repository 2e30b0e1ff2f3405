import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { limits, Unreadable } from '../../src/limits.ts'
import { readPdf } from '../../src/readers/pdf/read-pdf.ts'
import { catalog, packed, page, pages, stream, text, toFile } from './file-maker.ts'

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
