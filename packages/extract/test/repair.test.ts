import { expect, test } from 'vitest'
import { type Piece, toPiece } from '../src/repair/piece.ts'
import { redact } from '../src/repair/privacy.ts'
import { repairText } from '../src/repair/text.ts'

/** Applies a log to the source; ranges that overlap make no sense of it. */
function replay(source: string, { repairs }: Piece): string {
  const ordered = [...repairs].sort((a, b) => a.start - b.start)
  let text = ''
  let from = 0
  for (const { start, end, replacement } of ordered) {
    expect(start, `the repair at ${start} overlaps the one before it; see applyEdits`).toBeGreaterThanOrEqual(from)
    text += source.slice(from, start) + replacement
    from = end
  }
  return text + source.slice(from)
}

test.each([
  '發(fā)布機(jī)構(gòu): 標(biāo)題',
  '規(guī)範(fàn)性檔(dàng)案 3 件',
  '[bookmark: _GoBack]組織領(lǐng)導(dǎo)，隨著公開',
  '聯(lián)繫(xì)人：陳國(guó)棟，手機(jī)：13800001234',
  '聯繫人陳國棟13800001234',
  '⼀、總體情況',
])('the log of %j replays to the repaired text', (source) => {
  const piece = redact(repairText(toPiece(source, 0)))
  expect(replay(source, piece)).toBe(piece.text)
})

test('a redacted name stands in no repair', () => {
  const { text, repairs } = redact(repairText(toPiece('聯繫人：陳國棟，手機：13800001234', 0)))
  const published = [text, ...repairs.map((repair) => repair.replacement)].join('|')
  expect(published).not.toMatch(/[陈陳]|国栋|國棟|13800001234/)
})
