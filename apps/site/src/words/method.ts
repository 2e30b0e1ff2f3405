import type { Passage } from './passage.ts'

/** The method page: how a report becomes a row, and what each mark on a page means. */
export const method: readonly Passage[] = [
  {
    id: 'read',
    heading: { zh: '怎样读取', en: 'How a report is read' },
    text: [
      {
        zh: '规定表格的每一格都事先登记在程序里，程序逐格对照读取，不猜测，不使用语言模型。同一份文件，无论谁在什么时候读取，结果都相同。',
        en: 'Every cell of the statutory forms is declared beforehand, and the program looks for each in turn. It does not guess, and no language model takes part: the same file gives the same result, whoever reads it and whenever.',
      },
    ],
    items: [
      {
        zh: '读入：各种格式的文件都先转为按阅读顺序排列的段落和表格；暂时不能读取的格式列在[数据质量](/quality/)页。',
        en: 'Read: a file of any format first becomes paragraphs and tables in reading order. Formats that cannot be read yet are listed [with the quality figures](/quality/).',
      },
      {
        zh: '修复：转载造成的乱码、繁体、注音和广告被还原或删去，逐处登记；数字不动。',
        en: 'Repair: damage by republishing (encoding, script, pinyin gloss, advertising) is undone and every repair is logged. No number is touched.',
      },
      {
        zh: '对照：按规定格式逐行查找，读出每一格的状态、数值、印出的文字和所在的行。',
        en: 'Match: each row of the form is looked for, and each cell gets its state, number, wording and line.',
      },
      {
        zh: '识别：机关、行政区划、年度和日期都注明依据；没有依据的留空，不作推测。',
        en: 'Identify: agency, division, year and dates, each with its evidence. Without evidence they stay empty.',
      },
      {
        zh: '核对：逐项计算勾稽关系，并把正文中的数字与表格对照。',
        en: 'Check: every sum the form prescribes is computed, and numbers in the text are held against the tables.',
      },
    ],
  },
  {
    id: 'states',
    heading: { zh: '单元格的五种状态', en: 'Five states of a cell' },
    text: [
      {
        zh: '有数值、空白、不适用、文字、缺失。印出的 0 是数值；空白不是 0，找不到的更不是 0。只有“有数值”参与计算；有一格不是数值的勾稽关系列为“无法核对”。',
        en: 'A number, blank, not applicable, words, missing. A printed 0 is a number; a blank is not 0, and a cell that is not found is certainly not 0. Only numbers are added up: a sum over any other state “cannot be assessed”.',
      },
    ],
  },
  {
    id: 'sums',
    heading: { zh: '勾稽关系', en: 'The sums' },
    text: [
      {
        zh: '勾稽关系由表格自身规定，例如“本年新收”加“上年结转”应当等于“总计”加“结转下年度”。不符时两边的数都列出来；如果只改一格（或者一组格）就能使全部关系成立，就列为“可能的更正”，并说明更可能是报告有误还是读取有误。公布的数值始终是报告印出的数值。',
        en: 'The form prescribes them: new requests plus those carried in equal results plus those carried forward. Where a sum fails, both sides are shown. If changing one cell, or one set of cells, restores every sum, that is shown as a proposal, with the likelier cause: the report or our reading. The published value stays as printed.',
      },
      {
        zh: '全部为 0 的表，怎样读都能平衡，所以“相符”只说明数字之间没有矛盾，不证明数字正确。',
        en: 'A table of zeros balances however it is read. That the sums hold shows that the numbers do not contradict each other, not that they are right.',
      },
    ],
  },
  {
    id: 'claims',
    heading: { zh: '正文与表格', en: 'Text against tables' },
    text: [
      {
        zh: '正文中提到的申请、办结、结转、复议和诉讼数量，与表格中对应的单元格比较，结果分为一致、不一致、基数不明、口径不同、表中没有可比数值五种，在报告页的原文中逐处标出。',
        en: 'Numbers of requests, results, carry-over, reconsiderations and lawsuits in the text are compared with their cells. They agree, differ, have an unclear base, count another scope, or have nothing to compare; each is marked in the text of the report.',
      },
    ],
  },
  {
    id: 'source',
    heading: { zh: '原文与网页', en: 'Source text' },
    text: [
      {
        zh: '报告页只放清理后的文字，逐行编号；不放原网页的代码，因为转载页面常带有广告和跟踪程序。原文件的 SHA-256 列在报告信息中，凭它可以核对所读的是哪一份文件。',
        en: 'A report page shows the cleaned text, numbered line by line, and never the markup of the source page, which may carry advertising and trackers. The SHA-256 of the source file says which file was read.',
      },
    ],
  },
  {
    id: 'reproduce',
    heading: { zh: '自己重算', en: 'Do it again' },
    text: [
      {
        zh: '数据集连同每一格的出处都可以[下载](/data/)；字段和代码的含义见[术语](/glossary/)。页脚的数据版本是校验和文件的摘要，代表整个数据集；报告、机关、地区各页页脚写的是该机关、该地区的数据版本，这些数据有变动时才改变。引用时写上版本，别人就能核对用的是同一份数据。',
        en: 'The dataset with the place of every cell can be [downloaded](/data/); columns and codes are explained in the [glossary](/glossary/). The data version in the footer is a digest of the checksum file and stands for the whole dataset; the pages of a report, an agency or a place name the version of the data of that agency or place, which changes only when they do. Quote it, and others can tell that they use the same data.',
      },
    ],
  },
]
