import type { Random } from './random.ts'

type Clause = (name: string) => string

/** Sentences before the first section that name the issuer as issuer. */
export const namingClauses: readonly [Clause, ...Clause[]] = [
  (name) => `本报告由${name}编制。`,
  (name) => `本报告由${name}按照《中华人民共和国政府信息公开条例》要求编制。`,
  (name) => `本年报由${name}结合有关统计数据编写而成。`,
  (name) => `根据《中华人民共和国政府信息公开条例》的有关规定，由${name}编制。`,
  (name) => `如对本报告有任何疑问，请与${name}联系（电话：0563-5600000）。`,
  (name) => `如对本报告有疑问，请联系：${name}办公室，电话：0563-5600000。`,
  (name) => `如有意见，请联系${name}（邮编：242500，电话：0563-5600000）。`,
  (name) => `公众如需进一步咨询，请与${name}办公室联系（电话：0563-5600000）。`,
  (name) => `按照条例规定，现公布${name}年度报告有关情况。`,
  (name) => `根据条例规定，特向社会公布${name}年度报告。`,
  (name) => `${name}在总结全年工作的基础上，编制本报告。`,
  (name) => `${name}向社会公布本级政府信息公开工作年度报告。`,
]

type Period = (year: number) => string

const periods: readonly [Period, ...Period[]] = [
  (year) => `本报告所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。`,
  (year) => `统计期限为${year}年1月1日至12月31日。`,
  (year) => `数据统计时限：${year}年1月1日—${year}年12月31日。`,
  (year) => `统计周期自${year}年1月1日至${year}年12月31日。`,
  (year) => `统计起止时间为${year}年1月1日到12月31日。`,
  (year) => `报告中所列数据的统计书记时间段为${year}年1月1日至${year}年12月31日。`,
  (year) => `数据核定时间点为${year}年12月31日。`,
  (year) => `各项数据截止为${year}年12月31日。`,
  (year) => `统计期限自${year}1月1日起至${year}12月31日止。`,
  (year) => `统计时间${year}11日至${year}1231日。`,
  (year) => `统计期限自${year} 1 1 日起至${year} 12 31 日止。`,
  (year) => `本报告中所列数据的统计期限从${year}.1.1到${year}.12.31止。`,
]

export const periodClause = (year: number, random: Random): string => random.pick(periods)(year)

/** Sentences that name other bodies or years, none of which is the issuer or the report year. */
export const traps = (year: number, random: Random): readonly string[] =>
  [
    '工作依据《由省民政厅编制的公开指南》和《今日定安》刊登的办法开展。',
    '按照国办公开办函〔2021〕30号文件的格式编写。',
    `${year + 1}年，将继续完善公开目录，${year + 1}年底前完成栏目调整。`,
    '组织推动全省政务公开培训时，有关做法得到民政部肯定。',
    '全年学习贯彻省政府办公厅印发的要点，配合国家档案局完成检查。',
    `对${year - 1}年遗留的问题逐项作了整改。`,
  ].filter(() => random.chance(0.3))
