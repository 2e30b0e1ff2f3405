import type { LookupRows } from '@gongkai/schema'
import { anyOf } from '../text/any-of.ts'
import { findAll } from '../text/find-all.ts'
import { applyEdits, type Piece } from './piece.ts'

/** Finds advertising of gambling, lotteries, streaming and application downloads. */
export interface SpamBook {
  /** Cuts advertising off the end of a title; the rest stays. */
  readonly cutSpamTail: (piece: Piece) => Piece
  /** Cuts words of advertising with the words of trade that are glued to them; a figure or a date never goes with them. */
  readonly cutSpam: (piece: Piece) => Piece
  /** Whether nothing but advertising is in a line. */
  readonly isSpam: (text: string) => boolean
  /** Whether a text holds what may be advertising, and cannot be told from what a body says. */
  readonly isDoubtful: (text: string) => boolean
}

/** Rows of the files that advertising is told by. */
export type SpamRows = Pick<LookupRows, 'spam' | 'brands' | 'no-advertising'>

/** A brand set off behind the title, as in `… 年度报告 -某某app平台`; digits beside letters are part of it, others are figures. */
const tail = /[-_|—](?:[^-_|—\d]|\d(?=[A-Za-z])|(?<=[A-Za-z])\d){0,32}$/

/** Characters beside a word of advertising that are taken for more of it, where they say nothing of a public body. */
const longestRest = 12

/** Signs of another word behind 网: 网点, 网络, 网上, 网页, 网格. */
const ownNet = '网(?![点络上页格站址])'

/** Counting words: digits in front of them are a figure, and no part of a name. */
const counting =
  '[个款家场处项件条名人户所座套台部起份期篇本种类万千百十余多年月日时分秒元米公里级亿倍次只支批间张幅头亩吨平位届岁点号路]'

/** What the rows say, as patterns. */
function toPatterns(rows: SpamRows) {
  const ofEffect = (effect: string) =>
    rows.spam
      .filter((row) => row.effect === effect)
      .toSorted((a, b) => b.word.length - a.word.length)
      .map(({ word, followed_by: then, gap }) => RegExp.escape(word) + (then && `.{0,${gap}}${RegExp.escape(then)}`))
      .join('|') || '(?!)'
  const brandsOf = (...kinds: readonly string[]) =>
    anyOf(rows.brands.filter(({ kind }) => kinds.includes(kind)).map(({ word }) => word))
  const noneOf = (kind: string) =>
    anyOf(rows['no-advertising'].filter((row) => row.kind === kind).map(({ word }) => word))
  const trade = brandsOf('trade')
  const glued = `(?:${trade}|${brandsOf('entrance')}|${ownNet}|[A-Za-z]{1,10}(?![A-Za-z\\d]))`
  const latinWords = brandsOf('latin_word')
  const names = brandsOf('name', 'shared_name')
  return {
    cut: new RegExp(`${glued}{0,4}(?:${ofEffect('cut')})(?:[·|｜_-]?${glued}){0,6}`, 'gi'),
    flag: new RegExp(ofEffect('flag'), 'gi'),
    any: new RegExp([ofEffect('cut'), ofEffect('flag'), ofEffect('tail')].join('|'), 'gi'),
    shapes: toShapes({ trade, latinWords, names }),
    // Each shape has one of these, and most texts have none.
    shapeSign: new RegExp(`[A-Za-z]{2}|官网|${trade}|${names}`),
    phrase: new RegExp(noneOf('phrase'), 'gi'),
    clause: new RegExp(noneOf('clause')),
    public: new RegExp(noneOf('public')),
  }
}

/** What a site is offered with; unlike 平台 or 在线 no body says it of sports or plays. */
const offered = '[Aa][Pp][Pp]|官网|官方网站|登录|注册|网址|手机版|网页版'

/** Names that look put in; each of them may be a body's own word, so that none is cut. */
function toShapes({ trade, latinWords, names }: Readonly<Record<'trade' | 'latinWords' | 'names', string>>): RegExp {
  const shapes = [
    // Digits or Latin letters with a few Han and a trade: 888金龙体育.
    `(?<![A-Za-z\\d.%-])(?!(?:19|20)\\d\\d|(?:${latinWords})(?![a-z\\d]))(?:\\d{2,5}|[A-Za-z]{1,8}\\d{0,4}|\\d{1,3}[A-Za-z]{1,3})` +
      `(?!${counting})\\p{Script=Han}{0,4}(?:${trade}|[Aa][Pp][Pp]|官网)`,
    // Small Latin letters that stand in a sentence as a word: 通过kzbet公开.
    `(?:^|(?<=[\\p{Script=Han}《：:，、“（]))(?!(?:${latinWords})(?![a-z\\d]))[a-z]{2,8}\\d{0,10}(?=[\\p{Script=Han}：:，、》”）])`,
    // A name of such sites with what they offer, or with a number: 星空体育, 银河官网, 金沙4166.
    `(?:${names})(?:${trade}|${offered}|\\d{2,5})|(?<!\\d)(?!19|20)\\d{4}(?:${names})`,
    // Any name with a trade and what is offered: 天鸿体育官网.
    `\\p{Script=Han}{2}(?:${trade})(?:${offered})`,
  ]
  return new RegExp(shapes.join('|'), 'gu')
}

/**
 * What the rows of spam.csv find: a word, or a word and another one within some characters, in capitals or not, unless
 * no-advertising.csv says that something else is meant.
 *
 * @example toSpamBook(rows).cutSpam(toPiece('来源:老虎机游戏:某县政府')).text → '来源::某县政府'
 */
export function toSpamBook(rows: SpamRows): SpamBook {
  const words = toPatterns(rows)
  const find = (pattern: RegExp, text: string) => {
    const found = findAll(text, pattern)
    if (found.length === 0) return found
    const isPhrase = toLookAhead(findAll(text, words.phrase).map(spanOf))
    const isOther = toLookAhead(clausesOf(text).filter(([start, end]) => words.clause.test(text.slice(start, end))))
    return found
      .map((one) => ({ one, span: spanOf(one) }))
      .flatMap(({ one, span }) => (isPhrase(span) || isOther(span) ? [] : [one]))
  }
  const cutSpam = (piece: Piece): Piece =>
    applyEdits(
      piece,
      'spam',
      find(words.cut, piece.text).map(({ 0: one, index }) => ({
        start: index,
        end: index + one.length,
        replacement: '',
      })),
    )
  return {
    cutSpam,
    cutSpamTail: (piece) => {
      const match = tail.exec(piece.text)
      if (!match || match[0].search(words.any) < 0) return piece
      const start = piece.text.slice(0, match.index).trimEnd().length
      return applyEdits(piece, 'mirror', [{ start, end: piece.text.length, replacement: '' }])
    },
    isSpam: (text) => {
      if (/\d/.test(text) || words.public.test(text)) return false
      const cut = find(words.cut, text)
      const left = cut.reduce((length, [one]) => length - one.length, text.length)
      if (cut.length > 0 && left <= longestRest) return true
      return find(words.any, text).length > 1 && cut.length + find(words.flag, text).length > 0
    },
    isDoubtful: (text) =>
      find(words.flag, text).length > 0 || (words.shapeSign.test(text) && find(words.shapes, text).length > 0),
  }
}

type Span = readonly [start: number, end: number]

const spanOf = ({ 0: text, index }: RegExpExecArray): Span => [index, index + text.length]

/** The clauses of a text, from one full stop to the next. */
function clausesOf(text: string): readonly Span[] {
  let start = 0
  const clauses: Span[] = []
  for (const { index } of text.matchAll(/[。；;\t]|$/g)) {
    clauses.push([start, index])
    start = index + 1
  }
  return clauses
}

/** Whether a span lies over one of some spans; both are asked for in order, so that each is looked at once. */
function toLookAhead(spans: readonly Span[]): (span: Span) => boolean {
  let at = 0
  return ([start, end]) => {
    while ((spans[at]?.[1] ?? Number.POSITIVE_INFINITY) <= start) at += 1
    const [from] = spans[at] ?? [Number.POSITIVE_INFINITY]
    return from < end
  }
}
