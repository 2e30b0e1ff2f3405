import { isSum, type Part, sayFacts, sayReport, showReport } from '@gongkai/extract/browser'
import {
  type DocumentEntry,
  declaredForms,
  type Finding,
  type LedgerEntry,
  type Proposal,
  type Report,
  toBalanceEdits,
  toSumsOutcome,
} from '@gongkai/schema'
import { stateWords } from '../words/cell-states.ts'
import { checkWords } from '../words/check.ts'
import type { Locale } from '../words/locale.ts'
import { tableNumbers } from '../words/table-numbers.ts'
import { toCarriedView } from './carried.ts'
import { toCellName } from './cell-names.ts'
import type { DraftView, ProposalView, ReportView, TallyView } from './draft-view.ts'
import { toOtherChecks } from './other-checks.ts'
import { toRefusal } from './refusal.ts'
import { toTables } from './tables.ts'

/** What a page shows of a document that was read. */
export function toDraftView({ document, reports }: LedgerEntry, locale: Locale): DraftView {
  const base = { name: document.path, reader: document.reader }
  if (reports.length > 0) return { ...base, reports: reports.map((report) => toReportView(document, report, locale)) }
  return { ...base, refusal: toRefusal(document, locale), reports: [] }
}

function toReportView(document: DocumentEntry, report: Report, locale: Locale): ReportView {
  const sums = report.findings.filter(isSum)
  const failing = sums.filter(({ status }) => status === 'fail')
  const parts = sayReport(report, locale)
  return {
    mark: toMark(report, sums, failing.length),
    facts: sayFacts(report, locale).map(([name, value]) => ({ name, value: value || checkWords[locale].unknown })),
    parts,
    failures: failing.map((finding) => ({
      checkId: finding.checkId,
      text: locale === 'zh' ? finding.messageZh : finding.messageEn,
      left: finding.leftValue,
      right: finding.rightValue,
      difference: finding.difference,
    })),
    others: toOtherChecks(report, locale),
    proposals: toProposals(report.proposals, parts, locale),
    tally: toTally(sums, locale),
    states: toStates(report, locale),
    tables: toTables(
      report,
      { doubtful: new Set(failing.flatMap(({ cells }) => cells)), proposed: toOnlyChanges(report.proposals) },
      locale,
    ),
    carried: toCarriedView(report, locale),
    text: showReport(document, report, locale),
  }
}

/** Sums over zeros alone prove nothing, and those that were not assessed prove less. */
function toMark({ evidence }: Report, sums: readonly Finding[], failed: number): ReportView['mark'] {
  const assessed = sums.filter(({ status }) => status !== 'not_assessable').length
  const outcome = toSumsOutcome({ declared: sums.length, assessed, failed })
  if (outcome === 'fail') return 'bad'
  return outcome === 'hold' && evidence.requests === 'arithmetic' ? 'good' : 'none'
}

const toSets = (proposals: readonly Proposal[]) => [...Map.groupBy(proposals, ({ setNo }) => setNo).values()]

/** Cells with the value that would restore sums, where only one set of changes does. */
function toOnlyChanges(proposals: readonly Proposal[]): ReadonlyMap<string, number> {
  const rivals = Map.groupBy(toSets(proposals), ([first]) => first?.editsRestored.join(' ') ?? '')
  const only = [...rivals.values()].flatMap((sets) => (sets.length === 1 ? sets : []))
  return new Map(only.flat().map(({ key, proposedValue }) => [key, proposedValue]))
}

function toProposals(proposals: readonly Proposal[], parts: readonly Part[], locale: Locale): readonly ProposalView[] {
  const said = parts.find(({ id }) => id === 'proposals')?.sentences ?? []
  return toSets(proposals).map((set, i) => ({
    text: [said[i]?.text, ...(said[i]?.under ?? [])].join('\n'),
    cells: set.map(({ key, printedValue, proposedValue }) => ({
      key,
      name: toCellName(key, locale).join(' '),
      printed: printedValue === null ? stateWords.blank.mark[locale] : String(printedValue),
      proposed: String(proposedValue),
    })),
  }))
}

const rules = new Map(
  declaredForms.flatMap((form) => toBalanceEdits(form).map(({ id, label }) => [id, { formId: form.id, label }])),
)

function toTally(sums: readonly Finding[], locale: Locale): readonly TallyView[] {
  const toName = ({ checkId }: Finding) => {
    const rule = rules.get(checkId)
    if (!rule) return checkId
    return locale === 'zh' ? `${tableNumbers[rule.formId]}：${rule.label.zh}` : rule.label.en
  }
  return [...Map.groupBy(sums, toName)].map(([name, own]) => ({
    name,
    held: own.filter(({ status }) => status === 'pass').length,
    failed: own.filter(({ status }) => status === 'fail').length,
    open: own.filter(({ status }) => status === 'not_assessable').length,
  }))
}

function toStates({ cells }: Report, locale: Locale): ReportView['states'] {
  const counts = Map.groupBy(cells, ({ state }) => state)
  return [...counts].map(([state, own]) => ({ name: stateWords[state].name[locale], count: own.length }))
}
