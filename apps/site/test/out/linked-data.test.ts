import { expect, test } from 'vitest'
import { toScriptText } from '../../src/out/linked-data.ts'

test('JSON in a page cannot close the element it stands in', () => {
  const text = toScriptText({ name: '</script><!--' })
  expect(text).not.toContain('<')
  expect(JSON.parse(text)).toEqual({ name: '</script><!--' })
})
