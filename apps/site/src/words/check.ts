import { fillPlace, placePattern } from '@gongkai/schema/browser'
import { checkEn } from './check-en.ts'
import { checkZh } from './check-zh.ts'
import type { Locale } from './locale.ts'

export type CheckWords = typeof checkZh

/** Words of the check; they travel with its script. */
export const checkWords: Readonly<Record<Locale, CheckWords>> = { zh: checkZh, en: checkEn }

const places = new RegExp(placePattern, 'g')

/** Fills the names in braces. @example fillWords('约 {size}', { size: '1MB' }) // '约 1MB' */
export const fillWords = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replaceAll(places, (whole, place: string) => String(fillPlace(place, values) ?? whole))
