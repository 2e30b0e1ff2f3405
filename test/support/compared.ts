import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { toPercent } from '../../apps/site/src/words/format.ts'
import { type Facts, idOf } from './facts.ts'

/** A number as pages print it. */
export const toGrouped = (value: number) => value.toLocaleString('en-US')

/** A difference with its sign. */
export const toSigned = (value: number) => `${value > 0 ? '+' : value < 0 ? '−' : ''}${toGrouped(Math.abs(value))}`

/** What stands in a cell of a comparison: the number as published, marked where a sum of it fails, or no number at all. */
function toCellText(facts: Facts, id: string, key: string): RegExp {
  const cell = facts.cells.get(`${id} ${key}`)
  const doubt = facts.doubts.get(id)?.has(key) ? ' (?:存疑|in doubt)' : ''
  // Words and no number; never a 0.
  if (cell?.['state'] !== 'value') return /^(?![\d.,−-]+$)./s
  const value = toGrouped(Number(cell['value'])).replaceAll('.', '\\.')
  return new RegExp(`^${value}${doubt}$`)
}

function toDifferenceText(facts: Facts, id: string, first: string, key: string): string | RegExp {
  const [own, from] = [id, first].map((one) => facts.cells.get(`${one} ${key}`))
  if (own?.['state'] !== 'value' || from?.['state'] !== 'value') return /^(?:不可比|not comparable)$/
  return toSigned(Math.round((Number(own['value']) - Number(from['value'])) * 1e6) / 1e6)
}

/** Reports that stand side by side. */
export const idsOf = (page: Page) =>
  page
    .locator('compare-page table.compare thead a')
    .evaluateAll((links) => links.map((link) => (link.getAttribute('href') ?? '').split('/').at(-2) ?? ''))

/** Every number of the comparison is the cell of its report, and every difference that of the numbers. */
export async function expectCompared(page: Page, facts: Facts): Promise<void> {
  const ids = await idsOf(page)
  const [first = ''] = ids
  const rows = await page.locator('compare-page tr[data-key]').evaluateAll((found) =>
    found.map((row) => ({
      key: (row as HTMLElement).dataset['key'] ?? '',
      cells: [...row.querySelectorAll('td:not(.bar)')].map((cell) => (cell as HTMLElement).innerText.trim()),
    })),
  )
  const lines = rows.filter(({ key }) => key.includes('.'))
  expect(lines.length).toBeGreaterThan(10)
  for (const { key, cells } of lines) {
    const expected = ids.flatMap((id, i) => [
      toCellText(facts, id, key),
      ...(i > 0 ? [toDifferenceText(facts, id, first, key)] : []),
    ])
    for (const [i, text] of expected.entries()) expect(cells[i], `${key} ${i}`).toMatch(text)
  }
  expectShares(
    facts,
    ids,
    rows.filter(({ key }) => !key.includes('.')),
  )
}

/** The groups of results are those of the table `outcomes`: no share where it gives none. */
function expectShares(
  facts: Facts,
  ids: readonly string[],
  rows: readonly { key: string; cells: readonly string[] }[],
): void {
  expect(rows.length).toBe(6)
  for (const { key, cells } of rows) {
    const own = ids.map((id) => facts.outcomes.find((row) => idOf(row) === id && row['group_id'] === key))
    for (const [i, row] of own.entries()) {
      const text = cells[i === 0 ? 0 : 2 * i - 1] ?? ''
      if (row?.['share'] == null) expect(text).not.toContain('%')
      else expect(text).toContain(toPercent(Number(row['share'])))
      if (row?.['request_count'] != null) expect(text).toContain(toGrouped(Number(row['request_count'])))
    }
  }
}
