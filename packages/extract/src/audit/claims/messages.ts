import type { Claim, Label } from '@gongkai/schema'
import type { Parts } from './add-parts.ts'
import type { Figure } from './figures.ts'
import type { Reading } from './types.ts'

/** What a message is made of. */
export interface Told {
  readonly figure: Figure
  /** The figure in the unit of the cell, and yuan in that unit. */
  readonly stated: number
  readonly scale: number
  readonly status: Claim['status']
  readonly reading: Reading | undefined
  /** Number of the tables, or percentage computed from them. */
  readonly value: number | undefined
  /** What a percentage is a share of. */
  readonly base?: Reading | undefined
}

const about: Readonly<Record<Figure['approximation'], Label>> = {
  exact: { zh: '', en: '' },
  rounded: { zh: '', en: '' },
  about: { zh: '约', en: 'about ' },
  above: { zh: '多于', en: 'more than ' },
  below: { zh: '近', en: 'nearly ' },
}

/** Says in both languages how a figure stands to the tables. */
export function tell({
  figure,
  stated: number,
  scale,
  status,
  reading,
  value,
  base,
}: Told): Pick<Claim, 'messageZh' | 'messageEn'> {
  const unit = unitOf(figure, scale)
  const stated = {
    zh: `文中称${about[figure.approximation].zh} ${number}${unit.zh}`,
    en: `The text says ${about[figure.approximation].en}${number}${unit.en}`,
  }
  const name = toName(reading, base)
  const table = value === undefined ? undefined : { zh: `${value}${unit.zh}`, en: `${value}${unit.en}` }
  const made = verdicts[status](name, table)
  return { messageZh: `${stated.zh}，${made.zh}`, messageEn: `${stated.en}; ${made.en}` }
}

/** What the tables are asked for, quoted in Chinese as they print it; empty where they hold nothing of the kind. */
function toName(reading: Reading | undefined, base: Reading | undefined): Label {
  if (!reading) return { zh: '', en: '' }
  const { zh, en } = reading.name
  return base ? { zh: `“${zh}”占“${base.name.zh}”的比例`, en: `${en} (of: ${base.name.en})` } : { zh: `“${zh}”`, en }
}

function unitOf({ measure }: Figure, scale: number): Label {
  if (measure === 'percent') return { zh: '%', en: '%' }
  if (measure !== 'yuan') return { zh: '', en: '' }
  return scale === 1 ? { zh: '元', en: ' yuan' } : { zh: '万元', en: ' × 10,000 yuan' }
}

type Verdict = (name: Label, table: Label | undefined) => Label

const verdicts: Readonly<Record<Claim['status'], Verdict>> = {
  agree: (name, table) => ({
    zh: `与表中${name.zh}（${table?.zh ?? ''}）一致`,
    en: `it agrees with the table (${name.en}: ${table?.en ?? ''})`,
  }),
  differ: (name, table) => ({
    zh: `表中${name.zh}为 ${table?.zh ?? ''}，两者不一致`,
    en: `the table has ${table?.en ?? ''} for ${name.en}`,
  }),
  different_scope: (name, table) => ({
    zh: `统计的是另一机关或另一范围；表中${name.zh}为 ${table?.zh ?? ''}`,
    en: `it counts another body or area than the table, which has ${table?.en ?? ''} for ${name.en}`,
  }),
  ambiguous_denominator: (name) => ({
    zh: `按常用基数计算${name.zh}均不相符，基数不明`,
    en: `no usual base gives it for ${name.en}`,
  }),
  not_stated: (name) =>
    name.zh === ''
      ? { zh: '表中没有口径相同的数值', en: 'the tables hold no number of the same scope' }
      : { zh: `表中${name.zh}没有数值`, en: `the table holds no number for ${name.en}` },
}

/** Says how the parts of a total that the text lists add up. */
export function tellParts(total: number, { frames, sum, verdict }: Parts): Pick<Claim, 'messageZh' | 'messageEn'> {
  const terms = `${frames.map(({ figure }) => figure.value).join(' + ')} = ${sum}`
  const zh = { agree: '与总数相符', differ: '与总数不符', open: '所列各项未必齐全' }[verdict]
  const en = {
    agree: 'as the text says',
    differ: `but the text says ${total}`,
    open: 'and the list may be incomplete',
  }[verdict]
  return {
    messageZh: `文中称总数为 ${total}，所列各项 ${terms}，${zh}`,
    messageEn: `The parts listed: ${terms}, ${en}`,
  }
}
