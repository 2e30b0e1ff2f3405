import { isDemo } from '../data/folder.ts'
import type { Locale } from './locale.ts'
import { say } from './messages.ts'

/** Where the numbers of a drawing come from; a drawing goes about alone, so it says itself that its reports are invented. */
export const toSource = (table: string, locale: Locale): string =>
  `${isDemo ? `${say(locale, 'demo')} · ` : ''}${say(locale, 'drawingSource', { table })}`
