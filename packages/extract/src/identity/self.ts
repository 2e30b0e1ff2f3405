import type { Line } from '@gongkai/schema'
import { findAll } from '../text/find-all.ts'

const ORGANS = /[我本](局|委|镇|乡|街道|厅|署|校|馆|院|办|中心|公司|集团)(?![级地土质面子法])/gu
const AREAS = /[我全](省|市|县|区|州|旗|盟)(?![面域])/gu

/** By what kinds of organs and areas a text calls its author: 我局, 我镇, 全县. */
export interface SelfWords {
  readonly organs: ReadonlySet<string>
  readonly areas: ReadonlySet<string>
}

/** How a text speaks of its author. */
export function findSelfWords(lines: readonly Line[]): SelfWords {
  const all = lines.map(({ text }) => text).join('\n')
  const words = (pattern: RegExp): ReadonlySet<string> =>
    new Set(findAll(all, pattern).flatMap(([, word]) => word ?? []))
  return { organs: words(ORGANS), areas: words(AREAS) }
}

/** Whether a body can be the author: its name holds every kind of organ that the text calls itself. */
export const fitsSelf = (name: string, { organs }: SelfWords): boolean =>
  [...organs].every((organ) => name.includes(organ))
