import type { Cell, Form, Proposal } from '@gongkai/schema'
import type { IssueNote } from '../types.ts'
import type { Doubts } from './doubts.ts'
import type { FilledForm } from './filled-form.ts'
import { locate } from './locate.ts'
import { causeOf, type SourceText } from './proposal-cause.ts'
import { toProposalText } from './proposal-sentences.ts'
import { type ChangeSet, type RankedSet, toRanked } from './rank.ts'
import { findRowReadings, findSwappedRows } from './row-readings.ts'
import { type Equation, isPresumedKept, type System, toPuzzles, toSystem } from './system.ts'

/** Sets that are listed of those found for one puzzle. */
const mostListed = 12

/** The source beside the cells, and what reading left open of them. */
export interface ReadSource extends SourceText {
  readonly doubts: Doubts
}

/** Proposals for the failing sum edits of a form, and an issue where no one or two cells explain them. */
export interface Located {
  readonly proposals: readonly Proposal[]
  readonly issues: readonly IssueNote[]
}

/**
 * What would restore the failing sum edits of a form: one cell, else the sets of two cells, or a row read in another
 * alignment. Values are never changed; an edit that was used for reading counts neither as failing nor as holding.
 *
 * @param openEdits ids of the edits that are not assessed
 * @param from number of the last set proposed so far
 */
export function propose(filled: FilledForm, openEdits: ReadonlySet<string>, source: ReadSource, from: number): Located {
  const { form, cells } = filled
  const { isDoubted } = source.doubts
  const system = toSystem(filled, openEdits)
  const puzzles = toPuzzles(system)
  if (puzzles.length === 0) return { proposals: [], issues: [] }
  const proposals: Proposal[] = []
  const issues: IssueNote[] = []
  let setNo = from
  for (const { failing, sets } of solve(form, puzzles, system)) {
    const hasDoubt = failing.some(({ signs }) => signs.keys().some(isDoubted))
    if (sets.length === 0) issues.push(noteSeveral(form, hasDoubt))
    for (const ranked of toRanked(sets, failing).slice(0, mostListed)) {
      setNo++
      proposals.push(...toProposals(ranked, { form, setNo, failing, cells, source, hasDoubt }))
    }
  }
  return { proposals, issues }
}

const noteSeveral = ({ id }: Form, hasDoubt: boolean): IssueNote => ({
  code: 'errors_several',
  severity: 'warning',
  key: id,
  ...(hasDoubt ? { detail: inDoubt } : {}),
})

const inDoubt = {
  zh: '其中有单元格读取存疑，不能断定是报告有误',
  en: 'the reading of some of their cells is in doubt, so that the report need not be wrong',
}

interface Solved {
  readonly failing: readonly Equation[]
  readonly sets: readonly ChangeSet[]
}

/** A row in another alignment is one fault, so it comes before two cells that are wrong by themselves. */
function solve(form: Form, puzzles: readonly (readonly Equation[])[], system: System): readonly Solved[] {
  const rows = likeliest(preferFilling(findRowReadings(form, puzzles.flat(), system), system), system)
  if (rows.length > 0 && puzzles.length > 1) return [{ failing: puzzles.flat(), sets: rows }]
  return puzzles.map((failing) => {
    const cells = locate(failing, system).map((changes): ChangeSet => ({ kind: 'cells', shift: 0, changes }))
    const rivals = rows.length > 0 ? cells.filter((set) => set.changes.size === 1) : cells
    const sets = [...rows, ...rivals]
    return { failing, sets: likeliest(sets.length > 0 ? sets : findSwappedRows(form, failing, system), system) }
  })
}

/** A reading that says what belongs into an empty cell explains more than one that leaves it empty. */
function preferFilling(sets: readonly ChangeSet[], { numberAt }: System): readonly ChangeSet[] {
  const filling = sets.filter(({ changes }) => [...changes.keys()].some((key) => numberAt(key) === null))
  return filling.length > 0 ? filling : sets
}

/** Leaves out what would break an edit that holds with blanks as 0, as long as something is left. */
function likeliest(sets: readonly ChangeSet[], system: System): readonly ChangeSet[] {
  const kept = sets.filter((set) => isPresumedKept(set.changes, system))
  return kept.length > 0 ? kept : sets
}

interface Context {
  readonly form: Form
  readonly setNo: number
  readonly failing: readonly Equation[]
  readonly cells: readonly Cell[]
  readonly source: ReadSource
  /** Whether reading is in doubt of a cell of the failing edits. */
  readonly hasDoubt: boolean
}

function toProposals(
  ranked: RankedSet,
  { form, setNo, failing, cells, source, hasDoubt }: Context,
): readonly Proposal[] {
  const { set, rank, sets } = ranked
  const changed = cells.filter((cell) => set.changes.has(cell.key))
  const isDoubted = hasDoubt || changed.some(({ key }) => source.doubts.isDoubted(key))
  return changed.map((cell) => {
    const proposedValue = set.changes.get(cell.key) ?? 0
    const words = toProposalText(cell, ranked, { form, changed, listed: mostListed, editCount: failing.length })
    return {
      setNo,
      setRank: rank,
      sets,
      key: cell.key,
      printedValue: cell.value,
      proposedValue,
      kind: set.kind,
      cause: causeOf(cell, proposedValue, { ...source, kind: set.kind, isDoubted }),
      editsRestored: failing.map((equation) => equation.id),
      messageZh: words.zh,
      messageEn: words.en,
    }
  })
}
