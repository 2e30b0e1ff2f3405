import type { Label } from '@gongkai/schema'
import { type SumCounts, type TextCounts, toSumsOutcome, toTextOutcome } from '@gongkai/schema/browser'
import { plural } from './format.ts'

/**
 * What the sums of a report come to, always with how many of how many.
 *
 * @example describeSums({ declared: 42, assessed: 5, failed: 0 }).zh // '5 / 42 项相符'
 */
export function describeSums({ declared, assessed, failed }: SumCounts): Label {
  const words = {
    fail: {
      zh: `${failed} 项不符（核对 ${assessed} / ${declared} 项）`,
      en: `${failed} ${plural(failed, 'fails', 'fail')} (${assessed} / ${declared} assessed)`,
    },
    hold: { zh: `${assessed} / ${declared} 项相符`, en: `${assessed} / ${declared} hold` },
    hold_in_part: { zh: `${assessed} / ${declared} 项相符`, en: `${assessed} / ${declared} hold` },
    not_assessable: { zh: `${declared} 项均无法核对`, en: `none of ${declared} can be assessed` },
  } as const
  return words[toSumsOutcome({ declared, assessed, failed })]
}

/**
 * What the numbers of the text come to beside the tables, with how many there are.
 *
 * @example describeText({ stated: 2, agreeing: 0, differing: 0 }).zh // '正文 2 处数字，表中无可比'
 */
export function describeText({ stated, agreeing, differing }: TextCounts): Label {
  const text = `${stated} ${plural(stated, 'number', 'numbers')} in the text`
  const words = {
    differ: {
      zh: `正文 ${stated} 处数字，${differing} 处与表格不一致`,
      en: `${text}, ${differing} ${plural(differing, 'differs', 'differ')} from the tables`,
    },
    agree: {
      zh: `正文 ${stated} 处数字，${agreeing} 处与表格一致${agreeing < stated ? '，其余无可比' : ''}`,
      en: `${text}, ${agreeing} ${plural(agreeing, 'agrees', 'agree')} with the tables${agreeing < stated ? ', the rest cannot be compared' : ''}`,
    },
    not_compared: { zh: `正文 ${stated} 处数字，表中无可比`, en: `${text}, none to compare with the tables` },
    no_number: { zh: '正文没有提到表中的事项', en: 'the text states none of the numbers of the tables' },
  } as const
  return words[toTextOutcome({ stated, agreeing, differing })]
}
