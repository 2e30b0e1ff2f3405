import { bytes, tableHtml } from './html.ts'
import { drawBody } from './identity-bodies.ts'
import { type Random, toRandom } from './random.ts'
import { type Sheet, toSheets } from './sheet.ts'
import { toTruth } from './truth.ts'

/** A document with the agency and year of each report in it. */
export interface PartedDocument {
  readonly id: string
  readonly bytes: Uint8Array
  readonly reports: readonly (readonly [agency: string, year: number])[]
}

type Block = string | Sheet

interface Wanted {
  readonly agency: string
  readonly year: number
  readonly hasTables: boolean
}

function write({ agency, year, hasTables }: Wanted, random: Random): readonly Block[] {
  const { disclosure, requests, proceedings } = toSheets(toTruth(random))
  const table = (sheet: Sheet): readonly Block[] => (hasTables ? [sheet] : [])
  return [
    `${agency}${year}年政府信息公开工作年度报告`,
    ...(random.chance(0.5) ? [`本报告由${agency}编制，统计期限自${year}年1月1日起至${year}年12月31日止。`] : []),
    ...['一、总体情况', `${year}年，我单位公开信息35条。`, '二、主动公开政府信息情况', ...table(disclosure)],
    ...['三、收到和处理政府信息公开申请情况', ...table(requests)],
    ...['四、政府信息公开行政复议、行政诉讼情况', ...table(proceedings)],
    ...['五、存在的主要问题及改进情况', '更新偏慢。', '六、其他需要报告的事项', '无。', agency, `${year + 1}年1月18日`],
  ]
}

/** A second outline under the same title, as when tables follow a narrative of six parts. */
const restarted = (blocks: readonly Block[], title: string): readonly Block[] => [
  ...blocks.slice(0, 3),
  ...['二、依申请公开情况', '无。', '三、机构建设情况', '专人负责。', title],
  ...blocks.slice(1),
]

type Maker = (agency: string, year: number, random: Random) => readonly [readonly Block[], PartedDocument['reports']]

const makers: Readonly<Record<string, Maker>> = {
  'two-years': (agency, year, random) => [
    [
      ...write({ agency, year, hasTables: true }, random),
      ...write({ agency, year: year - 1, hasTables: true }, random),
    ],
    [
      [agency, year],
      [agency, year - 1],
    ],
  ],
  'two-years-untabled': (agency, year, random) => [
    [
      ...write({ agency, year: year - 1, hasTables: false }, random),
      ...write({ agency, year, hasTables: true }, random),
    ],
    [
      [agency, year - 1],
      [agency, year],
    ],
  ],
  'two-bodies': (agency, year, random) => {
    const body = drawBody('township', random)
    const second = body.before + body.full
    return [
      [
        ...write({ agency, year, hasTables: true }, random),
        ...write({ agency: second, year, hasTables: true }, random),
      ],
      [
        [agency, year],
        [second, year],
      ],
    ]
  },
  'three-years': (agency, year, random) => [
    [0, 1, 2].flatMap((ago) => write({ agency, year: year - ago, hasTables: true }, random)),
    [0, 1, 2].map((ago): readonly [string, number] => [agency, year - ago]),
  ],
  'title-repeated': (agency, year, random) => {
    const blocks = write({ agency, year, hasTables: true }, random)
    return [
      [...blocks.slice(0, 1), ...blocks.slice(0, 3), `${agency}政府信息公开工作年度报告`, ...blocks.slice(3)],
      [[agency, year]],
    ]
  },
  'outline-repeated': (agency, year, random) => {
    const title = `${agency}${year}年政府信息公开工作年度报告`
    return [restarted(write({ agency, year, hasTables: true }, random), title), [[agency, year]]]
  },
  contents: (agency, year, random) => {
    const [title = '', ...rest] = write({ agency, year, hasTables: true }, random)
    const list = [
      '目录',
      '一、总体情况',
      '二、主动公开政府信息情况',
      '三、收到和处理政府信息公开申请情况',
      '五、存在的主要问题及改进情况',
    ]
    return [[title, ...list, title, ...rest], [[agency, year]]]
  },
  'links-behind-it': (agency, year, random) => [
    [
      ...write({ agency, year, hasTables: true }, random),
      ...[1, 2, 3].map((ago) => `${agency}${year - ago}年政府信息公开工作年度报告`),
    ],
    [[agency, year]],
  ],
}

export const partedKinds = Object.keys(makers)

/** One document of a kind: the seed decides everything in it. */
export function drawParted(kind: string, seed: number): PartedDocument {
  const random = toRandom(seed)
  const body = drawBody(random.pick(['department', 'government', 'provincial', 'zone']), random)
  const make = makers[kind]
  if (make === undefined) throw new RangeError(`Cannot draw a document: there is no kind "${kind}"`)
  const [blocks, reports] = make(body.before + body.full, 2019 + random.int(6), random)
  const isHtml = random.chance(0.5)
  const text = blocks
    .flatMap((block) =>
      typeof block === 'string' ? [block] : block.map((row) => row.map((cell) => cell.text).join('\t')),
    )
    .join('\n')
  const html = blocks.map((block) => (typeof block === 'string' ? `<p>${block}</p>` : tableHtml(block))).join('\n')
  const page = `<!DOCTYPE html><html><head><title>政府信息公开年报</title></head><body><div>${html}</div></body></html>`
  return { id: `${kind}/${seed}/${isHtml ? 'html' : 'text'}`, bytes: bytes(isHtml ? page : text), reports }
}
