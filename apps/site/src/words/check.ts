import { checkEn } from './check-en.ts'
import { checkZh } from './check-zh.ts'
import type { Locale } from './locale.ts'

export type CheckWords = typeof checkZh

/** Words of the check; they travel with its script. */
export const checkWords: Readonly<Record<Locale, CheckWords>> = { zh: checkZh, en: checkEn }

/** Fills the names in braces. @example fillWords('约 {size}', { size: '1MB' }) // '约 1MB' */
export const fillWords = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
