import type { Cell, Claim, Identity, Line } from '@gongkai/schema'
import { findSentenceTopic, findTopic } from './filters.ts'
import { toWords } from './matching-text.ts'
import { type Reader, readSentence } from './read-sentence.ts'
import { findScope } from './scope.ts'
import { claimLimits, type Paragraph, selectParagraphs } from './select.ts'
import { toSentences } from './sentences.ts'
import { toTrail } from './trail.ts'
import { toTables } from './values.ts'

/** Characters of a line before a sentence that are taken as its surroundings. */
const surroundings = 300

/** What claims are read from. */
export interface Narrative {
  readonly lines: readonly Line[]
  readonly cells: readonly Cell[]
  readonly identity: Pick<Identity, 'agencyName' | 'scope' | 'year'>
}

/**
 * Ties the numbers of sections one, five and six to the cells they speak of.
 *
 * @returns claims in reading order, at most as many as the limit; numbers that speak of nothing in the tables are left out
 */
export function readClaims({ lines, cells, identity }: Narrative): readonly Claim[] {
  const tables = toTables(cells)
  const claims: Claim[] = []
  for (const paragraph of selectParagraphs(lines, cells)) {
    claims.push(...readParagraph(paragraph, { tables, identity }))
    if (claims.length >= claimLimits.claims) break
  }
  return settle(claims.slice(0, claimLimits.claims))
}

/** Claims of one paragraph, no more than a sentence beyond the limit; what one sentence is about holds for the next. */
function readParagraph(
  { line, text, subheading, isLoose }: Paragraph,
  source: Pick<Reader, 'tables' | 'identity'>,
): readonly Claim[] {
  const { identity } = source
  const topics = toTrail((sentence) => findSentenceTopic(sentence, identity.year))
  const scopes = toTrail((sentence) => findScope(toWords(sentence, identity.year), identity))
  const topic = () => topics.last() ?? findTopic(toWords(subheading, identity.year))
  const claims: Claim[] = []
  let said: readonly string[] = []
  for (const sentence of toSentences(text)) {
    const isOnDisclosure = () =>
      /信息公开|申请|政务公开/.test(subheading + text.slice(0, sentence.start).slice(-surroundings))
    const setting = { topic, isOnDisclosure }
    const read = readSentence(sentence, { ...source, isLoose, lineScope: scopes.last, setting, said })
    for (const claim of read.claims) claims.push({ ...claim, line })
    if (claims.length >= claimLimits.claims) break
    topics.add(sentence.text)
    if (read.claims.length > 0) scopes.add(sentence.text)
    said = read.said
  }
  return claims
}

/**
 * What the text states rightly elsewhere is not contradicted by a second number: that one counts a part. A row that is
 * stated rightly says nothing of the group that begins with it.
 */
function settle(claims: readonly Claim[]): readonly Claim[] {
  const agreeing = claims.filter((claim) => isStatement(claim) && claim.status === 'agree')
  const isStated = ({ key, cells }: Claim) =>
    agreeing.some((other) => other.key === key && cells.every((cell) => other.cells.includes(cell)))
  return claims.map((claim) =>
    claim.status === 'differ' && isStatement(claim) && isStated(claim)
      ? {
          ...claim,
          status: 'not_stated',
          key: null,
          cells: [],
          tableValue: null,
          messageZh: `文中 ${claim.figure}，另一处所述与表中一致，此处口径不同`,
          messageEn: `The text says ${claim.figure}; it states the number of the table elsewhere, so this counts something else`,
        }
      : claim,
  )
}

const isStatement = ({ key, isPercentage }: Claim): boolean => key !== null && !isPercentage
