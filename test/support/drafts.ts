import { createHash } from 'node:crypto'
import { loadLookups } from '../../packages/extract/src/cli/run/load-lookups.ts'
import { extractDocument } from '../../packages/extract/src/index.ts'
import { layouts } from '../../packages/extract/test/generate/layouts.ts'
import { toRandom } from '../../packages/extract/test/generate/random.ts'
import { toStory } from '../../packages/extract/test/generate/story.ts'
import { type Truth, toPrint, toTruth } from '../../packages/extract/test/generate/truth.ts'
import { hostileArchives } from '../../packages/extract/test/hostile/archives.ts'
import { hostileTexts } from '../../packages/extract/test/hostile/texts.ts'
import type { LedgerEntry } from '../../packages/schema/src/index.ts'

/** A draft as an official might drop it. */
export interface Draft {
  readonly name: string
  readonly bytes: Uint8Array
}

const formats = ['docx', 'html', 'text'] as const
type Format = (typeof formats)[number]

/** Invents a report with some cells of 表三 changed. */
export function toDraft(format: Format, seed: number, errors: number): Draft {
  const random = toRandom(seed)
  const own = layouts.filter((layout) => layout.format === format)
  const layout = own[random.int(own.length)]
  if (!layout) throw new RangeError(`No layout writes "${format}"`)
  const made = toTruth(random)
  const truth = spoil(layout.adapt?.(made, random) ?? made, errors, seed)
  const extension = format === 'text' ? 'txt' : format
  return { name: `草稿 ${seed}（${errors}）.${extension}`, bytes: layout.render(toStory(truth), random) }
}

function spoil(truth: Truth, errors: number, seed: number): Truth {
  const random = toRandom(seed + 1)
  const keys = [...truth.prints.keys()].filter((key) => key.startsWith('requests.') && truth.prints.get(key)?.value)
  const prints = new Map(truth.prints)
  for (let i = 0; i < errors && keys.length > 0; i++) {
    const key = keys[random.int(keys.length)] ?? ''
    prints.set(key, toPrint((prints.get(key)?.value ?? 0) + 1 + random.int(9)))
  }
  return { ...truth, prints }
}

const hostilePage = `<!doctype html><title>2023年政府信息公开工作年度报告</title><img src="/stolen?x" onerror="document.title='x'">
<link rel="stylesheet" href="/stolen.css"><script>fetch('/stolen')</script>
<p>临溪县水务局<b onclick="x()">2023年</b>政府信息公开工作年度报告</p>`

/** Files that are no report, or mean harm. */
function toHostileDrafts(): readonly Draft[] {
  const good = toDraft('docx', 3, 0).bytes
  const files = [
    ...hostileArchives(good),
    ...hostileTexts(toDraft('text', 4, 0).bytes, toDraft('html', 5, 0).bytes),
  ].filter(({ bytes }) => bytes.length < 1_000_000)
  return [
    { name: '带脚本<img src=x onerror=alert(1)>.html', bytes: new TextEncoder().encode(hostilePage) },
    { name: '截断.docx', bytes: good.subarray(0, good.length / 2) },
    { name: '空.txt', bytes: new Uint8Array() },
    ...files.map(({ kind, bytes }, i) => ({ name: `${i} ${kind}`, bytes })),
  ]
}

/** So many drafts: clean ones, one and two errors, and every fourth of them hostile. */
export function toDrafts(count: number): readonly Draft[] {
  const hostile = toHostileDrafts()
  return Array.from({ length: count }, (_, i): Draft => {
    const one = hostile[Math.floor(i / 4) % hostile.length]
    if (i % 4 === 3 && one) return one
    return toDraft(formats[i % 3] ?? 'text', 100 + i, Math.floor(i / 3) % 3)
  })
}

const lookups = loadLookups()

/** What Node reads of a draft. */
export const readInNode = ({ name, bytes }: Draft): Promise<LedgerEntry> =>
  extractDocument(
    { path: name, bytes, sha256: createHash('sha256').update(bytes).digest('hex'), url: null, retrievedAt: null },
    lookups,
  )
