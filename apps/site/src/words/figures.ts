import type { IndicatorUnit, Label } from '@gongkai/schema'
import { plural, toGrouped, toPercent } from './format.ts'

const rounded = (value: number): string => toGrouped(Math.round(value * 100) / 100)
const signed = (value: number): string => `${value > 0 ? '+' : ''}${toPercent(value)}`

/**
 * A figure of an indicator in words.
 *
 * @example showFigure(0.524, 'share').zh // '52.4%'
 * @example showFigure(2.5, 'per_100').zh // '每百件 2.5 件'
 */
export function showFigure(value: number, unit: IndicatorUnit): Label {
  switch (unit) {
    case 'share':
      return both(toPercent(value))
    case 'change':
      return both(signed(value))
    case 'per_100':
      return { zh: `每百件 ${rounded(value)} 件`, en: `${rounded(value)} per 100` }
    case 'days':
      return { zh: `${rounded(value)} 天`, en: `${rounded(value)} ${plural(value, 'day', 'days')}` }
    case 'items':
      return { zh: `${rounded(value)} 件`, en: rounded(value) }
    case 'flag':
      return value === 1 ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' }
  }
}

const both = (text: string): Label => ({ zh: text, en: text })

/** What an indicator is measured in. */
export const unitWords = {
  share: { zh: '占比', en: 'share' },
  per_100: { zh: '每百件', en: 'per 100' },
  change: { zh: '较上年增减', en: 'change on the year before' },
  items: { zh: '件', en: 'items' },
  days: { zh: '天', en: 'days' },
  flag: { zh: '是或否', en: 'yes or no' },
} as const satisfies Readonly<Record<IndicatorUnit, Label>>
