import { forms } from './forms/index.ts'
import type { Form, Label } from './forms/types.ts'

/** Characters at which a sentence ends, for a character class. */
export const sentenceEnds = '。！？；!?;'

/** Letters and digits that a sentence needs to say something of its own. */
export const shortestSentence = 12

/** Words that many reports share for good reason. A sentence that matches is left out of both sides of a similarity. */
export const foreignWords: readonly { readonly id: string; readonly pattern: string; readonly label: Label }[] = [
  {
    id: 'law',
    pattern: '《[^》]*(?:法|条例|规定|办法|细则|通知|意见)[^》]*》|第[一二三四五六七八九十百零〇0-9]+条',
    label: { zh: '引用法律、法规或者文件', en: 'Quotes or cites a law or a notice' },
  },
  {
    id: 'form',
    pattern: '勾稽关系|统计期限|本列数据|第一项加第二项',
    label: { zh: '规定格式中的说明', en: 'Words that the form prescribes' },
  },
]

const wordsOf = (form: Form): readonly (string | undefined)[] => [
  form.title.zh,
  ...form.blocks.flatMap(({ heading, columns, rows }) => [
    heading?.zh,
    ...[...columns, ...rows].flatMap(({ label, group }) => [label.zh, group?.zh]),
  ]),
]

/** Han characters of every title, heading and label of the forms, once each: a line of the form is no sentence. */
export const formWords: readonly string[] = [
  ...new Set(
    Object.values(forms)
      .flatMap((editions) => Object.values(editions).flatMap(wordsOf))
      .map((words = '') => words.replaceAll(/\P{Script=Han}/gu, ''))
      .filter((words) => words !== ''),
  ),
].sort()
