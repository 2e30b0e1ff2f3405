import { drawCity, drawHomonym, drawPlace, type Place, sharing, withParent } from './identity-places.ts'
import type { Random } from './random.ts'

/** A body that issues a report, and the ways in which its name is printed. */
export interface Body {
  readonly kind: BodyKind
  readonly place: Place | null
  /** Own name without place, in official and in customary short form; the short one may be the same. */
  readonly full: string
  readonly short: string
  /** What stands before the name: the place as titles print it. */
  readonly before: string
  /** The place with its parent, or as in titles where there is none. */
  readonly beforeLong: string
  /** 我局, 我镇 … */
  readonly self: string
  readonly level: 'national' | 'province' | 'prefecture' | 'county' | 'township' | 'zone' | null
  readonly zone: string | null
  /** Division codes that a careful reader may give when only `before` is printed. */
  readonly codes: readonly (string | null)[]
  readonly functions: readonly string[]
  readonly scope: 'organ' | 'area'
}

export type BodyKind =
  | 'department'
  | 'provincial'
  | 'government'
  | 'office'
  | 'township'
  | 'zone'
  | 'vertical'
  | 'institution'
  | 'ministry'
  | 'homonym'
  | 'unplaced'

type Department = readonly [full: string, short: string, fn: string]

const departments: readonly [Department, ...Department[]] = [
  ['科学技术局', '科技局', 'science'],
  ['发展和改革局', '发改局', 'planning'],
  ['工业和信息化局', '工信局', 'industry'],
  ['教育局', '教育局', 'education'],
  ['教育体育局', '教体局', 'sport'],
  ['文化和旅游局', '文旅局', 'tourism'],
  ['文化广电旅游体育局', '文化广电旅游体育局', 'culture'],
  ['体育局', '体育局', 'sport'],
  ['民政局', '民政局', 'civil_affairs'],
  ['司法局', '司法局', 'justice'],
  ['财政局', '财政局', 'finance'],
  ['公安局', '公安局', 'public_security'],
  ['人力资源和社会保障局', '人社局', 'labour'],
  ['自然资源和规划局', '自然资源和规划局', 'land'],
  ['住房和城乡建设局', '住建局', 'housing'],
  ['城市管理局', '城管局', 'urban_management'],
  ['综合行政执法局', '综合执法局', 'law_enforcement'],
  ['交通运输局', '交通局', 'transport'],
  ['水利局', '水利局', 'water'],
  ['农业农村局', '农业农村局', 'agriculture'],
  ['农业局', '农业局', 'agriculture'],
  ['林业和草原局', '林草局', 'forestry'],
  ['卫生健康局', '卫健局', 'health'],
  ['卫生健康委员会', '卫健委', 'health'],
  ['退役军人事务局', '退役军人局', 'veterans'],
  ['应急管理局', '应急局', 'emergency'],
  ['审计局', '审计局', 'audit'],
  ['市场监督管理局', '市场监管局', 'market_supervision'],
  ['统计局', '统计局', 'statistics'],
  ['信访局', '信访局', 'petitions'],
  ['医疗保障局', '医保局', 'medical_insurance'],
  ['行政审批服务局', '审批局', 'administrative_approval'],
  ['政务服务和数据管理局', '政务服务和数据管理局', 'data'],
  ['乡村振兴局', '乡村振兴局', 'rural_revitalisation'],
  ['民族宗教事务局', '民宗局', 'ethnic_religious'],
  ['粮食和物资储备局', '粮食和物资储备局', 'grain'],
  ['经济贸易和科技局', '经济贸易和科技局', 'commerce'],
  ['机关事务管理局', '机关事务局', 'government_affairs'],
  ['地方金融监督管理局', '金融局', 'financial_supervision'],
  ['招商局', '招商局', 'commerce'],
]
const provincials: readonly [Department, ...Department[]] = [
  ['科学技术厅', '科技厅', 'science'],
  ['住房和城乡建设厅', '住建厅', 'housing'],
  ['人力资源和社会保障厅', '人社厅', 'labour'],
  ['应急管理厅', '应急厅', 'emergency'],
  ['农业农村厅', '农业农村厅', 'agriculture'],
  ['卫生健康委员会', '卫生健康委', 'health'],
  ['发展和改革委员会', '发展改革委', 'planning'],
  ['药品监督管理局', '药品监督管理局', 'market_supervision'],
  ['司法厅', '司法厅', 'justice'],
  ['水利厅', '水利厅', 'water'],
]
const institutions: readonly [Department, ...Department[]] = [
  ['机关事务服务中心', '机关事务服务中心', 'government_affairs'],
  ['机关后勤服务中心', '机关后勤服务中心', ''],
  ['投资促进中心', '投资促进中心', 'commerce'],
  ['住房公积金管理中心', '住房公积金管理中心', 'housing'],
  ['公共资源交易中心', '公共资源交易中心', ''],
  ['供销合作社联合社', '供销合作社联合社', 'supply_cooperatives'],
  ['残疾人联合会', '残疾人联合会', 'mass_organisation'],
  ['红十字会', '红十字会', 'mass_organisation'],
  ['疾病预防控制中心', '疾病预防控制中心', ''],
  ['档案馆', '档案馆', 'archives'],
  ['城市建设投资集团有限公司', '城市建设投资集团有限公司', ''],
]
type Triple = readonly [string, string, string]

const towns = [
  '柳河',
  '桃源',
  '白石',
  '望江',
  '北京',
  '朝阳',
  '新城',
  '东风',
  '城关',
  '大王',
  '人民路',
  '和平',
] as const
const townKinds: readonly [Triple, ...Triple[]] = [
  ['镇人民政府', '镇', '我镇'],
  ['乡人民政府', '乡', '我乡'],
  ['街道办事处', '街道', '我街道'],
  ['镇人民政府', '镇政府', '我镇'],
  ['街道办事处', '街道办', '我办'],
]
const zoneKinds = [
  '经济技术开发区',
  '高新技术产业开发区',
  '综合保税区',
  '旅游度假区',
  '临空经济示范区',
  '工业园区',
] as const
const zoneOffices: readonly [Triple, ...Triple[]] = [
  ['管理委员会', '管委会', 'zone_management'],
  ['社会事务局', '社会事务局', 'social_affairs'],
  ['规划建设局', '规划建设局', 'land'],
]
const ministries = [
  '民政部',
  '国家档案局',
  '中国气象局',
  '国家统计局',
  '海关总署',
  '国务院国有资产监督管理委员会',
] as const
const verticals: readonly [Triple, ...Triple[]] = [
  ['国家税务总局', '税务局', 'tax'],
  ['', '气象局', 'weather'],
  ['', '消防救援大队', 'fire'],
  ['', '烟草专卖局', ''],
  ['', '邮政管理局', ''],
  ['国家统计局', '调查队', 'statistics'],
]

const selfOf = (name: string): string => (name.endsWith('委员会') ? '我委' : name.endsWith('局') ? '我局' : '我单位')
const isOnly = (place: Place): boolean => sharing(place.name).length === 1

/** The division codes that a name beginning with the place may be given. */
const codesOf = (place: Place): readonly (string | null)[] => (isOnly(place) ? [place.code] : [null])

function placed(kind: BodyKind, place: Place, [full, short, fn]: Department): Body {
  return {
    kind,
    place,
    full,
    short,
    before: place.name,
    beforeLong: withParent(place),
    self: selfOf(full),
    level: place.level,
    zone: null,
    codes: codesOf(place),
    functions: fn === '' ? [] : [fn],
    scope: full === '人民政府' ? 'area' : 'organ',
  }
}

const anyLevel = (random: Random): Place => drawPlace(random.pick(['county', 'county', 'county', 'prefecture']), random)

function township(random: Random): Body {
  const [full, short, self] = random.pick(townKinds)
  const town = random.pick(towns)
  const body = placed('township', drawPlace('county', random), [town + full, town + short, 'township_government'])
  return { ...body, self, level: 'township' }
}

function zoned(random: Random): Body {
  const city = drawCity(random)
  const zone = city.short + random.pick(zoneKinds)
  const [full, short, fn] = random.pick(zoneOffices)
  const body = placed('zone', city, [full, short, fn])
  return { ...body, before: zone, beforeLong: zone, level: 'zone', zone, codes: [city.code] }
}

function vertical(random: Random): Body {
  const [central, own, fn] = random.pick(verticals)
  const place = anyLevel(random)
  const body = placed('vertical', place, [own, own, fn])
  return {
    ...body,
    before: central + place.name,
    beforeLong: central + (central === '' ? withParent(place) : place.name),
  }
}

function nowhere(kind: 'ministry' | 'unplaced', name: string, fn: readonly string[]): Body {
  return {
    kind,
    place: null,
    full: name,
    short: name,
    before: '',
    beforeLong: '',
    self: selfOf(name),
    level: kind === 'ministry' ? 'national' : null,
    zone: null,
    codes: [null],
    functions: fn,
    scope: 'organ',
  }
}

const makers: Readonly<Record<BodyKind, (random: Random) => Body>> = {
  department: (random) => placed('department', anyLevel(random), random.pick(departments)),
  provincial: (random) => placed('provincial', drawPlace('province', random), random.pick(provincials)),
  government: (random) => placed('government', anyLevel(random), ['人民政府', '政府', '']),
  office: (random) => placed('office', anyLevel(random), ['人民政府办公室', '政府办公室', 'government_office']),
  township,
  zone: zoned,
  vertical,
  institution: (random) => placed('institution', anyLevel(random), random.pick(institutions)),
  ministry: (random) => nowhere('ministry', random.pick(ministries), []),
  homonym: (random) => placed('homonym', drawHomonym(random), random.pick(departments)),
  unplaced: (random) => {
    const [full, , fn] = random.pick(departments)
    return nowhere('unplaced', full, [fn])
  },
}

export const bodyKinds = Object.keys(makers) as readonly BodyKind[]

export const drawBody = (kind: BodyKind, random: Random): Body => makers[kind](random)
