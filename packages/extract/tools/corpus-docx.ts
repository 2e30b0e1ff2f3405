/** Writes the DOCX documents of the test corpus: the same bytes on every run, from invented reports. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { unzipSync, zipSync } from 'fflate'
import type { Layout } from '../test/generate/layout.ts'
import { layouts } from '../test/generate/layouts.ts'
import { type Random, toRandom } from '../test/generate/random.ts'
import { toStory } from '../test/generate/story.ts'
import { type Truth, toTruth } from '../test/generate/truth.ts'

/** Folder below test/corpus, layout that shows the trouble, agency, seed from which the numbers are looked for. */
const documents: readonly (readonly [string, string, string, number])[] = [
  ['docx-cells-merged-both-ways', 'docx-merged', '甘谷县财政局', 3],
  ['docx-cells-merged-sideways-in-the-old-way', 'docx-h-merge', '秦安县水务局', 5],
  ['docx-table-inside-a-table', 'docx-nested', '清水县教育局', 8],
  ['docx-table-split-with-repeated-head', 'docx-split', '武山县司法局', 9],
  ['docx-headings-numbered-by-word', 'docx-numbered-headings', '漳县林业和草原局', 11],
  ['docx-rows-numbered-by-word', 'docx-numbered-rows', '渭源县民政局', 12],
  ['docx-text-box-stored-twice', 'docx-text-boxes', '岷县审计局', 14],
  ['docx-content-controls-around-runs', 'docx-run-controls', '陇西县统计局', 17],
  ['docx-content-controls-around-rows', 'docx-row-controls', '临洮县商务局', 18],
  ['docx-content-controls-inside-cells', 'docx-cell-controls', '通渭县信访局', 20],
  ['docx-custom-xml-around-rows-and-cells', 'docx-custom-xml', '会宁县应急管理局', 21],
  ['docx-tracked-changes', 'docx-tracked', '靖远县医疗保障局', 24],
  ['docx-deleted-rows', 'docx-deleted-rows', '景泰县交通运输局', 26],
  ['docx-moved-text', 'docx-moved', '永登县农业农村局', 27],
  ['docx-hidden-runs', 'docx-hidden-runs', '皋兰县卫生健康局', 29],
  ['docx-notes-comments-headers-and-page-numbers', 'docx-notes', '榆中县文化和旅游局', 30],
  ['docx-fields-with-results', 'docx-fields', '古浪县发展和改革局', 33],
  ['docx-simple-fields', 'docx-simple-fields', '民勤县自然资源局', 35],
  ['docx-digits-in-separate-runs', 'docx-digits-in-runs', '肃州区科学技术局', 36],
  ['docx-strict-namespaces', 'docx-strict', '山丹县住房和城乡建设局', 38],
  ['docx-tables-pasted-as-tabs', 'docx-tabbed-paragraphs', '民乐县退役军人事务局', 39],
  ['docx-line-breaks-inside-cells', 'docx-cell-paragraphs', '高台县市场监督管理局', 41],
]

function find(id: string): Layout {
  const layout = layouts.find((one) => one.id === id)
  if (!layout) throw new RangeError(`No layout is called "${id}"`)
  return layout
}

/** The first report from a seed on that is full of numbers, so that a shifted cell shows. */
function findFull(seed: number): { readonly truth: Truth; readonly random: Random } {
  const random = toRandom(seed)
  const truth = toTruth(random)
  const counts = [...truth.prints.values()].filter((print) => print.value !== null && print.value > 0)
  return truth.profile === 'rich' && counts.length > 110 ? { truth, random } : findFull(seed + 100)
}

for (const [folder, id, agency, seed] of documents) {
  const { truth: found, random } = findFull(seed)
  const layout = find(id)
  const made = { ...found, agency }
  const truth = layout.adapt?.(made, random) ?? made
  const parts = unzipSync(layout.render(toStory(truth), random))
  const target = new URL(`../test/corpus/${folder}/`, import.meta.url)
  mkdirSync(target, { recursive: true })
  writeFileSync(new URL('source.docx', target), zipSync(parts, { mtime: new Date(2020, 0, 1) }))
}
console.log(`${documents.length} documents`)
