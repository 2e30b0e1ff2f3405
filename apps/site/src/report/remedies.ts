import { type Label, proposalCauses, proposalKinds } from '@gongkai/schema'
import type { CellRow, ProposalRow } from '../data/rows.ts'
import { toAlternatives, type Verdict } from './verdict.ts'

type Cells = ReadonlyMap<string, CellRow>

/** Ways to restore the same sums: each way is a set of changes, and nothing tells which of them is right. */
export interface Remedy {
  readonly ways: readonly (readonly ProposalRow[])[]
  /** What the ways would do, how many there are, and the likelier cause. */
  readonly text: Label
}

function describeOutcome(restored: number, failing: number): Label {
  if (restored === failing) return { zh: '不符的勾稽关系即全部成立', en: 'every failing sum holds' }
  return {
    zh: `不符的 ${failing} 项勾稽关系中有 ${restored} 项成立`,
    en: `${restored} of the ${failing} failing sums ${restored === 1 ? 'holds' : 'hold'}`,
  }
}

function describeWays(count: number, outcome: Label): Label {
  if (count === 1)
    return {
      zh: `作如下改动，${outcome.zh}；只有这一种改法。`,
      en: `With this change ${outcome.en}; it is the only way.`,
    }
  return {
    zh: `下列改法任取其一，${outcome.zh}；共有 ${count} 种，仅凭勾稽关系不能判定是哪一种。`,
    en: `With any one of these changes ${outcome.en}; there are ${count}, and the sums cannot tell which is right.`,
  }
}

/** What speaks for the first way, where it is a total among its parts. */
function describeRank(ways: Remedy['ways']): readonly Label[] {
  if (!ways.some(([first]) => first?.set_rank === 2)) return []
  return [
    {
      zh: '总计由各分项相加得出，宜先核对总计。',
      en: 'A total is added up from its parts, so check the total first.',
    },
  ]
}

/** A number of a grid that was read cell by cell is the agency's: that is known, and no guess. */
const asPrinted: Label = {
  zh: '表格逐格读取，这是报告印出的数字',
  en: 'The grid was read cell by cell: it is the agency’s figure',
}

/** Who is at fault, as far as it is known. */
function describeFault({ key, cause }: ProposalRow, cells: Cells): Label {
  return cause === 'agency' && cells.get(key)?.reader === 'grid' ? asPrinted : proposalCauses[cause]
}

function describeCause(row: ProposalRow, cells: Cells): Label {
  const { kind } = row
  // That one or two cells change is seen from the cells.
  const kinds = kind === 'cells' ? [] : [proposalKinds[kind]]
  const parts: readonly Label[] = [...kinds, describeFault(row, cells)]
  return { zh: `${parts.map(({ zh }) => zh).join('，')}。`, en: parts.map(({ en }) => `${en}.`).join(' ') }
}

/** Ways found, those that are not listed included: each rank counts its own. */
function countWays(ways: Remedy['ways']): number {
  const ofRank = new Map(ways.flatMap(([first]) => (first ? [[first.set_rank, first.sets] as const] : [])))
  return Math.max(
    ways.length,
    [...ofRank.values()].reduce((sum, sets) => sum + sets, 0),
  )
}

function toRemedy(first: ProposalRow, ways: Remedy['ways'], failing: number, cells: Cells): Remedy {
  const outcome = describeOutcome(first.edits_restored?.length ?? 0, failing)
  const said = [describeWays(countWays(ways), outcome), ...describeRank(ways), describeCause(first, cells)]
  return { ways, text: { zh: said.map(({ zh }) => zh).join(''), en: said.map(({ en }) => en).join(' ') } }
}

/** Joins the proposals that restore the same sums. */
export function toRemedies(
  { proposals, failures }: Pick<Verdict, 'proposals' | 'failures'>,
  cells: Cells,
): readonly Remedy[] {
  return toAlternatives({ proposals }).flatMap((ways) => {
    const first = ways[0]?.[0]
    return first ? [toRemedy(first, ways, failures.length, cells)] : []
  })
}
