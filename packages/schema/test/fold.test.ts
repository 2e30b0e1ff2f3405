import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold, foldWithPlaces } from '../src/index.ts'

describe('fold', () => {
  test.each([
    ['數(shù)據', '数据'],
    ['政府信息公開', '政府信息公开'],
    ['ＡＢＣ２０２２', 'abc2022'],
    ['重 慶 市　人民政府', '重庆市人民政府'],
    ['2022 年 1 月', '2022年1月'],
    ['Open   Data', 'open data'],
    ['(app)汉(a)', '(app)汉(a)'],
    ['乾坤', '干坤'],
    ['行\u200b政', '行政'],
    ['①项', '1项'],
  ])('%j reads %j', (text, folded) => expect(fold(text)).toBe(folded))

  test('is the same with places and without', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'公開 數(shù)ﾞＡ①é　a乾坤') }),
    )
    fc.assert(
      fc.property(text, (original) => {
        expect(foldWithPlaces(original).text).toBe(fold(original))
      }),
    )
  })

  test('changes nothing that is folded already', () => {
    const text = fc.string({ unit: fc.constantFrom(...'公開數據乾坤著瞭解發髮 Ａ１（）、。') })
    fc.assert(
      fc.property(text, (original) => {
        expect(fold(fold(original))).toBe(fold(original))
      }),
    )
  })

  test('gives the part of a text a part of its fold', () => {
    const text = fc.string({ unit: fc.constantFrom(...'公开数据乾坤著了解发 Ａ１（）、。'), minLength: 1 })
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (original, from, length) => {
        const part = original
          .slice(from % original.length)
          .slice(0, 1 + (length % 6))
          .trim()
        expect(fold(original)).toContain(fold(part))
      }),
    )
  })
})

describe('places', () => {
  test.each([
    ['政府信息公(gōng)開', '信息公开', '信息公(gōng)開'],
    ['第　２ 季度', '2季', '２ 季'],
    ['共計①項', '1项', '①項'],
  ])('in %j, %j is found at %j', (original, part, expected) => {
    const { text, starts, ends } = foldWithPlaces(original)
    const at = text.indexOf(part)
    expect(at).toBeGreaterThanOrEqual(0)
    expect(original.slice(starts[at], ends[at + part.length - 1])).toBe(expected)
  })

  test('are one for each code unit and never go back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (original) => {
        const { text, starts, ends } = foldWithPlaces(original)
        expect([starts.length, ends.length]).toEqual([text.length, text.length])
        for (let i = 1; i < starts.length; i++) expect(starts[i]).toBeGreaterThanOrEqual(starts[i - 1] ?? 0)
        expect(ends.every((end, i) => end > (starts[i] ?? 0) && end <= original.length)).toBe(true)
      }),
    )
  })
})
