import { expect, test } from 'vitest'
import { readDocument } from '../../src/readers/read-document.ts'

const article = `<div class="article"><h1>泾县水利局2023年政府信息公开工作年度报告</h1>${'<p>我局按要求开展工作，定期检查栏目，并逐项整改。</p>'.repeat(12)}</div>`

// A box above the article says when the page was published, in whatever way it prints the label.
test.each(['公开日期2024-01-28', '发布日期：2024-01-28', '发布时间 2024年1月28日', '公开日期</p><p>2024-01-28'])(
  'of a page that prints %j above its article the line is kept',
  async (line) => {
    const page = `<html><body><div class="top"><p>首页</p><p>${line}</p></div>${article}</body></html>`
    const { metadata } = await readDocument(new TextEncoder().encode(page))
    const kept = metadata.filter(({ name }) => name === 'page').map(({ value }) => value)
    expect(kept.join(' ')).toMatch(/(?:日期|时间)[： ]?2024/)
    expect(kept).not.toContain('首页')
  },
)
