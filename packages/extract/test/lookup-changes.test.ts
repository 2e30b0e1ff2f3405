import { beforeAll, describe, expect, test } from 'vitest'
import { loadLookupTexts } from '../src/cli/run/load-lookups.ts'
import { type EarlierLine, toIsStale } from '../src/cli/run/lookup-changes.ts'
import { toLookups } from '../src/lookups/to-lookups.ts'
import type { SourceDocument } from '../src/types.ts'
import { changeLookups, keep, listDocuments } from './support/changed-lookups.ts'

/** `ROUNDS=200 npx vitest run packages/extract/test/lookup-changes.test.ts` for more changes, and all documents. */
const rounds = Number(process.env['ROUNDS'] ?? 3)
const texts = loadLookupTexts()
const lookups = toLookups(texts)
const documents = listDocuments().filter((_, i) => rounds > 3 || i % 4 === 0)
let kept: ReadonlyMap<SourceDocument, EarlierLine> = new Map()
let words: readonly string[] = []

beforeAll(async () => {
  const pairs: [SourceDocument, EarlierLine][] = []
  for (const document of documents) pairs.push([document, await keep(document, lookups)])
  kept = new Map(pairs)
  const printed = [...kept.values()].map(({ line }) => line.toString())
  words = [...new Set(printed.flatMap((line) => line.match(/\p{Script=Han}{2,9}/gu) ?? []))]
})

/** Where nothing changed. */
const never = () => false

test('what can be changed by rows that come and go is read again', { timeout: 3_600_000 }, async () => {
  let changed = 0
  let spared = 0
  for (let round = 0; round < rounds; round++) {
    const other = changeLookups(texts, words, round)
    const otherLookups = toLookups(other)
    const [leave, comeBack] = [toIsStale(texts, other) ?? never, toIsStale(other, texts) ?? never]
    for (const [document, before] of kept) {
      const after = await keep(document, otherLookups)
      const isSame = after.line.equals(before.line)
      if (isSame && !leave(before)) spared++
      if (isSame) continue
      changed++
      const said = `round ${round}, ${document.path}`
      expect(leave(before), `${said}: not read again`).toBe(true)
      expect(comeBack(after), `${said}: not read again when the rows are as before`).toBe(true)
    }
  }
  if (rounds > 3) console.log(`${changed} lines changed, ${spared} spared of ${rounds * documents.length}`)
  expect(spared).toBeGreaterThan(0)
})

describe('a row', () => {
  const own = '收到申请表的数量'
  const read = (text: string) =>
    keep({ path: 'a.txt', bytes: Buffer.from(text), sha256: 'a'.repeat(64), url: null, retrievedAt: null }, lookups)
  const add = (name: keyof typeof texts, row: string) => ({ ...texts, [name]: `${texts[name].trimEnd()}\n${row}\n` })
  const report = listDocuments().find(({ path }) => path.startsWith('wrong-total'))

  test.each([
    ['a label whose words stand nowhere', add('labels', 'requests,granted,甲乙丙丁戊己庚辛壬癸,r,s'), false],
    ['a label that the document prints', add('labels', 'requests,granted,予以公开,r,s'), true],
    ['a label with one character that is not printed', add('labels', 'requests,granted,予以公天,r,s'), true],
    ['a word of advertising that stands nowhere', add('spam', '甲乙丙,,,cut,r,s'), false],
    ['a word without Han characters', add('spam', 'qqww,,,cut,r,s'), true],
    ['a correction of another document', add('corrections', `${'b'.repeat(64)},requests.granted.total,1,r,w`), false],
    ['what only analyze reads', add('correction-marks', '某某,head,r,s'), false],
    ['a name of a division', add('division-aliases', '甲乙,150223,r,s'), true],
    ['columns of another kind', { ...texts, labels: `${texts.labels.replace('form,', 'forms,')}` }, true],
    ['nothing', texts, false],
  ])('%s', async (_, now, isStale) => {
    if (!report) throw new Error('the corpus lacks wrong-total')
    expect((toIsStale(texts, now) ?? never)(await keep(report, lookups))).toBe(isStale)
  })

  test('a file that is no report is read again for a label', async () => {
    const isStale = toIsStale(texts, add('labels', `requests,granted,${own},r,s`))
    expect(isStale?.(await read('今天天气很好'))).toBe(true)
  })
})
