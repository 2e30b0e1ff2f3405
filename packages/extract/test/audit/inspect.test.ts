import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { toWidth, widthOf, wrap } from '../../src/show/columns.ts'

const folder = mkdtempSync(join(tmpdir(), 'gongkai-inspect-'))
afterAll(() => rmSync(folder, { recursive: true }))
const cli = join(import.meta.dirname, '../../src/cli/inspect.ts')
const wrongTotal = join(import.meta.dirname, '../corpus/wrong-total/source.html')

function inspect(...args: readonly string[]): { readonly code: number; readonly text: string } {
  try {
    return { code: 0, text: execFileSync(process.execPath, [cli, ...args], { encoding: 'utf8', stdio: 'pipe' }) }
  } catch (error) {
    const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string }
    return { code: status, text: stdout + stderr }
  }
}

describe('a draft with a wrong total', () => {
  const shown = { zh: inspect(wrongTotal), en: inspect(wrongTotal, '--lang', 'en') }

  test('is answered with the verdict, both sides, the cell that would restore them, and exit code 1', () => {
    const { code, text } = shown.zh
    expect(code).toBe(1)
    const at = ['【结论】', '2 项不符', '【不符的勾稽关系】', '自然人 6 + 商业企业 1 = 7，而总计 9', '由 9 改为 7'].map(
      (words) => text.replace(/\n\s*/g, '').indexOf(words),
    )
    expect(at.every((place, i) => place > (at[i - 1] ?? -1))).toBe(true)
  })

  test('is answered in English on demand', () => {
    const { text } = shown.en
    expect(text).toContain('42 sum edits assessed, 2 failing.')
    expect(text.replace(/\n\s*/g, ' ')).toContain('Natural persons 6 + Commercial enterprises 1 = 7, but Total 9')
  })

  test.each(['zh', 'en'] as const)('fits a terminal of 80 columns in "%s"', (language) => {
    const wide = shown[language].text.split('\n').filter((line) => widthOf(line) > 80)
    expect(wide).toEqual([])
  })
})

test('a language that nobody speaks is refused with the ones there are', () => {
  expect(inspect(wrongTotal, '--lang', 'fr')).toMatchObject({ code: 2, text: expect.stringContaining('zh|en') })
})

test('a text that is no report is refused with exit code 2', () => {
  const file = join(folder, 'note.txt')
  writeFileSync(file, '会议纪要\n今天讨论了食堂的菜单。\n')
  expect(inspect(file)).toMatchObject({ code: 2, text: expect.stringContaining('内容不是政府信息公开年度报告') })
})

test.each([
  ['abc', 3],
  ['公开', 4],
  ['（一）予以公开', 14],
  ['✗ 总计', 6],
])('%j takes %i columns', (text, width) => {
  expect(widthOf(text)).toBe(width)
})

test('a text is cut to its columns and never parts a wide character', () => {
  expect(widthOf(toWidth('其他法律行政法规禁止公开', 15))).toBe(15)
  expect(toWidth('公开', 6)).toBe('公开  ')
})

test('lines break between words and never before a closing mark', () => {
  expect(wrap('一二三四五，六七', 10, 0)).toEqual(['一二三四', '五，六七'])
  expect(wrap('one two three', 8, 2)).toEqual(['one two', '  three'])
})

describe('issues of one kind', () => {
  const file = join(import.meta.dirname, '../corpus/one-value-per-row/source.txt')

  test('take one line with their number, and say what can be done', () => {
    const text = inspect(file).text.replace(/\n {4}/g, '')
    expect(text.match(/只印有一个数值/g)).toHaveLength(1)
    expect(text).toMatch(/! \d+ 行只印有一个数值，按总计列读取 \[.+等，另有 \d+ 处\]\n {2}→ 请对照原表核对这些单元格/)
  })

  test('show the printed rows below it, the first four of them', () => {
    const tables =
      '三、收到和处理政府信息公开申请情况\n自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n'
    const rows = [
      '一、本年新收政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1',
      '二、上年结转政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t0',
      '（一）予以公开\t1\t0',
      '（二）部分公开\t2',
      '1.属于国家秘密\t3\t0\t0',
      '2.其他法律行政法规禁止公开\t4\t0\t0\t0',
      '3.危及“三安全一稳定”\t5\t0\t0\t0\t0',
    ]
    const name = join(folder, 'ragged.txt')
    writeFileSync(name, `政府信息公开工作年度报告\n${tables}${rows.join('\n')}\n`)
    const text = inspect(name).text.replace(/\n {4}/g, '')
    expect(text).toContain('✗ 5 行的数值个数与表头不符\n  - （一）予以公开：印有 2 个值，应为 7 个：“1 | 0”\n')
    expect(text.match(/\n {2}- .+应为 7 个/g)).toHaveLength(4)
    expect(text).toContain('\n  - 另有 1 处\n  → 请对照原表核对这些单元格')
  })

  test('are said in Chinese alone in Chinese', () => {
    const { text } = inspect(file)
    const issues = text.slice(text.indexOf('【读取时发现的问题】'), text.indexOf('【修复与隐去】'))
    expect(issues).not.toMatch(/[a-z]{3,}/)
  })
})

describe('the address of a page', () => {
  const file = join(folder, 'page.txt')
  writeFileSync(file, '政府信息公开工作年度报告\n一、总体情况\n我局全年公开信息35条。\n二、存在问题\n人手不足。\n')

  test('tells year and division of a document that does not', () => {
    const { text } = inspect(file, '--url', 'http://www.lingbi.gov.cn/zwgk/2022ndbg/1.html')
    expect(text).toContain('年度：2022')
    expect(text).toContain('区划：341323')
  })

  test('has to be one', () => {
    expect(inspect(file, '--url', 'jingxian')).toMatchObject({
      code: 2,
      text: expect.stringContaining('--url "jingxian"'),
    })
  })
})

test('why a text is no report is quoted from it', () => {
  const file = join(folder, 'plan.txt')
  writeFileSync(file, '青石镇2023年政务公开工作要点\n一、工作目标\n把该公开的及时公开。\n')
  expect(inspect(file).text).toContain('工作计划、要点或方案，文中印有“青石镇2023年政务公开工作要点”')
})
