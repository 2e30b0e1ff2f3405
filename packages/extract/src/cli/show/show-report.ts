import { type DocumentEntry, type Finding, type Label, proposalCauses, type Report, repairKinds } from '@gongkai/schema'
import { fill } from '../../text/fill-text.ts'
import { wrap } from './columns.ts'
import { type Language, inspectWords as words } from './inspect-sentences.ts'
import { toPrintable, toShownText } from './printable.ts'
import { showIssues } from './show-issues.ts'
import { showTables } from './show-tables.ts'

/** Columns of the terminal that the report is written for. */
const terminalWidth = 80

type Values = Parameters<typeof fill>[1]

/** The report as text for a terminal: who and when, verdict, what fails and what would restore it, then the tables as read. */
export function showReport(document: DocumentEntry, report: Report, language: Language): string {
  const say = (label: Label, values: Values = {}): string => fill(label, values)[language]
  const parts: readonly (readonly [Label, readonly string[]])[] = [
    [words.verdict, showVerdict(report, say)],
    [words.sums, toFailed(report, isSum).map((finding) => toLine('✗', finding, language))],
    [words.proposals, showProposals(report, language, say)],
    [words.checks, toFailed(report, isOtherCheck).map((finding) => toLine('!', finding, language))],
    [words.claims, showClaims(report, language, say)],
    [words.issues, showIssues(report.issues, language)],
    [words.repairs, [showRepairs(report, language, say)]],
  ]
  const lines = [
    ...showFacts(document, report, language),
    ...parts.filter(([, said]) => said.length > 0).flatMap(([head, said]) => ['', `【${head[language]}】`, ...said]),
  ]
  const wrapped = lines.flatMap((line) =>
    line === '' ? [''] : wrap(toPrintable(line), terminalWidth, /^(?:[✗!·] | )/.test(line) ? 4 : 0),
  )
  return [...wrapped, ...showTables(report, language)].join('\n')
}

type Say = (label: Label, values?: Values) => string

function showFacts(document: DocumentEntry, { identity }: Report, language: Language): readonly string[] {
  const place = [identity.province, identity.prefecture, identity.county, identity.zone].filter(Boolean).join(' ')
  const candidates = identity.regionCandidates.join(' ')
  const facts: readonly (readonly [Label, string | number | null])[] = [
    [words.file, `${toShownText(document.path)} (${document.reader ?? ''})`],
    [words.title, identity.title],
    [words.agency, identity.agencyName],
    [words.year, identity.year],
    [
      words.region,
      identity.regionCode ? `${identity.regionCode} ${place}` : candidates && `${words.several[language]}${candidates}`,
    ],
    [words.published, identity.publishedOn],
    [words.signed, identity.signedOn],
  ]
  const colon = language === 'zh' ? '：' : ': '
  return facts.map(([name, value]) => `${name[language]}${colon}${value || words.unknown[language]}`)
}

const isSum = ({ checkId }: Finding): boolean => /^T3\.(?:BALANCE|RESULTS|APPLICANTS)\.|^T4\.TOTAL\./.test(checkId)
const isOtherCheck = (finding: Finding): boolean => !isSum(finding) && !finding.checkId.startsWith('N.CLAIM')

const toFailed = ({ findings }: Report, isMeant: (finding: Finding) => boolean): readonly Finding[] =>
  findings.filter((finding) => finding.status === 'fail' && isMeant(finding))

const toMessage = (said: { readonly messageZh: string; readonly messageEn: string }, language: Language): string =>
  language === 'zh' ? said.messageZh : said.messageEn

const toLine = (mark: string, finding: Finding, language: Language): string =>
  `${mark} ${toMessage(finding, language)} [${finding.checkId}]`

function showVerdict({ findings, evidence, blankMeansZero }: Report, say: Say): readonly string[] {
  const sums = findings.filter(isSum)
  const failed = sums.filter((finding) => finding.status === 'fail').length
  const open = sums.filter((finding) => finding.status === 'not_assessable').length
  const assessed = sums.length - open
  const backing = evidence.requests ?? evidence.proceedings ?? 'none'
  const passing = { arithmetic: words.balanced, structural: words.structural, none: words.unproved }[backing]
  const verdict = assessed === 0 ? words.unassessed : failed > 0 ? words.failing : passing
  return [
    say(verdict, { assessed, failed }),
    ...(open > 0 ? [say(words.notAssessable, { count: open })] : []),
    ...(blankMeansZero ? [say(words.blankIsZero)] : []),
  ]
}

function showProposals({ proposals }: Report, language: Language, say: Say): readonly string[] {
  const sets = Map.groupBy(proposals, (proposal) => proposal.setNo)
  return [...sets].flatMap(([no, set]) => {
    const [first] = set
    if (!first) return []
    const cause = proposalCauses[first.cause]
    // the cells of a set of kind `cells` all say the same; those of a row each say where they would stand
    const said = first.kind === 'cells' ? [first] : set
    const head = say(words.alternatives, { no, cause })
    return [head, ...said.map((proposal) => `  ${toMessage(proposal, language)}`)]
  })
}

function showClaims({ claims }: Report, language: Language, say: Say): readonly string[] {
  const compared = claims.filter((claim) => claim.status === 'agree' || claim.status === 'differ')
  const differing = claims.filter((claim) => claim.status === 'differ')
  if (compared.length === 0) return []
  return [
    say(words.claimCounts, { compared: compared.length, differing: differing.length }),
    ...differing.map((claim) => `! ${toMessage(claim, language)} [${say(words.line, { line: claim.line })}]`),
  ]
}

function showRepairs({ repairs }: Report, language: Language, say: Say): string {
  const kinds = [...Map.groupBy(repairs, (repair) => repair.kind)]
  if (kinds.length === 0) return words.none[language]
  const said = kinds.map(([kind, all]) => say(words.times, { kind: repairKinds[kind], count: all.length }))
  return said.join(language === 'zh' ? '，' : ', ')
}
