import { glossPattern, isTraditional, toSimplified } from '@gongkai/schema'
import { findAll } from '../text/find-all.ts'
import { radicals } from '../text/radicals.ts'
import { completePeriod } from './period.ts'
import { applyEdits, type Piece, replaceAll } from './piece.ts'

type Step = (piece: Piece) => Piece

/** Radicals and compatibility ideographs that look like ordinary characters (⼀ U+2F00 for 一), and small brackets. */
const compatibility = /[\u2e80-\u2fdf\uf900-\ufaff﹙﹚﹝﹞]/g

/** Small brackets become those of the forms; NFKC would make them ASCII. */
const brackets: Readonly<Record<string, string>> = { '﹙': '（', '﹚': '）', '﹝': '〔', '﹞': '〕' }

/** What conversion leaves behind, and what no reader sees: controls, marks that hide text or turn it around, halves of characters. */
const residue =
  /\[bookmark:[^\]]{0,40}\]|\{\{[^\}]{0,60}\}\}|<!--[^>]{0,60}-->|<!\[endif\]-->|<!--\[(?:end)?if\b[^\]]{0,40}\]?>?|<!--|-->|<br\s*\/?>|\*\*(?=[^*\s][^*]{0,80}\*\*)|(?<=\*\*[^*]{1,81})\*\*|&(?:nbsp|ensp|emsp|amp|lt|gt|quot|ldquo|rdquo);|[\(（](?:具体|填写)(?:网址|邮箱|电话|地址|单位)[\)）]|(?:\|\s*){3,}|[[\p{Cc}\p{Cf}\p{Cs}]--[\t\n\r]]/gv

/** What each of these has: a sign, or a character outside the blocks that have neither controls nor hidden marks. */
const residueSign =
  /[[{<>*&|]|[（(][具填]|[^\t\n\r -~\xa0-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e\u2070-\ud7ff\ue000-\ufdff\uff00-\uffef]/

/** Text that a mark turns around: it is read as it is shown. */
const turned = /\u202e([^\p{Cc}\u202a-\u202e\u2066-\u2069]*)\u202c?/gu

/**
 * Runs of white space that push text out of sight; two spaces still keep columns apart. No pattern of a later step meets
 * a longer run, so that those which look for blanks and more blanks stay quick.
 */
const gap = /\s{64,}/g

/** Runs of question marks that a wrong decoding leaves where spaces and signs stood. */
const lostSigns = /\?{2,}/g

/** Characters that simplified text has as well (乾县, 瞭望); alone they are no sign of traditional script. */
const shared = /[乾瞭徵藉夥於]/g

/** Characters that conversion to traditional script puts where the statutory words have others. */
const overConverted: readonly (readonly [RegExp, string])[] = [
  [/(?<=行政|[強强控限体體機机法編编管])製/g, '制'],
  [/製(?=度|約|约|定|止|訂|订|發|发|裁)/g, '制'],
  [/(?<![显顯原专專名编編论論卓昭土译譯])著(?![作名述称稱录錄者])/g, '着'],
]

const hasScript = (text: string): boolean => isTraditional(text) && isTraditional(text.replace(shared, ''))

const steps: readonly Step[] = [
  (piece) => applyEdits(piece, 'compatibility', normalisations(piece.text)),
  (piece) => (piece.text.includes('\u202e') ? applyEdits(piece, 'residue', turnings(piece.text)) : piece),
  (piece) => (residueSign.test(piece.text) ? replaceAll(piece, 'residue', residue, '') : piece),
  (piece) =>
    /\p{Script=Han}|^[\s?]*\d[\d.,]*[\s?]*$/u.test(piece.text) ? replaceAll(piece, 'residue', lostSigns, '') : piece,
  (piece) => (/[(（]/.test(piece.text) ? replaceAll(piece, 'gloss', glossPattern, '') : piece),
  (piece) => (hasScript(piece.text) ? simplify(restoreSingle(piece)) : piece),
  completePeriod,
]

/** Repairs the characters of one piece of text; numbers are never touched. */
export function repairText(piece: Piece): Piece {
  const narrow = replaceAll(piece, 'residue', gap, '  ')
  if (!/[^\x20-\x7e]|[[{<|&>*?]/.test(narrow.text)) return narrow
  return steps.reduce((current, step) => step(current), narrow)
}

function normalisations(text: string) {
  return findAll(text, compatibility).map((match) => ({
    start: match.index,
    end: match.index + 1,
    replacement: brackets[match[0]] ?? radicals.get(match[0]) ?? match[0].normalize('NFKC'),
  }))
}

function turnings(text: string) {
  return [...text.matchAll(turned)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    replacement: [...(match[1] ?? '')].reverse().join(''),
  }))
}

function restoreSingle(piece: Piece): Piece {
  return overConverted.reduce((current, [pattern, word]) => replaceAll(current, 'script', pattern, word), piece)
}

/** Logs one repair per run of converted characters. */
function simplify(piece: Piece): Piece {
  const after = toSimplified(piece.text)
  const edits: { start: number; end: number; replacement: string }[] = []
  for (let i = 0; i < after.length; i++) {
    if (after.charAt(i) === piece.text.charAt(i)) continue
    const start = i
    while (i < after.length && after.charAt(i) !== piece.text.charAt(i)) i++
    edits.push({ start, end: i, replacement: after.slice(start, i) })
  }
  return applyEdits(piece, 'script', edits)
}
