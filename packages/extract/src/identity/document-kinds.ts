import type { LookupRows, ReasonCode } from '@gongkai/schema'
import { parseTitle } from './title.ts'

type Row = LookupRows['document-kinds'][number]

/** Words of document-kinds.csv, by the place in which they count. */
export interface DocumentKinds {
  /** What a title says its document is instead of a yearly report; the first row that fits counts. */
  readonly ofTitle: (title: string) => ReasonCode | undefined
  /** What a sentence of the first lines says so, with the words that do. */
  readonly ofText: (text: string) => { readonly kind: ReasonCode; readonly words: string } | undefined
  /**
   * Whether a text by itself is the title of a yearly report: it names the body or the year, and nothing in it says
   * that the document is about reports only. The one place where this is decided.
   */
  readonly isYearlyTitle: (text: string) => boolean
  /** Whether a line ends as the title of an official document does. */
  readonly isTitleEnd: (text: string) => boolean
}

/** Words in which a period shorter than a year is told with a number. */
const partOfYear =
  /第?[一二三四1-4]季度|(?:^|[^\d])\d{1,2}月份|[1-9一二三四五六七八九]{1,2}[-—至到][1-9一二三四五六七八九十]{1,3}月/
/** Kinds whose last words the title of a yearly report ends with too: 报告, 年报. */
const mayBeReport: ReadonlySet<ReasonCode> = new Set<ReasonCode>(['other_report', 'letter'])
/** What may stand behind the last word of a title. */
const remark = /[（(][^（()）]{0,14}[）)]$/

/** The rows of document-kinds.csv, ready to be asked; a word earlier in the file goes before a later one. */
export function toDocumentKinds(rows: readonly Row[]): DocumentKinds {
  const titled = rows.filter(({ place }) => place === 'title' || place === 'end')
  const told = rows.filter(({ place }) => place === 'text')
  const ends = [...titled.map(({ words }) => words), '公告']
  const fits = (bare: string, { place, words }: Row): boolean =>
    place === 'title' ? bare.includes(words) : bare.endsWith(words)
  const ofTitle = (title: string): ReasonCode | undefined => {
    const bare = title.replace(remark, '')
    if (partOfYear.test(title)) return 'partial_year'
    const kind = titled.find((row) => fits(row.place === 'title' ? title : bare, row))?.kind
    // 网站工作年度报表 counts something else than disclosure.
    return kind === 'statistics' && !title.includes('公开') ? 'other_report' : kind
  }
  const others = titled.filter(({ place, kind }) => place === 'title' || !mayBeReport.has(kind))
  return {
    ofTitle,
    isYearlyTitle: (text) => {
      const title = parseTitle(text, [])
      if (title === null || (title.agency === null && title.year === null) || partOfYear.test(text)) return false
      const bare = text.replace(/\s/g, '').replace(remark, '')
      return !others.some((row) => fits(row.place === 'title' ? text : bare, row))
    },
    ofText: (text) => told.find(({ words }) => text.includes(words)),
    isTitleEnd: (text) => {
      const bare = text.replace(remark, '')
      return ends.some((words) => bare.endsWith(words))
    },
  }
}
