import type { LookupRows } from '@gongkai/schema'
import { anyOf } from '../text/any-of.ts'
import { applyEdits, type Piece } from './piece.ts'

/** What stands in place of a brand that took the place of words of the title: something is lost there. */
export const lostWords = '□'

/** A brand of a gambling or streaming site that was found in a document, and what is left in its place. */
export interface Brand {
  readonly text: string
  readonly replacement: '' | typeof lostWords
}

/** Finds the brands that mirror sites put into a document. */
export interface BrandBook {
  /** Whether a text holds a word that brands are made of. */
  readonly isSuspect: (text: string) => boolean
  /** Brands of the texts, longest first. */
  readonly findBrands: (texts: readonly string[]) => readonly Brand[]
}

type BrandRows = LookupRows['brands']

/** Stands as often as a trade behind a name. */
const site = '官网'

/** What the rows of brands.csv say, as alternatives of a pattern, and the signs that names and trades begin with. */
function toWords(rows: BrandRows) {
  const wordsOf = (...kinds: readonly BrandRows[number]['kind'][]) =>
    rows.filter(({ kind }) => kinds.includes(kind)).map(({ word }) => word)
  const of = (...kinds: readonly BrandRows[number]['kind'][]) => anyOf(wordsOf(...kinds))
  const first = wordsOf('trade', 'name', 'shared_name').map((word) => word.charAt(0))
  return {
    first: first.join(''),
    names: of('name', 'shared_name'),
    ownNames: of('name'),
    latinNames: of('latin_name'),
    latinWords: of('latin_word'),
    trade: of('trade'),
    entrance: of('entrance'),
  }
}

type Words = ReturnType<typeof toWords>

/** A word of trade or entrance behind a brand, set off by a bar, a dot or brackets or by nothing. */
const toTail = ({ trade, entrance }: Words): string =>
  `(?:[|｜·\\-\\s]{0,2}[(（]?(?:${trade}|${entrance}|综合|城(?![市乡管建镇关区投])|厅|[A-Za-z]{2,10}|\\d{1,3}(?=${entrance}))[)）]?){0,8}`

/** Names with what stands behind them; Latin letters with a trade; two characters with a trade, a bar and another word; one name twice. */
function toPatterns(words: Words): readonly RegExp[] {
  const { names, latinNames, latinWords, trade, entrance } = words
  const tail = toTail(words)
  // Digits behind letters belong to the name; digits in front may be a number of the text.
  const latin = `(?<![\\w.@/-])(?!(?:${latinWords})(?![a-z\\d]))(?:${latinNames}|[A-Za-z][A-Za-z\\d]{0,9})`
  return [
    new RegExp(
      `(?:(?<![A-Za-z\\d])[A-Za-z][A-Za-z\\d]{0,5}|澳门)?(?:${names})(?:[A-Za-z][A-Za-z\\d]{0,9})?${tail}`,
      'g',
    ),
    new RegExp(`${latin}(?:${trade}|${site})${tail}`, 'gi'),
    new RegExp(`\\p{Script=Han}{2}(?:${trade})[|｜](?:${trade}|${entrance})${tail}`, 'gu'),
    // The same name twice: digits in front of it belong to it.
    new RegExp(
      `(?<![A-Za-z\\d])([A-Za-z\\d]{0,10}\\p{Script=Han}{0,4}?)(?:${trade}|${entrance})(?:[_|｜@·-]\\1(?:${trade}|${entrance}))+[_|｜@]?`,
      'gu',
    ),
  ]
}

/** A place name in the title that a trade word ends, where no department of sports or culture can be meant. */
const toTitlePattern = (words: Words): RegExp =>
  new RegExp(
    `^\\s*(?:20\\d{2}年?)?([\\p{Script=Han}A-Za-z\\d]{2,6}?(?:${words.trade}|${site})${toTail(words)})(?=\\p{Script=Han}{2,16}?(?:局|委员会|委|厅|办公室|政府|街道|镇|乡|中心))`,
    'u',
  )

const department =
  /(?:教育|文化|卫生|健康|旅游|广电|新闻|科技|教科|[文教卫])体育$|[省市县区州盟旗]体育$|^体育|文化娱乐$/
const sports = /^(?:局|委|和|与|旅游|广电|中心|总局|管理|事业|产业|运动|场馆|学校|总会|教育|文化|新闻|科技|卫生)/

/** A name behind the brand that has its place: nothing is lost there. */
const placed = /^(?!城[市乡镇]|乡村)\p{Script=Han}{1,6}[省市县区州旗镇乡]/u

/** The site's own address in place of a place name: `www.….com人民政府`. */
const address =
  /(?<![\w./@-])(?:www\.)?[a-z\d-]{2,30}\.(?:com|net|org|cc|vip|top|xyz|info|co)(?=[省市县区镇乡]?(?:人民政府|\p{Script=Han}{2,8}(?:局|委员会|办公室)))/giu

/** Words of brands and addresses. Each begins with one of a few signs, so that most places of a text are passed over. */
function toSign({ first, trade, names }: Words): RegExp {
  return new RegExp(`(?=[${first}官w.])(?:${trade}|${site}|${names}|www\\.|\\.(?:com|net|cc|vip|top|xyz))`)
}

/** What the rows of brands.csv find. */
export function toBrandBook(rows: BrandRows): BrandBook {
  const words = toWords(rows)
  const sign = toSign(words)
  const inTitle = toTitlePattern(words)
  const patterns = toPatterns(words)
  const isForeign = toForeign(words)
  const isSuspect = (text: string): boolean => sign.test(text)

  const brandsOf = (text: string): readonly Brand[] => {
    const brand = isTitle(text) ? inTitle.exec(text)?.[1] : undefined
    const behind = brand === undefined ? '' : text.slice(text.indexOf(brand) + brand.length)
    const isLegal = brand === undefined || department.test(brand) || (sports.test(behind) && !isForeign(brand))
    const cut = (found: string, replacement: Brand['replacement']): Brand => ({ text: found, replacement })
    return [
      ...(isLegal ? [] : [cut(brand, placed.test(behind) ? '' : lostWords)]),
      ...[...text.matchAll(address)].map(([found]) => cut(found, lostWords)),
      ...patterns
        .flatMap((pattern) => [...text.matchAll(pattern)].filter(([found]) => isForeign(found)))
        .map(([found]) => cut(found, '')),
    ]
  }

  const findBrands = (texts: readonly string[]): readonly Brand[] => {
    const found = new Map<string, Brand>()
    for (const brand of texts.filter(isSuspect).flatMap(brandsOf)) {
      if (!found.has(brand.text)) found.set(brand.text, brand)
    }
    return [...found.values()].sort((a, b) => b.text.length - a.text.length)
  }
  return { isSuspect, findBrands }
}

const isTitle = (text: string): boolean =>
  text.length <= 50 && /(?:信息公[开開]|資訊公開).*[报報]告/.test(text) && !/[，。]/.test(text)

const hasLatin = /[A-Za-z]{2}|[A-Za-z]\d/

/** `江南体育中心`, `银河国际` and `金沙` alone are no brands: a name seen nowhere else, or a trade with an entrance or Latin letters. */
function toForeign({ trade, entrance, ownNames }: Words): (text: string) => boolean {
  const hasTrade = new RegExp(trade)
  const hasEntrance = new RegExp(entrance)
  const hasOwnName = new RegExp(ownNames)
  return (text) => {
    if (hasOwnName.test(text)) return hasTrade.test(text) || hasEntrance.test(text) || hasLatin.test(text)
    if (hasTrade.test(text)) return hasEntrance.test(text) || hasLatin.test(text)
    return hasLatin.test(text) && hasEntrance.test(text)
  }
}

/** Takes the brands of a document out of one piece of text. */
export function cutBrands(piece: Piece, brands: readonly Brand[]): Piece {
  return brands.reduce((current, { text, replacement }) => {
    const edits = []
    for (let at = current.text.indexOf(text); at >= 0; at = current.text.indexOf(text, at + text.length))
      edits.push({ start: at, end: at + text.length, replacement })
    return applyEdits(current, 'spam', edits)
  }, piece)
}
