import { expect, test } from 'vitest'
import { loadLookups } from '../../src/cli/run/load-lookups.ts'
import { extractDocument } from '../../src/index.ts'
import { readDoc } from '../../src/readers/doc/read-doc.ts'
import { docLayouts, generateDoc } from '../generate/doc.ts'
import { sumScores } from '../generate/layouts.ts'
import { scoreReport } from '../generate/score.ts'

const lookups = loadLookups()
const seeds = [900, 901, 902]

async function score(id: string, seed: number) {
  const layout = docLayouts.find((one) => one.id === id)
  if (!layout) throw new RangeError(`No layout is called "${id}"`)
  const { truth, bytes } = generateDoc(layout, seed)
  const source = { path: `${id}.doc`, bytes, sha256: 'a'.repeat(64), url: null, retrievedAt: null }
  return scoreReport((await extractDocument(source, lookups)).reports[0], truth)
}

test.each(docLayouts.map(({ id }) => id))('the cells of a legacy document "%s" are read as printed', async (id) => {
  const { printed, exact, silent, invented, samples } = sumScores(
    await Promise.all(seeds.map((seed) => score(id, seed))),
  )
  expect({ exact, silent, invented, samples }).toEqual({ exact: printed, silent: 0, invented: 0, samples: [] })
  expect(printed).toBeGreaterThan(300)
})

/** All that is read of a template, as text. */
function textOf(id: string): string {
  const layout = docLayouts.find((one) => one.id === id)
  if (!layout) throw new RangeError(`No layout is called "${id}"`)
  const { blocks } = readDoc(generateDoc(layout, 900).bytes)
  const lines = blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [block.text] : block.rows.map((row) => row.map(({ text }) => text).join(' | ')),
  )
  return lines.join('\n')
}

test('numerals that Word counts stand at the head of headings and rows', () => {
  const text = textOf('numbered-rows')
  expect(text).toMatch(/^一、总体情况$/m)
  expect(text).toMatch(/^六、其他需要报告的事项$/m)
  expect(text).toContain('1.属于国家秘密')
  expect(text).toContain('8.属于行政查询事项')
  expect(text).toContain('1.信访举报投诉类申请')
})

test('the text of a box stands where the box is anchored', () => {
  const text = textOf('text-boxes')
  const places = ['二、主动公开政府信息情况', '第二十条第（一）项', '三、收到和处理', '四、政府信息公开行政复议'].map(
    (one) => text.indexOf(one),
  )
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  expect(places).not.toContain(-1)
})

test('what notes say and the names of those who changed a document are no text', () => {
  expect(textOf('notes')).not.toContain('以上为全年累计数')
  expect(textOf('tracked')).not.toMatch(/甲|2020-01-01/)
})
