import { drawBody } from './identity-bodies.ts'
import { drawPlace, type Place, withParent } from './identity-places.ts'
import type { Draft, Maker, Scene } from './identity-scene.ts'

const bare = (year: number): string => `${year}年政府信息公开工作年度报告`
const titleOf = (agency: string, year: number): string => `${agency}${bare(year)}`
const county = ({ random }: Scene): Place => drawPlace('county', random)
const period = (year: number): string => `统计期限自${year}年1月1日起至${year}年12月31日止。`

/** A report that names its body in one place only. */
const namedBy =
  (write: (agency: string, scene: Scene) => Partial<Draft>): Maker =>
  (scene) => {
    const place = county(scene)
    const agency = place.name + scene.department
    const { year } = scene
    return {
      title: bare(year),
      prose: [`${year}年，我局公开信息12条。`],
      ...write(agency, scene),
      truth: { agency: [agency], year: [year] },
    }
  }

/** Bodies named in clauses of every wording, in the preface, under section one and in the title that is published. */
const clauses: Readonly<Record<string, Maker>> = {
  'asked-after-consulting': namedBy((agency, { year }) => ({
    preface: [`${period(year)}公众如需进一步咨询了解相关信息，请与${agency}联系（地址：幸福路1号）。`],
  })),
  'asked-after-participation': namedBy((agency) => ({
    preface: [`一年来保障了公众的知情权、参与权和监督权。如有疑问，请与${agency}办公室联系。`],
  })),
  'asked-by-colon': namedBy((agency) => ({ preface: [`对本报告有意见的，可咨询：${agency}，电话：0563-5600000。`] })),
  'title-in-quotes': namedBy((agency, { year, random }) => ({
    preface: [`根据规定，${random.pick(['现发布', '现公布', '现予公布'])}《${titleOf(agency, year)}》。`],
  })),
  'title-in-a-sentence': namedBy((agency, { year, random }) => ({
    preface: [`根据规定，${random.pick(['编制', '编写', '特编制'])}${titleOf(agency, year)}。`],
  })),
  'published-with-its-office': ({ random, year }) => {
    const place = drawPlace('county', random)
    const agency = `${place.name}人民政府`
    return {
      title: bare(year),
      preface: [`现将${agency}（${place.name}人民政府办公室）${bare(year)}予以公布。`],
      truth: { agency: [agency], year: [year], scope: ['area'] },
    }
  },
  'compiled-under-section-one': namedBy((agency, { year }) => ({
    prose: [`本报告由${agency}编制。${year}年，我局公开信息26条。`],
  })),
  'asked-under-section-one': namedBy((agency, { year }) => ({
    prose: [`如对本报告有任何疑问，请联系${agency}办公室。${year}年，我局公开信息26条。`],
  })),
  'alone-on-the-first-line': namedBy((agency, { year }) => ({
    title: agency,
    prose: [`${period(year)}${agency}按照要求编制本报告。`],
  })),
  'named-in-the-narrative': namedBy((agency, { year }) => ({
    prose: [`${year}年，${agency}公开信息12条。`, `${agency}将继续完善公开目录。`, '我局未收到申请。'],
  })),
  'misspelt-title': ({ random, year, department }) => {
    const agency = drawPlace('county', random).name + department
    const end = random.pick(['工作告年度报', '工作年度报吿', '工作年底报告', '工年作度报告'])
    return { title: `${agency}${year}年政府信息公开 ${end}`, truth: { agency: [agency], year: [year] } }
  },
  'search-lines-above': ({ random, year, department }) => {
    const agency = drawPlace('county', random).name + department
    return {
      title: titleOf(agency, year),
      above: random.pick([
        ['选择特殊符号', '请输入搜索'],
        ['网站支持IPv6'],
        ['政府信息', '公开指南', '政府信息', '公开制度'],
        ['政府信息公开', `（${department}）`],
      ]),
      truth: { agency: [agency], year: [year] },
    }
  },
}

/** Words that look like a body, or name another one. */
const traps: Readonly<Record<string, Maker>> = {
  'box-for-opinions': ({ random, year }) => {
    const place = drawPlace('prefecture', random)
    return {
      title: bare(year),
      preface: [
        `本报告综合${year}年度${place.name}各县（市、区）政府和市级各部门的年度工作报告编写。`,
        `如有疑问，可通过信息公开意见箱反映或直接与${place.name}人民政府办公室政府信息公开中心联系`,
      ],
      prose: [`${year}年，我市公开信息2600条。`],
      truth: { agency: [`${place.name}人民政府`, place.name, null], year: [year], scope: ['area'] },
    }
  },
  'centre-that-answers': (scene) => {
    const place = county(scene)
    const { year } = scene
    return {
      title: bare(year),
      preface: [
        `本报告汇总全县各乡镇、各部门的情况编制。如有疑问，请联系${place.name}政务服务中心（地址：幸福路1号）。`,
      ],
      prose: [`${year}年，我县公开信息2600条。`],
      truth: { agency: [null, place.name, `${place.name}人民政府`], scope: ['area'] },
    }
  },
  'cut-line': ({ year }) => ({
    title: bare(year),
    prose: ['三、本年度办', '理结果', `${year}年，我局公开信息12条。`],
    truth: { agency: [null], year: [year] },
  }),
  'address-without-a-body': (scene) => {
    const place = county(scene)
    return {
      title: bare(scene.year),
      preface: [`${period(scene.year)}地址：${withParent(place)}幸福路16号。`],
      truth: { agency: [null], level: [null], regionCode: [place.code] },
    }
  },
  'central-body-at-an-address': ({ year, random }) => {
    const { full } = drawBody('ministry', random)
    return {
      title: titleOf(full, year),
      preface: [`请与${full}政府信息公开办公室联系（地址：北京市西城区幸福路1号）。`],
      truth: { agency: [full], level: ['national'], regionCode: [null] },
    }
  },
}

const retired: readonly [readonly [string, string], ...(readonly [string, string])[]] = [
  ['330682', '330604'],
  ['120221', '120117'],
  ['341822', '341882'],
]

/** What places a body beside its name. */
const places: Readonly<Record<string, Maker>> = {
  'code-no-longer-in-use': ({ random, year }) => {
    const [former, code] = random.pick(retired)
    return {
      title: titleOf('东门镇', year),
      above: [`索引号：11${former}MB0000018A/${year + 1}-28256`],
      truth: { agency: ['东门镇'], regionCode: [code], level: ['township'] },
    }
  },
  'place-in-the-sentence': (scene) => {
    const place = county(scene)
    const { year } = scene
    return {
      title: titleOf('县教育和科学技术局', year),
      preface: [`根据要求，编制${place.name}教科局${year}年度政府信息公开工作年度报告。`],
      truth: { regionCode: withParent(place) === place.name || isOnly(place) ? [place.code] : [place.code, null] },
    }
  },
  'owner-of-the-site': (scene) => {
    const place = county(scene)
    const owner = `${withParent(place)}人民政府办公室`
    return {
      title: titleOf(scene.department, scene.year),
      tail: [scene.department, `${scene.year + 1}年1月18日`],
      footer: [`主办单位：${owner}`],
      truth: { agency: [scene.department], regionCode: [place.code] },
    }
  },
  'path-to-the-page': (scene) => {
    const place = county(scene)
    return {
      title: titleOf(scene.department, scene.year),
      above: [`发布日期：${scene.year + 1}-01-19`, `您现在的位置：首页 > ${withParent(place)} > 政府信息公开年报`],
      truth: { agency: [scene.department], regionCode: [place.code] },
    }
  },
  school: (scene) => {
    const place = county(scene)
    const agency = `${withParent(place)}${scene.random.pick(['第一中学', '实验小学', '人民医院', '中心幼儿园'])}`
    return { title: titleOf(agency, scene.year), truth: { agency: [agency], level: ['county'], scope: ['organ'] } }
  },
  'body-of-a-township': (scene) => {
    const place = county(scene)
    const agency = `${withParent(place)}柳河镇${scene.random.pick(['财政所', '卫生院', '中心小学', '政府'])}`
    return { title: titleOf(agency, scene.year), truth: { agency: [agency], level: ['township'] } }
  },
  'office-for-its-area': (scene) => {
    const agency = `${withParent(county(scene))}人民政府办公室`
    return {
      title: titleOf(agency, scene.year),
      preface: ['本报告汇总各镇街、各部门的情况编制。'],
      truth: { agency: [agency], scope: ['area'] },
    }
  },
  'government-by-its-site': (scene) => {
    const place = county(scene)
    const agency = `${withParent(place)}人民政府`
    return {
      title: bare(scene.year),
      meta: [['SiteName', agency]],
      prose: [`${scene.year}年，我县公开信息2600条。`],
      truth: { agency: [agency], regionCode: [place.code], scope: ['area'] },
    }
  },
  'bureau-on-the-site-of-its-government': (scene) => ({
    title: bare(scene.year),
    meta: [['SiteName', `${withParent(county(scene))}人民政府`]],
    prose: [`${scene.year}年，我局公开信息26条。`],
    truth: { agency: [null] },
  }),
  'year-in-the-address': (scene) => {
    const agency = county(scene).name + scene.department
    return {
      title: `${agency}政府信息公开工作年度报告`,
      prose: ['我局公开信息12条。'],
      url: scene.random.pick([
        `http://www.example.cn/zwgk/${scene.year}ndbg/1.html`,
        `http://www.example.cn/zwgk/nb${scene.year}/1.html`,
        `http://www.example.cn/${encodeURIComponent(`${scene.year}年政府信息公开年报`)}.html`,
      ]),
      truth: { agency: [agency], year: [scene.year] },
    }
  },
}

const isOnly = ({ prefecture }: Place): boolean => prefecture !== ''

/** A page whose data box is printed in some odd way. */
const boxed =
  (write: (day: string, agency: string, scene: Scene) => Partial<Draft> & { readonly truth?: Draft['truth'] }): Maker =>
  (scene) => {
    const agency = county(scene).name + scene.department
    const day = `${scene.year + 1}-01-19`
    const { truth = {}, ...draft } = write(day, agency, scene)
    return {
      title: titleOf(agency, scene.year),
      ...draft,
      truth: { agency: [agency], year: [scene.year], publishedOn: [day], ...truth },
    }
  }

const boxes: Readonly<Record<string, Maker>> = {
  'labels-glued-to-values': boxed((day) => ({ below: [`来源:某镇发布时间:${day} 17:49:57访问量:字体`] })),
  'author-empty': boxed((day) => ({ below: [`来源: 作者: 发布时间:${day} 阅读: 打印 保存`] })),
  'other-words-for-the-day': boxed((day, _, { random }) => ({
    below: [`${random.pick(['发表日期', '公布时间', '上网日期', '发稿时间', '录入时间'])}：${day}`],
  })),
  'updated-beside-an-empty-day': boxed((day) => ({ below: [`发布时间：　更新时间：${day}`] })),
  'day-glued-to-a-paragraph': boxed((day, agency) => ({
    preface: [`${day} 来源: ${agency}本报告根据规定编制。${'全年公开工作按月检查，逐项整改，补齐缺漏。'.repeat(20)}`],
  })),
  'bullets-without-a-colon': boxed((day, agency) => ({
    below: ['• 发布机构', agency, '• 发布日期', day],
    truth: { signedOn: [null], publisher: [agency] },
  })),
  'day-alone-below-the-title': boxed((day) => ({ below: [day], truth: { signedOn: [null] } })),
  'values-that-end-at-labels': boxed((day, _, { year }) => ({
    above: [
      `索引号: 000014349/${year + 1}-11263 公开方式: 主动公开`,
      `发文字号: 云水〔${year + 1}〕2号 信息类别: 其他 公开日期: ${day}`,
    ],
    truth: { indexNumber: [`000014349/${year + 1}-11263`], documentNumber: [`云水〔${year + 1}〕2号`] },
  })),
  'source-that-is-no-body': boxed((day, _, { random }) => ({
    below: [`发布时间：${day} 来源：${random.pick(['原创', '本站', '转载', '网络'])} 浏览：12`],
    truth: { publisher: [null] },
  })),
  'bars-behind-the-title': boxed((day) => ({
    below: ['|', '|'.repeat(60), `${day} 作者:佚名 点击数: | ${'|'.repeat(60)}`],
  })),
}

/** Kinds seen on real pages, by what is odd in them. */
export const wordingMakers: Readonly<Record<string, Maker>> = { ...clauses, ...traps, ...places, ...boxes }
