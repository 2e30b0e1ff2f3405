import { toPinyin } from '../../src/identity/lookups.ts'
import { drawBody } from './identity-bodies.ts'
import { drawCity, drawHomonym, drawPlace, ofCity, type Place, sharing, withParent } from './identity-places.ts'
import type { Draft, Maker, Scene, SpecialDocument } from './identity-scene.ts'
import { seenMakers } from './identity-seen.ts'
import { wordingMakers } from './identity-wordings.ts'
import { type Random, toRandom } from './random.ts'

const titleOf = (agency: string, year: number): string => `${agency}${year}年政府信息公开工作年度报告`
const signed = (agency: string, year: number): readonly string[] => [agency, `${year + 1}年1月18日`]

/** A county that only its own name fits, so that its city's host, name or address points to it alone. */
const cityOf = ({ prefecture, province }: Place): string => prefecture || province
const short = (name: string): string => (name.length > 2 ? name.replace(/(?:市|区|县|地区|盟)$/, '') : name)

/** A homonym that one further piece of evidence decides; no namesake lies in the same city or province. */
function drawDecidable(random: Random): Place {
  for (;;) {
    const place = drawHomonym(random)
    const others = sharing(place.name).filter((code) => code !== place.code)
    const isApart = others.every((code) => code.slice(0, 2) !== place.code.slice(0, 2))
    if (isApart && cityOf(place).endsWith('市') && short(cityOf(place)).length >= 2) return place
  }
}

const homonym =
  (evidence: (place: Place, scene: Scene) => Partial<Draft>): Maker =>
  (scene) => {
    const place = drawDecidable(scene.random)
    const agency = place.name + scene.department
    return {
      title: titleOf(agency, scene.year),
      tail: signed(agency, scene.year),
      ...evidence(place, scene),
      truth: { agency: [agency], year: [scene.year], regionCode: [place.code], level: ['county'] },
    }
  }

const brands = ['金鲨体育', '乐游娱乐', 'K8直播', '大富博彩', 'vip888', '天王app平台'] as const
const formers: readonly [readonly [string, string, number], ...(readonly [string, string, number])[]] = [
  ['宁河县', '120117', 2015],
  ['广德县', '341882', 2019],
  ['江都市', '321012', 2011],
  ['绍兴县', '330603', 2013],
  ['安塞县', '610603', 2016],
  ['望城县', '430112', 2011],
]
const shorts: readonly [readonly [string, string], ...(readonly [string, string])[]] = [
  ['恩施州', '422800'],
  ['黔东南州', '522600'],
  ['前郭县', '220721'],
  ['科左后旗', '150522'],
  ['北川县', '510726'],
  ['凉山州', '513400'],
]

const makers: Readonly<Record<string, Maker>> = {
  'homonym-host': homonym((place) => ({
    url: `http://www.${toPinyin(short(place.name))}.${toPinyin(short(cityOf(place)))}.gov.cn/xxgk/t20240119_12.html`,
  })),
  'homonym-address': homonym((place, { year, random }) => ({
    preface: [
      `如对本报告有疑问，请与办公室联系（${random.pick(['地址', '联系地址', '通讯地址'])}：${place.province}${cityOf(place)}建设路${1 + random.int(90)}号，统计期限${year}年）。`,
    ],
  })),
  'homonym-address-county': homonym((place) => ({
    preface: [`如有疑问，请联系办公室（地址：${cityOf(place)}${place.name}人民路8号；邮编：000000）。`],
  })),
  'homonym-portal': homonym((place) => ({
    preface: [`本报告电子版可在${withParent(place)}人民政府门户网站下载。`],
  })),
  'homonym-parent': homonym((place, { year }) => ({
    prose: [`${year}年，在${withParent(place)}委的领导下开展工作。`],
  })),
  'homonym-site-name': homonym((place) => ({ meta: [['SiteName', `${withParent(place)}人民政府`]] })),
  'homonym-path': homonym((place) => ({ above: [`当前位置：首页 > ${withParent(place)}人民政府 > 政府信息公开年报`] })),
  'homonym-quoted': (scene) => {
    const place = drawDecidable(scene.random)
    const agency = place.name + scene.department
    return {
      title: titleOf(agency, scene.year),
      prose: [`学习《${withParent(place)}公开办法》。`],
      truth: { agency: [agency], regionCode: [null], level: ['county'] },
    }
  },
  brand: ({ random, year, department }) => ({
    title: titleOf(random.pick(brands) + department, year),
    tail: [`${year + 1}年1月18日`],
    truth: { agency: [null], year: [year], regionCode: [null], signedOn: [`${year + 1}-01-18`] },
  }),
  'brand-in-title-only': ({ random, year, department }) => {
    const agency = drawPlace('county', random).name + department
    return {
      title: titleOf(random.pick(brands) + department, year),
      tail: signed(agency, year),
      truth: { agency: [agency, null], year: [year] },
    }
  },
  branch: ({ random, year }) => {
    const place = drawPlace('county', random)
    const agency = `${cityOf(place)}${random.pick(['生态环境局', '公安局', '自然资源局'])}${short(place.name)}分局`
    const namesakes = ofCity(place).filter((other) => short(other.name) === short(place.name))
    const isPlain = namesakes.length === 1 && place.prefecture !== '' && short(place.name).length >= 2
    const regionCode = isPlain ? { regionCode: [place.code], level: ['county' as const] } : {}
    return {
      title: titleOf(agency, year),
      tail: signed(agency, year),
      truth: { agency: [agency], year: [year], ...regionCode },
    }
  },
  former: ({ random, year, department }) => {
    const [name, code, until] = random.pick(formers)
    const agency = name + department
    const before = Math.min(year, until - 1)
    return {
      title: titleOf(agency, before),
      tail: signed(agency, before),
      truth: { agency: [agency], year: [before], regionCode: [code], level: ['county'] },
    }
  },
  'short-place': ({ random, year, department }) => {
    const [name, code] = random.pick(shorts)
    const agency = name + department
    return { title: titleOf(agency, year), truth: { agency: [agency], regionCode: [code] } }
  },
  'zone-of-county': ({ random, year }) => {
    const place = drawPlace('county', random)
    const agency = `${withParent(place)}经济开发区管理委员会`
    return {
      title: titleOf(agency, year),
      tail: signed(agency, year),
      truth: { agency: [agency], level: ['zone'], regionCode: [place.code] },
    }
  },
  'zone-office': ({ random, year }) => {
    const city = drawCity(random)
    const agency = `${city.short}${random.pick(['高新区', '经开区', '高新技术产业开发区', '新区'])}${random.pick(['经济发展局', '管委会', '财政局'])}`
    return {
      title: titleOf(agency, year),
      tail: signed(agency, year),
      truth: { agency: [agency], level: ['zone'], regionCode: [city.code] },
    }
  },
  'place-left-out': ({ random, year, department }) => {
    const agency = random.pick(['市', '县', '区']) + department
    return { title: titleOf(agency, year), tail: signed(agency, year), truth: { agency: [agency], regionCode: [null] } }
  },
  'place-by-site-code': ({ random, year, department }) => {
    const place = drawPlace('county', random)
    return {
      title: titleOf(department, year),
      meta: [['SiteIDCode', `${place.code}0001`]],
      footer: [`网站标识码：${place.code}0001`],
      truth: { agency: [department], regionCode: [place.code], siteCode: [`${place.code}0001`] },
    }
  },
  'place-by-portal': ({ random, year, department }) => {
    const place = drawPlace('county', random)
    return {
      title: titleOf(department, year),
      preface: [`本报告可在${withParent(place)}人民政府网站查阅。`],
      truth: { agency: [department], regionCode: [place.code] },
    }
  },
  'publisher-is-another': ({ random, year }) => {
    const place = drawPlace('county', random)
    const self = random.pick(['我镇', '我乡', '我局'])
    return {
      title: `${year}年政府信息公开工作年度报告`,
      above: [`发布机构：${place.name}人民政府办公室`, `发布日期：${year + 1}-01-19`],
      prose: [`${year}年，${self}公开信息12条。`],
      truth: {
        agency: [null],
        year: [year],
        publishedOn: [`${year + 1}-01-19`],
        publisher: [`${place.name}人民政府办公室`],
      },
    }
  },
  'publisher-is-issuer': ({ random, year, department }) => {
    const agency = drawPlace('county', random).name + department
    return {
      title: `${year}年政府信息公开工作年度报告`,
      above: [
        `索引号：000014349/${year + 1}-05239`,
        `发布机构：${agency}`,
        `成文日期：${year + 1}-01-15`,
        `发布日期：${year + 1}-01-19`,
      ],
      truth: { agency: [agency], year: [year], publishedOn: [`${year + 1}-01-19`], publisher: [agency] },
    }
  },
  neighbour: ({ random, year, department }) => {
    const agency = drawPlace('county', random).name + department
    const other = drawPlace('county', random).name + department
    return {
      title: titleOf(agency, year),
      preface: [`本报告由${agency}编制。`],
      prose: [`${year}年，${other}公开信息12条。`, `${other}未收到申请。`],
      truth: { agency: [agency], year: [year] },
    }
  },
  'signed-by-another': ({ random, year, department }) => {
    const place = drawPlace('county', random)
    const agency = place.name + department
    return {
      title: titleOf(agency, year),
      tail: signed(`${drawPlace('county', random).name}档案馆`, year),
      truth: { agency: [agency], year: [year], signedOn: [`${year + 1}-01-18`] },
    }
  },
  'north-street': ({ random, year }) => {
    const agency = `${random.pick(['北京', '上海', '朝阳', '新城', '南山', '高新'])}街道办事处`
    const code = '440104'
    return {
      title: titleOf(agency, year),
      preface: ['如有疑问，请与办公室联系（地址：广东省广州市越秀区教育路9号）。'],
      tail: signed(agency, year),
      truth: { agency: [agency], regionCode: [code, null], level: ['township'], functions: ['township_government'] },
    }
  },
  'period-of-another-year': ({ random, year, department }) => {
    const agency = drawPlace('county', random).name + department
    return {
      title: titleOf(agency, year),
      preface: [`统计期限自${year - 1}年1月1日起至${year - 1}年12月31日止。`],
      truth: { agency: [agency], year: [year] },
    }
  },
  'year-of-the-period': ({ random, year, department }) => {
    const agency = drawPlace('county', random).name + department
    return {
      title: `${agency}政府信息公开工作年度报告`,
      preface: [`统计期限自${year}1月1日起至${year}12月31日止。`],
      prose: [`${year + 1}年我局将改进工作。`, `与${year - 1}年相比，公开数量增加。`],
      url: `http://www.example.cn/zwgk/${year + 1}ndbg/t${year + 1}0122_1.html`,
      truth: { agency: [agency], year: [year], publishedOn: [null] },
    }
  },
  'title-of-the-page': ({ random, year, department }) => {
    const agency = drawPlace('county', random).name + department
    return {
      title: titleOf(agency, year),
      titleLines: ['政府信息公开年报'],
      meta: [
        ['ArticleTitle', titleOf(agency, year)],
        ['PubDate', `${year + 1}-01-19 10:00:00`],
        ['ContentSource', agency],
      ],
      truth: { agency: [agency], year: [year], publishedOn: [`${year + 1}-01-19`], publisher: [agency] },
    }
  },
  'clock-and-updates': ({ random, year, department }) => {
    const agency = drawPlace('county', random).name + department
    return {
      title: titleOf(agency, year),
      above: [`${year + 3}年3月4日 星期三 欢迎访问`, `今天是${year + 3}年3月4日`, `网站更新时间：${year + 3}-03-04`],
      tail: signed(agency, year),
      truth: { agency: [agency], publishedOn: [null], signedOn: [`${year + 1}-01-18`] },
    }
  },
  'area-report': ({ random, year }) => {
    const agency = `${drawPlace('county', random).name}人民政府`
    return {
      title: titleOf(agency, year),
      preface: ['本报告综合各乡镇人民政府、县政府各部门年度报告编制。'],
      truth: { agency: [agency], scope: ['area'] },
    }
  },
  'township-with-office': ({ random, year }) => {
    const body = drawBody('township', random)
    const agency = body.before + body.full
    return {
      title: `${year}年政府信息公开工作年度报告`,
      preface: [`如对本报告有疑问，请与${agency}党政综合办公室联系（电话：0563-5600000）。`],
      truth: { agency: [agency], year: [year], level: ['township'], regionCode: body.codes },
    }
  },
  'leading-group': ({ random, year, department }) => {
    const agency = drawPlace('county', random).name + department
    return {
      title: titleOf(agency, year),
      preface: [`请与${agency}政府信息公开工作领导小组办公室联系。`, '特向社会公布本级年度报告。'],
      truth: { agency: [agency] },
    }
  },
}

const allMakers: Readonly<Record<string, Maker>> = { ...makers, ...wordingMakers, ...seenMakers }

export const specialKinds = Object.keys(allMakers)

const departments = ['水利局', '财政局', '农业农村局', '司法局', '教育体育局', '统计局'] as const

/** One document of a kind: the seed decides everything in it. */
export function drawSpecial(kind: string, seed: number): SpecialDocument {
  const random = toRandom(seed)
  const make = allMakers[kind]
  if (make === undefined) throw new RangeError(`Cannot draw a document: there is no kind "${kind}"`)
  const year = 2019 + random.int(6)
  const draft = make({ random, year, department: random.pick(departments) })
  const nothing = {
    above: [],
    below: [],
    preface: [],
    prose: [`${year}年，我单位公开信息12条。`],
    tail: [],
    footer: [],
    meta: [],
    url: null,
  }
  return {
    ...nothing,
    titleLines: [draft.title],
    ...draft,
    id: `${kind}/${seed}`,
    isPageOnly: (draft.meta ?? []).length > 0,
  }
}
