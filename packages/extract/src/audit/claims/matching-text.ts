/** Words directly before 申请 that leave it a request for information; after any other it is 许可申请, 救助申请 and the like. */
const plain = [
  ...[
    '^',
    '[，,、。；;：:（(”）)#]',
    '公开',
    '信息',
    '公众',
    '群众',
    '公民',
    '组织',
    '机构',
    '单位',
    '法人',
    '企业',
    '自然人',
    '个人',
  ],
  ...['收到', '接到', '新收', '受理', '接收', '登记', '新增', '结转', '遗留', '办结', '答复', '办理', '处理', '回复'],
  ...[
    '依',
    '被',
    '的',
    '类',
    '来',
    '到',
    '了',
    '和',
    '与',
    '及',
    '或',
    '并',
    '对',
    '以',
    '为',
    '共',
    '份',
    '件',
    '宗',
    '起',
  ],
  ...[
    '提出',
    '提交',
    '书面',
    '全部',
    '所有',
    '上述',
    '首次',
    '重复',
    '反复',
    '有效',
    '网络',
    '网上',
    '线上',
    '在线',
    '平台',
  ],
  ...['网站', '信函', '邮寄', '邮件', '传真', '当面', '现场', '窗口', '纸质', '本年', '上年', '下年', '各项', '同一'],
].join('|')
const registered = '(?:不动产|房产|产权|商事|市场主体|工商|企业|婚姻|土地|户籍|注册|抵押|林权)登记'
const otherRequest = new RegExp(`(?:(?<!${plain})|(?<=${registered}))申请(?!公开|人)`, 'g')

/**
 * Text for matching: no spaces; years written 本年, 上年, 下年 by their distance from the report's, 往年 beyond and
 * 某年 where the report's is unknown; 申请 for anything but information renamed 他项.
 */
export function toWords(text: string, year: number | null): string {
  const joined = text.replace(/\s+/g, '')
  const dated = joined.includes('年') ? nameYears(joined, year) : joined
  return dated.includes('申请') ? nameRequests(dated) : dated
}

const nameRequests = (text: string): string =>
  text.replace(/(复议|诉讼)(?:的)?申请(?!公开)/g, '$1').replace(otherRequest, '他项')

/** Words for the years next to the report's; a 度 after 本年 is dropped. */
const yearWord = /(20\d\d|[今本去明次翌来]|[上前下]一)年(度?)/g
const yearNames: Readonly<Record<string, string>> = {
  今: '本年',
  本: '本年',
  去: '上年',
  上一: '上年',
  前一: '上年',
  明: '下年',
  次: '下年',
  翌: '下年',
  来: '下年',
  下一: '下年',
}

const nameYears = (text: string, year: number | null): string =>
  text.replace(yearWord, (_, word: string, rest: string) => {
    const name = yearNames[word] ?? toYear(Number(word), year)
    return name === '本年' && word !== '今' ? name : name + rest
  })

/** By how many years a printed year lies after the report's. */
const nextYears: Readonly<Record<number, string>> = { [-1]: '上年', 0: '本年', 1: '下年' }

const toYear = (printed: number, year: number | null): string =>
  year === null ? '某年' : (nextYears[printed - year] ?? '往年')
