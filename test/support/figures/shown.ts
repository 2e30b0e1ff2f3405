import { findElements, toWords } from '../html.ts'

const isCalled = (caption: string, inner: string) =>
  findElements(inner, 'caption').some((one) => toWords(one.inner) === caption)

/** Words in the cells of each row of the body of a table, the cell without numbers drawn left out. */
export function readTableRows(table: string): readonly (readonly string[])[] {
  const body = findElements(table, 'tbody')
    .map(({ inner }) => inner)
    .join('')
  return findElements(body, 'tr').map(({ inner }) =>
    [...inner.matchAll(/<t[hd](?:\s[^>]*)?>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => toWords(cell)),
  )
}

/** The rows of the table of a page that is called so; none where there is no such table. */
export function readRows(html: string, caption: string): readonly (readonly string[])[] {
  const table = findElements(html, 'table').find(({ inner }) => isCalled(caption, inner))
  return readTableRows(table?.inner ?? '')
}

/** The headline figures of a page: value and what it rests on. */
export function readHeadlines(html: string): readonly (readonly string[])[] {
  const list = findElements(html, 'ul').find(({ attributes }) => attributes['class'] === 'figures')
  return findElements(list?.inner ?? '', 'li').map(({ inner }) =>
    ['strong', 'small'].map((name) => toWords(findElements(inner, name)[0]?.inner ?? '')),
  )
}

/** Reports by province, as the tiles of a page count them. */
export function readTiles(html: string): ReadonlyMap<string, number> {
  const list = findElements(html, 'ul').find(({ attributes }) => attributes['class'] === 'tiles')
  const held = findElements(list?.inner ?? '', 'li').flatMap(({ inner }) => {
    const code = /href="\/region\/(\d+)\/"/.exec(inner)?.[1]
    return code ? [[code, Number(/(\d+)$/.exec(toWords(inner))?.[1])] as const] : []
  })
  return new Map(held)
}

/** A report in a list: its id and the words of its cells that hold its numbers. */
interface ListedReport {
  readonly id: string
  readonly cells: readonly string[]
}

/** Each report of each list of a page: day, requests, results, what was disclosed, what its sums come to. */
export function readListed(html: string): readonly ListedReport[] {
  const lists = findElements(html, 'table').filter(({ attributes }) => attributes['class'] === 'list reports')
  const rows = lists.flatMap(({ inner }) => findElements(findElements(inner, 'tbody')[0]?.inner ?? '', 'tr'))
  return rows.map(({ inner }) => ({
    id: decodeURIComponent(/href="[^"]*\/r\/([^"/]*)\//.exec(inner)?.[1] ?? ''),
    cells: findElements(inner, 'td')
      .slice(-5)
      .map((cell) => toWords(cell.inner)),
  }))
}
