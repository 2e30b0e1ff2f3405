import { toFormCells } from '@gongkai/schema'
import type { CellRow, DocumentRow } from '../data/rows.ts'
import { toSafeUrl } from '../site/href.ts'
import type { Layout } from './form-layout.ts'

/** A page of the published file. */
export interface OriginalPage {
  readonly page: number
  readonly url: string
}

/**
 * Pages of the published PDF on which a table stands, in order; none where its address is unknown.
 *
 * @example a table read from pages 2 and 3 of https://a.gov.cn/b.pdf → https://a.gov.cn/b.pdf#page=2, …#page=3
 */
export function toOriginalPages(
  layout: Layout,
  cells: ReadonlyMap<string, CellRow>,
  document: Pick<DocumentRow, 'source_url'> | undefined,
): readonly OriginalPage[] {
  const address = toSafeUrl(document?.source_url ?? null)
  if (address === undefined) return []
  const pages = toFormCells(layout.form).flatMap(({ key }) => cells.get(key)?.place_page ?? [])
  return [...new Set(pages)].toSorted((a, b) => a - b).map((page) => ({ page, url: toPageUrl(address, page) }))
}

function toPageUrl(address: string, page: number): string {
  const url = new URL(address)
  url.hash = `page=${page}`
  return url.href
}
