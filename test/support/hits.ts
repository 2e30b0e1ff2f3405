import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { toPercent } from '../../apps/site/src/words/format.ts'
import { toGrouped } from './compared.ts'
import { type Facts, idOf, type Row, totalOf } from './facts.ts'

/** What a hit says of its place: in Chinese from the province down, in English from the smallest division up. */
function toPlace(report: Row, regions: readonly Row[], isEn: boolean): string {
  const names = ['province', 'prefecture', 'county', 'zone'].map((key) => report[key]).filter((name) => name !== null)
  const places = [...new Set(names.map(String))]
  if (!isEn) return places.join(' ')
  const chain: Row[] = []
  const find = (code: unknown) => regions.find((row) => row['region_code'] === code)
  for (let row = find(report['region_code']); row; row = find(row['parent_code'])) chain.push(row)
  const zones = places.filter((place) => !chain.some((row) => row['name'] === place))
  return [...zones.toReversed(), ...chain.map((row) => String(row['name_en'] ?? row['name']))].join(', ')
}

/** What a hit says of its requests: numbers as published, a share of thirty results and more. */
function toNumberWords(facts: Facts, id: string, isEn: boolean): readonly string[] {
  const own = facts.outcomes.filter((row) => idOf(row) === id)
  const countOf = (group: string) => own.find((row) => row['group_id'] === group)?.['request_count'] ?? null
  const [granted, part, refused] = ['granted', 'granted_in_part', 'refused'].map(countOf)
  const results = Number(own[0]?.['results_sum'] ?? 0)
  const received = totalOf(facts, id, 'new_received')
  const tell = (count: number, measure: string) =>
    results >= 30 ? toPercent(count / results) : `${toGrouped(count)}${measure}`
  const words: string[] = []
  if (typeof received === 'number')
    words.push(isEn ? `new requests: ${toGrouped(received)}` : `新收 ${toGrouped(received)} 件`)
  if (results > 0 && typeof granted === 'number' && typeof part === 'number')
    words.push(
      isEn
        ? `granted in full or in part: ${tell(granted + part, '')} of ${toGrouped(results)}`
        : `公开或部分公开 ${tell(granted + part, ' 件')}（办结 ${toGrouped(results)} 件）`,
    )
  if (results > 0 && typeof refused === 'number' && refused > 0)
    words.push(isEn ? `refused: ${tell(refused, '')}` : `不予公开 ${tell(refused, ' 件')}`)
  return words
}

/** Each hit that names its agency says its place and its numbers. @returns how many there are */
export async function expectHits(page: Page, facts: Facts, regions: readonly Row[], isEn: boolean): Promise<number> {
  const hits = await page.locator('.hit:not(.same)').evaluateAll((items) =>
    items.map((item) => ({
      id: decodeURIComponent(item.querySelector('h3 a')?.getAttribute('href')?.split('/').at(-2) ?? ''),
      said: [...item.querySelectorAll('.facts:first-of-type > span')].map((span) => span.textContent ?? ''),
    })),
  )
  for (const { id, said } of hits) {
    const report = facts.reports.find((row) => idOf(row) === id)
    if (!report) throw new Error(`Cannot check the hit "${id}": the dataset has no such report`)
    const place = toPlace(report, regions, isEn)
    const isMeant = (text: string) => !/^(?:dated|日期|Sums|勾稽关系)/.test(text)
    expect(said.filter(isMeant), id).toEqual([...(place === '' ? [] : [place]), ...toNumberWords(facts, id, isEn)])
  }
  return hits.length
}
