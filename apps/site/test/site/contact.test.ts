import { expect, test } from 'vitest'
import { toContactAddress } from '../../src/site/contact.ts'

test.each([
  [undefined, undefined],
  ['mailto:a@b.example', 'mailto:a@b.example?subject=S&body=%E4%B8%80%0D%0A%E4%BA%8C'],
  ['https://x.example/new', 'https://x.example/new?title=S&body=%E4%B8%80%0A%E4%BA%8C'],
  ['https://x.example/new?labels=data', 'https://x.example/new?labels=data&title=S&body=%E4%B8%80%0A%E4%BA%8C'],
])('an error is reported to %j at %j', (contact, expected) => {
  expect(toContactAddress(contact, { subject: 'S', lines: ['一', '二'] })).toBe(expected)
})
