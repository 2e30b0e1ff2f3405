import { type Finding, type Label, proposalCauses, type Report, repairKinds } from '@gongkai/schema'
import { fill } from '../text/fill-text.ts'
import { type Language, inspectWords as words } from './inspect-sentences.ts'
import { sayIssues } from './say-issues.ts'
import type { Part, Sentence } from './sentence.ts'

type Values = Parameters<typeof fill>[1]
type Say = (label: Label, values?: Values) => string

/**
 * What is said of a report, part after part: verdict, what fails and what would restore it, other checks, text against
 * tables, issues, repairs. A part about which there is nothing to say is left out.
 */
export function sayReport(report: Report, language: Language): readonly Part[] {
  const say: Say = (label, values = {}) => fill(label, values)[language]
  const parts: readonly (readonly [Part['id'], readonly Sentence[]])[] = [
    ['verdict', sayVerdict(report, say)],
    ['sums', toFailed(report, isSum).map((finding) => sayFinding('✗', finding, language))],
    ['proposals', sayProposals(report, language, say)],
    ['checks', toFailed(report, isOtherCheck).map((finding) => sayFinding('!', finding, language))],
    ['claims', sayClaims(report, language, say)],
    ['issues', sayIssues(report.issues, language)],
    ['repairs', [{ text: sayRepairs(report, language, say) }]],
  ]
  return parts.flatMap(([id, sentences]) =>
    sentences.length > 0 ? [{ id, head: words[id][language], sentences }] : [],
  )
}

/** Who and when: each fact with what it is; empty where it is not known. */
export function sayFacts({ identity }: Report, language: Language): readonly (readonly [name: string, said: string])[] {
  const place = [identity.province, identity.prefecture, identity.county, identity.zone].filter(Boolean).join(' ')
  const candidates = identity.regionCandidates.join(' ')
  const facts: readonly (readonly [Label, string | number | null])[] = [
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
  return facts.map(([name, said]) => [name[language], String(said ?? '')])
}

/** Whether a finding is about a sum that a form prescribes. */
export const isSum = ({ checkId }: Pick<Finding, 'checkId'>): boolean =>
  /^T3\.(?:BALANCE|RESULTS|APPLICANTS)\.|^T4\.TOTAL\./.test(checkId)
const isOtherCheck = (finding: Finding): boolean => !isSum(finding) && !finding.checkId.startsWith('N.CLAIM')

const toFailed = ({ findings }: Report, isMeant: (finding: Finding) => boolean): readonly Finding[] =>
  findings.filter((finding) => finding.status === 'fail' && isMeant(finding))

const toMessage = (said: { readonly messageZh: string; readonly messageEn: string }, language: Language): string =>
  language === 'zh' ? said.messageZh : said.messageEn

const sayFinding = (mark: '✗' | '!', finding: Finding, language: Language): Sentence => ({
  mark,
  text: toMessage(finding, language),
  at: finding.checkId,
})

function sayVerdict({ findings, evidence, blankMeansZero }: Report, say: Say): readonly Sentence[] {
  const sums = findings.filter(isSum)
  const failed = sums.filter((finding) => finding.status === 'fail').length
  const open = sums.filter((finding) => finding.status === 'not_assessable').length
  const assessed = sums.length - open
  const backing = evidence.requests ?? evidence.proceedings ?? 'none'
  const passing = { arithmetic: words.balanced, structural: words.structural, none: words.unproved }[backing]
  if (assessed === 0) return [{ text: say(open > 0 ? words.allOpen : words.unassessed, { count: open }) }]
  const verdict = failed > 0 ? words.failing : passing
  return [
    { text: say(verdict, { assessed, failed }) },
    ...(open > 0 ? [{ text: say(words.notAssessable, { count: open }) }] : []),
    ...(blankMeansZero ? [{ text: say(words.blankIsZero) }] : []),
  ]
}

function sayProposals({ proposals }: Report, language: Language, say: Say): readonly Sentence[] {
  const sets = Map.groupBy(proposals, (proposal) => proposal.setNo)
  return [...sets].flatMap(([no, set]) => {
    const [first] = set
    if (!first) return []
    const cause = proposalCauses[first.cause]
    // the cells of a set of kind `cells` all say the same; those of a row each say where they would stand
    const said = first.kind === 'cells' ? [first] : set
    return [
      { text: say(words.alternatives, { no, cause }), under: said.map((proposal) => toMessage(proposal, language)) },
    ]
  })
}

function sayClaims({ claims }: Report, language: Language, say: Say): readonly Sentence[] {
  const compared = claims.filter((claim) => claim.status === 'agree' || claim.status === 'differ')
  const differing = claims.filter((claim) => claim.status === 'differ')
  if (compared.length === 0) return []
  return [
    { text: say(words.claimCounts, { compared: compared.length, differing: differing.length }) },
    ...differing.map((claim): Sentence => {
      return { mark: '!', text: toMessage(claim, language), at: say(words.line, { line: claim.line }) }
    }),
  ]
}

function sayRepairs({ repairs }: Report, language: Language, say: Say): string {
  const kinds = [...Map.groupBy(repairs, (repair) => repair.kind)]
  if (kinds.length === 0) return words.none[language]
  const said = kinds.map(([kind, all]) => say(words.times, { kind: repairKinds[kind], count: all.length }))
  return said.join(language === 'zh' ? '，' : ', ')
}
