import type { Line, Section } from '@gongkai/schema'

/** Wordings of the six section headings, without numeral. */
const headings: readonly RegExp[] = [
  /^(?:政府信息公开|工作)?(?:工作)?(?:总体|基本|开展|推进)*(?:工作)?(?:总体|基本|开展|推进)(?:工作)?(?:情况|概况)$|^(?:工作)?概述$|^引言$|^主要工作概述$/,
  /^(?:行政机关)?主动公开政府信息的?情况$/,
  /^(?:行政机关)?收到和处理政府信息公开申请的?情况$/,
  /^(?:因)?政府信息公开.{0,12}行政.{0,2}复议.{0,6}行政诉讼的?情况$/,
  /^(?:政府信息公开工作)?(?:中)?存在的?主要问题(?:及|和|与)改进(?:情况|措施)$|^存在的?问题(?:及|和|与)改进(?:情况|措施)$/,
  /^(?:其他需要报告的?(?:其他)?事项|需要报告的其他事项)$/,
]

const numeral =
  /^\s*(?:第?[一二三四五六七八九十]{1,2}(?:部分)?|\d{1,2}|[IVX]{1,4}|[㈠-㈩]|[(（][一二三四五六七\d][)）])\s*[、.．,，:：]?\s*/u

/** Number of the section that a line opens, if it is a heading. */
export function findHeading(text: string): number | undefined {
  if (text.length > 45) return undefined
  const bare = text.replace(numeral, '').replace(/[\s:：。]/g, '')
  const found = headings.findIndex((heading) => heading.test(bare))
  return found < 0 ? undefined : found + 1
}

/**
 * Lines at which the six sections open. Headings that repeat inside section one are passed over:
 * of several candidates the one counts that keeps the order, the last for the sections with tables.
 */
export function findSectionStarts(lines: readonly Pick<Line, 'line' | 'kind' | 'text'>[]): ReadonlyMap<number, number> {
  const candidates = lines.flatMap(({ line, kind, text }) => {
    const number = kind === 'table_row' ? undefined : findHeading(text)
    return number === undefined ? [] : [{ line, number }]
  })
  const starts = new Map<number, number>()
  const firstLast = candidates.findLast((candidate) => candidate.number === 2)?.line
  let from = 0
  for (let number = 1; number <= 6; number++) {
    const own = candidates.filter((candidate) => candidate.number === number && candidate.line > from)
    const chosen =
      number === 1
        ? own.find((one) => firstLast === undefined || one.line < firstLast)
        : number === 2
          ? own.at(-1)
          : own[0]
    if (!chosen) continue
    starts.set(number, chosen.line)
    from = chosen.line
  }
  return starts
}

/** Section of every line, null before the first heading. */
export function sectionOf(starts: ReadonlyMap<number, number>): (line: number) => number | null {
  const ordered = [...starts].sort((a, b) => b[1] - a[1])
  return (line) => ordered.find(([, start]) => line >= start)?.[0] ?? null
}

/** Text of each section: its lines without headings, titles and signatures. */
export function toSections(lines: readonly Line[], starts: ReadonlyMap<number, number>): readonly Section[] {
  return [...starts].map(([number, firstLine]) => {
    const own = lines.filter((line) => line.section === number)
    return {
      number,
      heading: lines.find((line) => line.line === firstLine)?.text ?? '',
      firstLine,
      text: own
        .filter((line) => line.line !== firstLine && (line.kind === 'paragraph' || line.kind === 'table_row'))
        .map((line) => line.text)
        .join('\n'),
    }
  })
}
