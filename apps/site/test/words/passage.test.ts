import { expect, test } from 'vitest'
import { toWords } from '../../src/words/passage.ts'

test('links in a text are cut out of it', () => {
  expect(toWords('见[数据](/data/)。')).toEqual([{ text: '见' }, { text: '数据', to: '/data/' }, { text: '。' }])
  expect(toWords('没有')).toEqual([{ text: '没有' }])
})
