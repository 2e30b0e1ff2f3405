import type { Line } from '@gongkai/schema'
import { findAll } from '../text/find-all.ts'
import { yearlyReport } from '../text/report-title.ts'
import { isAgencyName } from './names.ts'
import { parseTitle } from './title.ts'

/** What a sentence says of the body that it names: it made the report, or it answers questions about it. */
export type ClauseRole = 'issuer' | 'contact'

/** A body named in a sentence. */
export interface ClauseName {
  readonly name: string
  readonly role: ClauseRole
}

const NAME = '([\\p{sc=Han}（）()]{2,40}?)'
/** Verbs of a body that makes or publishes its report. */
const MAKES = '(?:结合|依据|根据|依照|按照|按|负责|组织|汇总|综合|会同|牵头|编制|编写|编撰|编纂|编印|撰写|整理|起草)'

/** Words after which a name stands, and the words that end it. */
interface Clause {
  readonly role: ClauseRole
  readonly pattern: RegExp
}

/** Every place of a text is tried: a name that is none must not hide the next one. */
const clause = (role: ClauseRole, before: string, after: string): Clause => ({
  role,
  pattern: new RegExp(`(?:${before})(?=${NAME}${after})`, 'gu'),
})

const CLAUSES: readonly Clause[] = [
  clause('issuer', '由', MAKES),
  clause('issuer', '(?:编制|编写|撰写|报告)(?:单位|机关|机构)[:：为是]{1,2}', '(?:[（(，,。；;]|$)'),
  clause(
    'issuer',
    '^|。',
    '(?:现公布|现发布|现向社会|现将|特向社会|向社会|在总结|编制|组织编制|编写|撰写|认真总结|按照.{0,24}编制|根据.{0,40}编制|结合.{0,24}编制)',
  ),
  clause('issuer', '[，,]', '[特现]?(?:编制|组织编制|编写|撰写)(?:了|并|此|本|20\\d{2}|完成|形成)'),
  clause(
    'issuer',
    '(?:公布|公开|发布|现将|编制|反映|根据条例要求[，,]|便于公众监督[，,])(?:了)?(?:20\\d{2}年度?)?',
    '(?:[（(]机关[）)])?(?:关于)?(?:20\\d{2}|年度|对全年|按统一格式|的?(?:政府|政务)?信息公开)',
  ),
  clause(
    'contact',
    '与|向|联系|致电|咨询|垂询|询问',
    '(?:直接|进行|及时)?(?:联系|反映|咨询|反馈|提出|查询|垂询|(?:联系)?电话|地址|[（(，,。；;：:]|$)',
  ),
  clause(
    'contact',
    '(?:联系|咨询|受理|答复)(?:单位|机构|部门|科室|处室)?[:：为是]{1,2}',
    '(?:[（(，,。；;：:]|联系|电话|地址|$)',
  ),
]

/**
 * Words by which a text opens the title of the report it publishes, quoted or not. In the name of a notice, such as
 * 《某市政务公开领导小组办公室关于做好…年度报告编制工作的通知》, neither its words nor the report open one.
 */
const TITLE_OPENS = new RegExp(
  `(?<=编制|编写|撰写|形成|公布|发布|(?<!政务|信息)公开|印发|现将|予以|现就)了?(?:如下)?(?=[《“]?([\\p{sc=Han}\\d（）()〇○\\s]{4,70}?(?:${yearlyReport}))(?!编制|编写|发布工作|报送|有关|相关|格式|的?通知)[》”]?)`,
  'gu',
)

/** The part of a body that answers questions about its disclosure: its own 办公室, or one set up for the purpose. */
const UNIT =
  /(?:(?:政府)?信息(?:与政务)?公开|政务公开|政府信息与政务公开).{0,16}$|(?:党政)?(?:综合|政务|保密|党政综合|行政)?(?:办公室|科|股|处室)$/u
/** An office of a government is a body of its own. */
const OFFICE = /政府办公[室厅]$|政府办$/

/** The government that an office reports for. */
export const toGovernment = (name: string): string => (OFFICE.test(name) ? name.replace(/办公[室厅]$|办$/, '') : name)

/** The office of a township, which reports for it; that of a county is a body of its own. */
const TOWNSHIP_OFFICE = /(?:镇|乡|街道)(?:人民)?政府办公室$/
/** A body that units are parts of; the office of a party committee is a body of its own. */
const WHOLE = /(?:局|委员会|(?<![省市县区州旗])委|厅|政府|办事处|街道|镇|乡|管委会)$/

/**
 * The body whose unit puts its report together.
 *
 * @example 白石镇人民政府党政办公室 → 白石镇人民政府; 泗县人民政府办公室 → 泗县人民政府办公室
 */
function toIssuer(name: string): string {
  if (OFFICE.test(name) && !TOWNSHIP_OFFICE.test(name)) return name
  const inner = name.replace(UNIT, '').replace(UNIT, '')
  return WHOLE.test(inner) ? inner : name
}

/** A body without the unit that answers for it: 泗县统计局办公室 → 泗县统计局; both where the whole is a body too. */
function toBodies(name: string, role: ClauseRole): readonly string[] {
  const bare = name.replace(/[（(][^（()）]*[）)]?$/, '').replace(/^[:：]/, '')
  if (role === 'issuer') return [toIssuer(bare)]
  const inner = bare.replace(UNIT, '')
  if (inner === bare) return [bare]
  const isOffice = OFFICE.test(bare)
  if (OFFICE.test(inner)) return [toGovernment(inner), inner]
  return isOffice ? [toGovernment(bare), bare] : [inner, bare]
}

/** A name of one character and a kind, or a kind alone, names nobody. */
const GENERIC =
  /^(?:区|县|市|乡|镇|街道|人民政府|政府|办公室|党政办|政府办|局|委|委员会|中心|管委会|[省市县区州旗镇乡]人?民?政府|[省市县区州旗]政府办公室|(?:政务公开|(?:政府)?信息公开)?(?:工作)?(?:领导|协调)小组(?:办公室)?|行政机关|政府部门|工作机构|主管部门|责任单位|各?单位)$/

/** Whether a text names one body. */
export const isNamed = (name: string): boolean => isAgencyName(name) && !GENERIC.test(name)

const plainOf = (text: string): string => text.replace(/\s/g, '')
const withoutQuoted = (text: string): string => plainOf(text).replace(/《[^》]{0,200}》/g, '')

/** The bodies that a sentence names as maker of the report, or as the one to ask about it. */
function clauseNames(text: string): readonly ClauseName[] {
  const plain = withoutQuoted(text)
  return CLAUSES.flatMap(({ role, pattern }) =>
    findAll(plain, pattern).flatMap(([, found = '']) =>
      toBodies(found, role).flatMap((name) => (isNamed(name) ? [{ name, role }] : [])),
    ),
  )
}

/** The bodies whose report a sentence publishes by its title: 现发布《某县统计局2023年…年度报告》. */
function titleNames(text: string): readonly ClauseName[] {
  return findAll(plainOf(text), TITLE_OPENS).flatMap(([, found = '']) => {
    const name = parseTitle(found, [])?.agency ?? null
    return name !== null && isNamed(name) ? [{ name, role: 'issuer' as const }] : []
  })
}

/** Sentences longer than this are narrative, in which no body introduces itself. */
const LONGEST = 1500

/** The bodies that lines name as makers of the report or as those to ask, in the order of what each name tells. */
export function findClauseNames(lines: readonly Line[]): readonly ClauseName[] {
  const texts = lines.flatMap(({ kind, text }) => (kind === 'table_row' || text.length > LONGEST ? [] : [text]))
  return [...texts.flatMap(titleNames), ...texts.flatMap(clauseNames)].toSorted(
    (a, b) => Number(a.role === 'contact') - Number(b.role === 'contact'),
  )
}
