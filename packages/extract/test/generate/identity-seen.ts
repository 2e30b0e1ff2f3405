import { toPinyin } from '../../src/identity/lookups.ts'
import { drawPlace, type Place, places, withParent } from './identity-places.ts'
import type { Draft, Maker, Scene } from './identity-scene.ts'
import type { Random } from './random.ts'

const bare = (year: number): string => `${year}年政府信息公开工作年度报告`
const short = (name: string): string => name.replace(/(?:市|区|县|旗)$/, '')
const spelled = (name: string): string => toPinyin(name)

/** The first drawn county of which something holds. */
function drawCounty(random: Random, holds: (place: Place) => boolean): Place {
  for (;;) {
    const place = drawPlace('county', random)
    if (holds(place)) return place
  }
}

const ofProvince = ({ code }: Place): readonly Place[] =>
  places.filter((one) => one.code.slice(0, 2) === code.slice(0, 2))

/** Whether no other division of its province, or of the whole country, is spelled like it. */
const isSpelledAlone = (place: Place, among: readonly Place[]): boolean =>
  among.every(
    ({ code, name }) =>
      code === place.code || ![spelled(name), spelled(short(name))].includes(spelled(short(place.name))),
  )

/** A county whose short name is that of no other division, so that it can stand for it. */
const isNamedAlone = (place: Place, among: readonly Place[]): boolean =>
  short(place.name).length >= 2 &&
  among.every(({ code, name }) => code === place.code || short(name) !== short(place.name))

const provinceOf = ({ code }: Place): Place | undefined => places.find((one) => one.code === `${code.slice(0, 2)}0000`)
/** The short name of its province, where no city is called so too, as 吉林 is. */
function provinceNameOf(place: Place): string {
  const name = provinceOf(place)?.name ?? ''
  const own = name.slice(0, -1)
  return name.endsWith('省') && places.every((one) => one.name === name || short(one.name) !== own) ? own : ''
}
const toInitials = (name: string): string => [...name].map((letter) => spelled(letter).charAt(0)).join('')

/** A report that names its body in its sections only. */
const told =
  (write: (agency: string, scene: Scene) => Partial<Draft>): Maker =>
  (scene) => {
    const agency = drawPlace('county', scene.random).name + scene.department
    return { title: bare(scene.year), ...write(agency, scene), truth: { agency: [agency], year: [scene.year] } }
  }

/** The body is the subject of sentences, compiles by one of its units, or stands in a title that goes on. */
const bodies: Readonly<Record<string, Maker>> = {
  'subject-of-a-sentence': told((agency, { year, random }) => ({
    prose: [
      `${year}年，${agency}${random.pick(['认真贯彻落实', '严格按照要求执行', '坚持以公开为常态，落实'])}条例。`,
      '我局未收到申请。',
    ],
  })),
  'made-in-section-one': told((agency, { year }) => ({ prose: [`根据条例的要求，${agency}特编制${bare(year)}。`] })),
  'compiled-by-its-unit': told((agency, { random }) => ({
    preface: [`本报告由${agency}${random.pick(['办公室', '政务公开办公室', '党政办公室综合科'])}编制。`],
  })),
  'title-that-goes-on': told((agency, { year }) => ({
    titleLines: [`${agency}${bare(year)}是根据条例的要求编制的，由六个部分组成，现向社会公布，欢迎监督。`],
  })),
  'subject-is-the-city': ({ random, year }) => {
    const place = drawCounty(random, ({ prefecture }) => prefecture.endsWith('市'))
    const prose = [`${year}年，${place.prefecture}坚持以公开为常态。`, '我局公开信息12条。']
    return { title: bare(year), prose, truth: { agency: [null], year: [year] } }
  },
  'subject-is-the-area': ({ random, year }) => {
    const { name } = drawPlace('prefecture', random)
    const prose = [`${year}年，${name}坚持以公开为常态。`, '全市公开信息2600条。']
    return { title: bare(year), prose, truth: { agency: [name], year: [year], scope: ['area'] } }
  },
  'subject-is-the-place-of-a-unit': ({ random, year }) => {
    const prose = [`${year}年，${drawPlace('county', random).name}坚持以公开为常态。`, '我单位公开信息12条。']
    return { title: bare(year), prose, truth: { agency: [null], year: [year] } }
  },
  'subjects-are-two': ({ random, year, department }) => {
    const [one, other] = [drawPlace('county', random).name, drawPlace('county', random).name]
    const prose = [`${year}年，${one}${department}认真落实条例。`, `${year}年，${other}${department}认真落实条例。`]
    return { title: bare(year), prose, truth: { agency: one === other ? [`${one}${department}`] : [null] } }
  },
  'notice-of-a-leading-group': ({ random, year }) => ({
    title: bare(year),
    preface: [
      `根据《${drawPlace('county', random).name}政务公开领导小组办公室关于做好${bare(year)}编制工作的通知》编制。`,
    ],
    truth: { agency: [null], year: [year] },
  }),
  'office-that-answers-for-a-city': ({ year }) => ({
    title: bare(year),
    preface: ['本报告所列数据来自全市编制年度报告的单位。如有疑问，请与市政务服务局联系。'],
    truth: { agency: [null], year: [year], scope: ['area'] },
  }),
}

/** The name says the level of the body, and something else says where it is. */
const levels: Readonly<Record<string, Maker>> = {
  'city-bureau-in-a-district': ({ random, year, department }) => {
    const place = drawCounty(random, ({ name, prefecture }) => name.endsWith('区') && prefecture.endsWith('市'))
    return {
      title: `市${department}${bare(year)}`,
      preface: [`如有疑问，请与办公室联系（地址：${withParent(place)}人民路8号）。`],
      truth: { agency: [`市${department}`], regionCode: [`${place.code.slice(0, 4)}00`], level: ['prefecture'] },
    }
  },
  'district-bureau-in-a-city': ({ random, year, department }) => {
    const place = drawCounty(random, ({ prefecture }) => prefecture.endsWith('市'))
    return {
      title: `区${department}${bare(year)}`,
      preface: [`如有疑问，请与办公室联系（地址：${place.prefecture}建设路8号）。`],
      truth: { agency: [`区${department}`], regionCode: [null], level: [null] },
    }
  },
  'province-in-an-address': ({ random, year, department }) => ({
    title: department + bare(year),
    preface: [`如有疑问，请与办公室联系（地址：${drawPlace('province', random).name}建设路8号）。`],
    truth: { agency: [department], regionCode: [null], level: [null] },
  }),
}

/** Hosts that spell more, or less, than the name of a division. */
const hosts: Readonly<Record<string, Maker>> = {
  'host-behind-initials': ({ random, year, department }) => {
    const place = drawCounty(
      random,
      (one) => isNamedAlone(one, ofProvince(one)) && isSpelledAlone(one, ofProvince(one)),
    )
    const province = (provinceOf(place)?.name ?? '').replace(/(?:省|市|(?:壮族|回族|维吾尔)?自治区)$/, '')
    const label = toInitials(province) + spelled(short(place.name))
    const isAlone = places.every(({ name }) => ![spelled(name), spelled(short(name))].includes(label))
    const regionCode = isAlone ? { regionCode: [place.code] } : {}
    return {
      title: department + bare(year),
      url: `http://www.${label}.gov.cn/zwgk/1.html`,
      truth: { agency: [department], ...regionCode },
    }
  },
  'host-of-an-autonomous-county': ({ random, year, department }) => {
    const name = random.pick(['白沙', '张家川', '玉屏', '积石山', '伊通'])
    const place = places.find((one) => one.level === 'county' && one.name.startsWith(name))
    return {
      title: department + bare(year),
      url: `http://www.${spelled(name)}.gov.cn/zwgk/1.html`,
      truth: { agency: [department], regionCode: [place?.code ?? ''] },
    }
  },
}

/** Zones are told by short names, which others bear too. */
const zones: Readonly<Record<string, Maker>> = {
  'zone-of-a-namesake': ({ random, year }) => {
    const place = drawCounty(random, (one) => isNamedAlone(one, places) && one.code.slice(0, 4) !== '3413')
    const agency = `${short(place.name)}经开区管委会`
    return {
      title: agency + bare(year),
      url: 'http://www.lingbi.gov.cn/zwgk/1.html',
      truth: { agency: [agency], regionCode: ['341323'], level: ['zone'] },
    }
  },
  'zone-behind-its-province': ({ random, year }) => {
    const place = drawCounty(random, (one) => isNamedAlone(one, places) && provinceNameOf(one) !== '')
    const agency = `${provinceNameOf(place)}${short(place.name)}经济开发区管理委员会`
    return {
      title: agency + bare(year),
      truth: { agency: [agency], regionCode: [place.code], level: ['zone'] },
    }
  },
}

/** Days and years beside other words. */
const days: Readonly<Record<string, Maker>> = {
  'day-glued-to-its-source': ({ random, year, department }) => {
    const agency = drawPlace('county', random).name + department
    const below = [random.pick([`${year + 1}年01月18日来源:1`, `${year + 1}年01月18日 (点击: )`])]
    return { title: agency + bare(year), below, truth: { agency: [agency], publishedOn: [`${year + 1}-01-18`] } }
  },
  'label-without-a-colon': ({ random, year, department }) => {
    const agency = drawPlace('county', random).name + department
    return {
      title: agency + bare(year),
      titleLines: [`标 题 ${agency} ${bare(year)}`],
      truth: { agency: [agency], year: [year] },
    }
  },
  'end-of-the-year-alone': ({ random, year, department }) => {
    const agency = drawPlace('county', random).name + department
    return {
      title: `${agency}政府信息公开工作年度报告`,
      prose: [`${random.pick(['截止', '截至'])}${year}年12月31日我局公开信息34条。`],
      truth: { agency: [agency], year: [year] },
    }
  },
}

/** Kinds that were seen on pages: what says who, where and when stands in other places than usual. */
export const seenMakers: Readonly<Record<string, Maker>> = { ...bodies, ...levels, ...hosts, ...zones, ...days }
