/** Writes the DOCX documents of the test corpus, and pages that no hand could write: the same bytes on every run, from invented reports. */
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
  ['docx-numbers-struck-out-before-others', 'docx-struck-out', '临泽县财政局', 42],
  ['docx-raised-marks-of-notes', 'docx-raised-marks', '肃南县水务局', 44],
  ['docx-hidden-by-styles-and-colour', 'docx-hidden-by-style', '金塔县教育局', 45],
  ['docx-formulas-symbols-and-lists', 'docx-formulas-and-symbols', '瓜州县司法局', 47],
  ['docx-pictures-in-place-of-numbers', 'docx-pictures-of-numbers', '敦煌市民政局', 48],
  ['docx-placeholders-of-controls', 'docx-placeholders', '玉门市审计局', 50],
  ['docx-hidden-rows', 'docx-hidden-rows', '阿克塞县统计局', 51],
  ['docx-rows-that-end-before-the-grid', 'docx-short-rows', '肃北县商务局', 53],
  ['docx-behind-other-bytes', 'docx-behind-other-bytes', '永昌县信访局', 54],
  ['html-numbers-struck-out-before-others', 'html-struck-out', '甘州区财政局', 56],
  ['html-raised-marks-of-notes', 'html-raised-marks', '凉州区水务局', 57],
  ['html-hidden-by-many-selectors', 'html-hidden-by-selectors', '崆峒区教育局', 59],
  ['html-pictures-in-place-of-numbers', 'html-pictures-of-numbers', '泾川县司法局', 60],
  ['html-numbers-in-fields-and-lists', 'html-fields-and-lists', '灵台县民政局', 62],
  ['html-foot-before-the-body', 'table-foot-first', '崇信县审计局', 63],
  ['html-headings-as-captions', 'table-captions', '华亭市统计局', 65],
  ['html-tables-for-readers-without-scripts', 'tables-for-readers-without-scripts', '庄浪县商务局', 66],
  ['html-declarative-shadow-root', 'declarative-shadow-root', '静宁县信访局', 68],
  ['html-one-bad-byte', 'one-bad-byte', '西峰区应急管理局', 69],
  ['html-zero-byte', 'zero-byte', '庆城县医疗保障局', 71],
  ['html-utf-8-encoded-twice', 'utf-8-encoded-twice', '环县交通运输局', 72],
  ['html-page-saved-in-one-file', 'page-saved-in-base64', '华池县农业农村局', 74],
  ['html-page-saved-and-its-head-lost', 'page-quoted-without-a-head', '合水县卫生健康局', 75],
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

/** The same archive without the time at which it was made, and what stands in front of it. */
function withoutClock(archive: Uint8Array): Uint8Array {
  const start = archive.indexOf('P'.charCodeAt(0))
  const packed = zipSync(unzipSync(archive.slice(start)), { mtime: new Date(2020, 0, 1) })
  return Uint8Array.from([...archive.slice(0, start), ...packed])
}

for (const [folder, id, agency, seed] of documents) {
  const { truth: found, random } = findFull(seed)
  const layout = find(id)
  const made = { ...found, agency }
  const truth = layout.adapt?.(made, random) ?? made
  const target = new URL(`../test/corpus/${folder}/`, import.meta.url)
  mkdirSync(target, { recursive: true })
  const rendered = layout.render(toStory(truth), random)
  writeFileSync(
    new URL(`source.${layout.format}`, target),
    layout.format === 'docx' ? withoutClock(rendered) : rendered,
  )
}
console.log(`${documents.length} documents`)
