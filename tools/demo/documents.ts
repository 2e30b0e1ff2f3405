import type { Layout } from '../../packages/extract/test/generate/layout.ts'
import { layouts } from '../../packages/extract/test/generate/layouts.ts'
import { drawNegatives } from '../../packages/extract/test/generate/negatives.ts'
import { type Random, toRandom } from '../../packages/extract/test/generate/random.ts'
import { type Part, type Story, toStory } from '../../packages/extract/test/generate/story.ts'
import { keeping, type Print, type Truth } from '../../packages/extract/test/generate/truth.ts'
import { type Agency, drawAgencies } from './agencies.ts'
import { drawTruths } from './truths.ts'

/** A file of the invented corpus. */
export interface DemoFile {
  readonly name: string
  readonly bytes: Uint8Array
  /** Where it is said to come from, on a host that cannot be; null where the manifest says nothing. */
  readonly url: string | null
  readonly retrievedAt: string | null
}

const seed = 20_250_131
const endings = { html: 'html', docx: 'docx', text: 'txt' } as const satisfies Record<Layout['format'], string>
const plain = layouts.filter(({ id }) => ['table', 'word', 'header-cells', 'docx-merged', 'tab-rows'].includes(id))

const paragraph = (text: string): Part => ({ kind: 'paragraph', text })
const pickOf = <T>(list: readonly T[], random: Random): T => {
  const found = list[random.int(list.length)]
  if (found === undefined) throw new RangeError('Cannot pick: the list is empty')
  return found
}

const words: Print = { raw: '详见附件', state: 'not_applicable', value: null }

/** Some reports print words where a number belongs, or lack a table. */
function spoil(truth: Truth, random: Random): Truth {
  if (random.chance(0.06)) {
    const keys = [...truth.prints.keys()].filter(() => random.chance(0.03))
    return { ...truth, prints: new Map([...truth.prints, ...keys.map((key) => [key, words] as const)]) }
  }
  return random.chance(0.05) ? keeping(truth, (key) => key.startsWith('disclosure.')) : truth
}

/** Sentences with numbers: that agree, that differ, and that no cell of the tables can be held against. */
function toClaims(truth: Truth, { self }: Agency, random: Random): readonly Part[] {
  const total = (row: string) => truth.prints.get(`requests.${row}.total`)?.value
  const [received, done] = [total('new_received'), total('results_total')]
  if (received === undefined || received === null || done === undefined || done === null) return []
  const way = random.int(10)
  if (way < 4) return [paragraph(`${truth.year}年，${self}新收政府信息公开申请${received}件，办结${done}件。`)]
  if (way === 4) return [paragraph(`${truth.year}年，${self}新收政府信息公开申请${received + 2}件，办结${done}件。`)]
  if (way === 5) return [paragraph('按期答复申请3件，延期答复申请1件。')]
  return []
}

function toHead(year: number, random: Random): readonly Part[] {
  if (random.chance(0.2)) return []
  const [month, day] = [1 + random.int(random.chance(0.8) ? 1 : 5), 1 + random.int(28)]
  return [paragraph(`发布日期：${year + 1}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)]
}

/** The story without a word of its year, as some are published. */
function withoutYear(story: Story): Story {
  const parts = story.parts.filter((part) => part.kind === 'sheet' || !/\d{4}年/.test(part.text))
  return { ...story, title: '政府信息公开工作年度报告', parts }
}

/** The story without a date of publication or signature. */
function withoutDates(story: Story): Story {
  const isDate = (text: string) => /^(?:发布日期：|\d{4}年\d{1,2}月\d{1,2}日$)/.test(text)
  return { ...story, parts: story.parts.filter((part) => part.kind === 'sheet' || !isDate(part.text)) }
}

/** What a report does not say of itself. */
type Lack = 'year' | 'dates' | undefined

/** Of forty reports one says no year and one no date. */
const toLack = (index: number): Lack => (index % 40 === 19 ? 'year' : index % 40 === 39 ? 'dates' : undefined)

function tell(truth: Truth, agency: Agency, lack: Lack, random: Random): Story {
  const story = toStory(truth)
  const at = story.parts.findIndex((part) => part.kind === 'heading') + 1
  const claims = toClaims(truth, agency, random)
  const parts = [...story.parts.slice(0, at), ...claims, ...story.parts.slice(at)]
  const told = { ...story, parts: [...toHead(truth.year, random), ...parts] }
  if (lack === 'year') return withoutYear(told)
  return lack === 'dates' ? withoutDates(told) : told
}

function render(truth: Truth, agency: Agency, layout: Layout, lack: Lack, random: Random) {
  const adapted = layout.adapt?.(truth, random) ?? truth
  return layout.render(tell(adapted, agency, lack, random), random)
}

/**
 * The files of one agency: a report a year, and copies of some.
 *
 * @param before how many reports other agencies have before it
 */
function* drawFiles(agency: Agency, index: number, before: number, random: Random): Generator<DemoFile> {
  for (const [place, truth] of drawTruths(agency, random).entries()) {
    const lack = toLack(before + place)
    const layout = random.chance(0.6) ? pickOf(plain, random) : pickOf(layouts, random)
    const printed = spoil(truth, random)
    const bytes = render(printed, agency, layout, lack, random)
    const base = `${String(index + 1).padStart(4, '0')}-${truth.year}`
    const isKnown = random.chance(0.9)
    const url = isKnown ? `https://demo.invalid/${base}.${endings[layout.format]}` : null
    const source = { url, retrievedAt: isKnown ? `${truth.year + 1}-06-01` : null }
    yield { name: `${base}.${endings[layout.format]}`, bytes, ...source }
    if (random.chance(0.03)) yield { name: `${base}-same.${endings[layout.format]}`, bytes, ...source }
    if (random.chance(0.03)) {
      const other = pickOf(plain, random)
      yield {
        name: `${base}-copy.${endings[other.format]}`,
        bytes: render(truth, agency, other, lack, random),
        ...source,
      }
    }
  }
}

/** Files that are no report, as a harvest brings them along. */
function drawOthers(count: number): readonly DemoFile[] {
  const nowhere = { url: null, retrievedAt: null }
  const negatives = drawNegatives(count, seed).map(({ bytes }, index) => ({
    name: `other-${index + 1}.html`,
    bytes,
    ...nowhere,
  }))
  return [...negatives, { name: 'empty.html', bytes: new Uint8Array(), ...nowhere }]
}

/** Invents files with so many reports, copies and other files beside them; the same each time. */
export function drawDocuments(reportCount: number): readonly DemoFile[] {
  const random = toRandom(seed)
  const agencies = drawAgencies(reportCount, random)
  const countBefore = (index: number) => agencies.slice(0, index).reduce((sum, { years }) => sum + years.length, 0)
  const reports = agencies.flatMap((agency, index) => [...drawFiles(agency, index, countBefore(index), random)])
  return [...reports, ...drawOthers(Math.ceil(reportCount / 20))]
}
