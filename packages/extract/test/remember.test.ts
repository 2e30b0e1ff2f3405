import { describe, expect, it } from 'vitest'
import { remember } from '../src/text/remember.ts'

describe('remember', () => {
  it('asks once about a short text, and gives the same answer again', () => {
    const asked: string[] = []
    const read = remember((text) => {
      asked.push(text)
      return { text }
    })
    const first = read('自然人')
    expect(read('自然人')).toBe(first)
    expect(asked).toEqual(['自然人'])
  })

  it('keeps the answer "none"', () => {
    let asked = 0
    const read = remember((): string | undefined => {
      asked++
      return undefined
    })
    expect([read('0'), read('0')]).toEqual([undefined, undefined])
    expect(asked).toBe(1)
  })

  it('asks each time about a long text', () => {
    let asked = 0
    const read = remember((text) => {
      asked++
      return text.length
    })
    expect([read('长'.repeat(97)), read('长'.repeat(97))]).toEqual([97, 97])
    expect(asked).toBe(2)
  })

  it('answers right beyond what it can keep', () => {
    const read = remember((text) => `<${text}>`)
    for (let i = 0; i < 10_000; i++) expect(read(`${i}`)).toBe(`<${i}>`)
    expect(read('7')).toBe('<7>')
  })
})
