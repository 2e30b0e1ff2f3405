import { declaredForms, editionsOf, type Form, type FormRow, fold, perForm } from '@gongkai/schema'
import { editDistance } from '../text/edit-distance.ts'
import { remember } from '../text/remember.ts'

/** One reviewed spelling of a row or column label, from data/lookups/labels.csv. */
export interface Spelling {
  readonly form: string
  readonly id: string
  readonly label: string
}

/** A declared row or column that a printed label stands for. */
export interface LabelMatch {
  readonly id: string
  readonly isExact: boolean
}

/** Kinds of labels: rows of 表三, rows and columns of 表二, columns and rows of 表四. */
const kinds = ['requests', 'disclosure', 'measures', 'outcomes', 'groups'] as const
export type LabelKind = (typeof kinds)[number]

/** What a printed text stands for, in each table that has such a label. */
export interface Names extends Readonly<Partial<Record<LabelKind, LabelMatch>>> {
  /** The first kind of label that the text is; undefined for text that no form declares. */
  readonly kind: LabelKind | undefined
  /** The column of 表三 that the text heads, for its applicants; it may name a row as well. */
  readonly applicant?: string
}

/** The declared forms, and what printed texts stand for in them. */
export interface LabelBook {
  readonly forms: readonly Form[]
  /** The declared rows and columns that a printed text stands for. */
  readonly namesOf: (printed: string) => Names
}

/** What a text stands for that is no label. */
export const noNames: Names = { kind: undefined }

/** Numeral and punctuation gone, folded: what two spellings of one label share. */
export function toLabelKey(text: string): string {
  return fold(text)
    .replace(
      /^[\s"'“”]*(?:第[一二三四五六七八九十\d]+[部分项]*|[(（]?[一二三四五六七八九十\d㈠-㈩①-⑳]{1,3}[)）]?)\s*[、.．,，:：)）]*/u,
      '',
    )
    .replace(/[^\p{Script=Han}a-z]/gu, '')
}

/**
 * Every row of several editions of one table, in printed order: a row that the newest lacks stands behind the row that it
 * follows in its own edition.
 *
 * @example one row of 其他处理 in the form of one notice, three in the next → the one, then the three
 */
export const mergeRows = perForm((editions: readonly Form[]): readonly FormRow[] => {
  const merged: FormRow[] = []
  for (const form of editions) {
    const rows = form.blocks.flatMap((block) => block.rows)
    rows.forEach((row, i) => {
      const at = merged.findIndex(({ id }) => id === rows[i - 1]?.id)
      if (!merged.some(({ id }) => id === row.id)) merged.splice(at + 1, 0, row)
    })
  }
  return merged
})

const groupKeysOf = perForm(
  (declared: readonly Form[]): ReadonlySet<string> =>
    new Set(
      [
        '本年度办理结果',
        '信息内容',
        ...mergeRows(editionsOf(declared).requests).flatMap((row) => row.group?.zh ?? []),
      ].map(toLabelKey),
    ),
)
const articleOfBlock = /^\s*第?二十条第?\s*[(（]/

/** Whether a text is the label of a group of rows or of a block: `（四）无法提供`, `第二十条第（五）项`. */
export const isGroupLabel = (text: string, declared: readonly Form[]): boolean =>
  text.length <= 12 && han.test(text) && groupLabel(declared)(text)

const groupLabel = perForm((declared: readonly Form[]) =>
  remember((text) => articleOfBlock.test(text) || groupKeysOf(declared).has(toLabelKey(text))),
)

/** Heads of the applicants in 表三, and of their groups; a word that names a row as well is no sign of a head. */
const applicantHead = perForm((declared: readonly Form[]): RegExp => {
  const { requests } = editionsOf(declared)
  const rows = new Set(mergeRows(requests).map((row) => row.label.zh))
  const columns = requests.flatMap((form) => form.blocks.flatMap((block) => block.columns))
  const heads = columns.flatMap(({ label, group }) => [label.zh, ...(group ? [group.zh] : [])])
  const own = [...new Set(heads)].filter((head) => !rows.has(head))
  return new RegExp(`^\\s*(?:${own.map((head) => [...head].join('\\s*')).join('|')})`)
})

/** Columns of the applicants in 表三 by their heads. */
const applicantsOf = perForm(
  (declared: readonly Form[]): ReadonlyMap<string, string> =>
    new Map(
      editionsOf(declared)
        .requests.flatMap((form) => form.blocks.flatMap((block) => block.columns))
        .map(({ label, id }) => [label.zh, id]),
    ),
)

/** Whether a text begins with a head of the applicants. */
export const isApplicantHead = (text: string, declared: readonly Form[]): boolean => applicantHead(declared).test(text)

type Entries = readonly (readonly [label: string, id: string])[]

/** The labels that the forms declare, by their kind. */
const declaredLabels = perForm((forms: readonly Form[]): Readonly<Record<LabelKind, Entries>> => {
  const { disclosure, requests, proceedings } = editionsOf(forms)
  const rows = (list: readonly Form[]) => list.flatMap((form) => form.blocks.flatMap((block) => block.rows))
  const columns = (list: readonly Form[]) => list.flatMap((form) => form.blocks.flatMap((block) => block.columns))
  const named = (list: readonly { readonly id: string; readonly label: { readonly zh: string } }[]): Entries =>
    list.map((item) => [item.label.zh, item.id])
  return {
    requests: named(mergeRows(requests)),
    disclosure: named(rows(disclosure)),
    measures: named(columns(disclosure)),
    outcomes: named(columns(proceedings)),
    groups: named(rows(proceedings)),
  }
})

/** The row or column that a form declares a spelling for, where that is another one than the spelling names. */
export function findDeclared({ form, id, label }: Spelling, forms = declaredForms): string | undefined {
  const kind = kinds.find((one) => one === form)
  const key = toLabelKey(label)
  const own = kind ? declaredLabels(forms)[kind].filter(([declared]) => toLabelKey(declared) === key) : []
  return own.some(([, other]) => other === id) ? undefined : own[0]?.[1]
}

/** Builds the indexes once from the forms and the reviewed spellings. */
export function toLabelBook(spellings: readonly Spelling[], forms = declaredForms): LabelBook {
  const indexes = Object.fromEntries(
    kinds.map((kind) => {
      const more = spellings.filter(({ form }) => form === kind).map(({ label, id }) => [label, id] as const)
      return [kind, toIndex([...declaredLabels(forms)[kind], ...more])]
    }),
  ) as Readonly<Record<LabelKind, LabelIndex>>
  const find = remember((printed): Names => {
    const names = toNames(printed, indexes)
    const applicant = applicantsOf(forms).get(printed.replace(/\s/g, ''))
    return applicant === undefined ? names : { ...names, applicant }
  })
  const namesOf = (printed: string) => (printed.length <= longestText && han.test(printed) ? find(printed) : noNames)
  return { forms, namesOf }
}

/** No label is without a Han character, in whatever script. */
const han = /[\u2e80-\u9fff\uf900-\ufaff]/
/** A label is at most 90 characters long; what it means may be told behind it. */
const longestLabel = 90
const longestText = 300

function toNames(printed: string, indexes: Readonly<Record<LabelKind, LabelIndex>>): Names {
  const keys = toKeys(printed)
  const found = kinds.flatMap((kind) => {
    const match = indexes[kind](keys)
    return match ? [[kind, match] as const] : []
  })
  return found.length === 0 ? noNames : { ...Object.fromEntries(found), kind: found[0]?.[0] }
}

/** A printed text and the keys that it may be found by, the same for labels of every kind. */
interface PrintedKeys {
  readonly printed: string
  /** The text as a whole, then what is left of it without what labels carry; none where it is too long for a label. */
  readonly whole: readonly string[]
  /** The term of a definition. */
  readonly term: string | undefined
}

type LabelIndex = (keys: PrintedKeys) => LabelMatch | undefined

function toIndex(entries: Entries): LabelIndex {
  const exact = new Map(entries.map(([label, id]) => [toLabelKey(label), id]))
  const keys = [...exact.keys()]
  return ({ printed, whole, term }) => {
    for (const [i, key] of whole.entries()) {
      const found = findLabel(key, exact, keys)
      if (i === 0 && found?.isExact === false && holdsSeveral(printed, exact)) return undefined
      if (found) return found
    }
    const id = term === undefined ? undefined : exact.get(term)
    return id === undefined ? undefined : { id, isExact: true }
  }
}

/** Whether a text is two labels or more, one after the other: rows that share one cell, and none of them alone. */
const holdsSeveral = (printed: string, exact: ReadonlyMap<string, string>): boolean =>
  printed.split(/\s+/).filter((part) => exact.has(toLabelKey(part))).length > 1

const category =
  /^\s*(?:三\s*(?:[、.．]\s*)?)?(?:本年度办理结果\s*)?(?:[(（][一二三四五六七][)）]\s*)?(?:(?:不予公开|无法提供|不予处理|其他处理)\s*)?(?=[(（]?[\d一二三四五六七]\s*[.．、)）])/
const article = /^\s*第?二十条第?\s*[(（][一二三四五六七八九十][)）]\s*项?\s*/
const remark = /[(（][^()（）]{1,20}[)）]\s*$/
/** What a label means, told behind it. */
const definition = /\s*(?:[:：—]|[(（](?=[^()（）]*[)）]\s*$)).*(?:指|即|包括|属于|含).*$/s

/**
 * A label may carry the category before it, or a remark or a definition behind it: `（三）不予公开1.属于国家秘密`,
 * `规章（县级无此项）`, `规章：指有立法权的机关制定的…`.
 */
function toKeys(printed: string): PrintedKeys {
  const term = printed.replace(definition, '')
  const rests = [category, article, remark]
    .map((pattern) => printed.replace(pattern, ''))
    .filter((rest) => rest !== printed && rest !== '')
  return {
    printed,
    whole: printed.length > longestLabel ? [] : [printed, ...rests].map(toLabelKey),
    term: term === printed ? undefined : toLabelKey(term),
  }
}

function findLabel(key: string, exact: ReadonlyMap<string, string>, keys: readonly string[]): LabelMatch | undefined {
  const id = exact.get(key)
  if (id !== undefined) return { id, isExact: true }
  if (key.length < 4) return undefined
  const near = keys.filter((other) => isNear(key, other))
  const ids = new Set(near.map((other) => exact.get(other)))
  const [only] = ids
  return ids.size === 1 && only !== undefined ? { id: only, isExact: false } : undefined
}

/** Labels differ by a typing error or two, or one goes on after the other. */
function isNear(a: string, b: string): boolean {
  if (b.length < 4) return false
  const shorter = Math.min(a.length, b.length)
  if (shorter >= 7 && (a.startsWith(b) || b.startsWith(a))) return true
  const most = shorter >= 7 ? 2 : 1
  return Math.abs(a.length - b.length) <= most && editDistance(a, b, most) <= most
}
