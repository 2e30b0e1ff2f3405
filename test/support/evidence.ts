import {
  type BalanceEdit,
  type Cell,
  type Claim,
  type Finding,
  formIds,
  forms,
  type LedgerEntry,
  type Proposal,
  type Report,
  toBalanceEdits,
} from '@gongkai/schema'

/** Words that would do harm if a page took them for markup. */
export const hostile = '</script><img src=x onerror=alert(1)>'

/** The line of narrative that the claims of the middle year stand in. */
export const narrative = '本年新收政府信息公开申请20件，办结17件，其中予以公开约占50%。'

type Changes = Readonly<Record<string, Partial<Cell>>>

const value = (count: number): Partial<Cell> => ({ state: 'value', value: count, raw: String(count) })
const state = (name: Cell['state'], raw: string | null): Partial<Cell> => ({ state: name, value: null, raw })

/** Numbers of three years of one agency. The middle one carries in 3 where 2 were carried forward, and adds up to 17 where 18 are printed. */
const years: readonly { readonly offset: number; readonly changes: Changes }[] = [
  {
    offset: -1,
    changes: {
      'requests.new_received.natural_person': value(12),
      'requests.new_received.total': value(12),
      'requests.granted.natural_person': value(10),
      'requests.granted.total': value(10),
      'requests.results_total.natural_person': value(10),
      'requests.results_total.total': value(10),
      'requests.carried_forward.natural_person': value(2),
      'requests.carried_forward.total': value(2),
    },
  },
  {
    offset: 0,
    changes: {
      'requests.new_received.natural_person': value(20),
      'requests.new_received.total': value(20),
      'requests.carried_in.natural_person': value(3),
      'requests.carried_in.total': value(3),
      'requests.granted.natural_person': value(11),
      'requests.granted.total': value(11),
      'requests.unavailable.not_held.natural_person': value(7),
      'requests.unavailable.not_held.total': value(7),
      'requests.results_total.natural_person': value(18),
      'requests.results_total.total': value(17),
      'requests.carried_forward.natural_person': value(5),
      'requests.carried_forward.total': value(5),
      'disclosure.rules.made': state('blank', ''),
      'disclosure.rules.abolished': state('not_applicable', '/'),
      'disclosure.fees.amount': state('text', '详见附件'),
      'disclosure.licensing.decisions': { ...state('missing', null), place: null, reader: null },
    },
  },
  {
    offset: 1,
    changes: {
      'requests.carried_in.natural_person': value(5),
      'requests.carried_in.total': value(5),
      'requests.granted.natural_person': value(5),
      'requests.granted.total': value(5),
      'requests.results_total.natural_person': value(5),
      'requests.results_total.total': value(5),
    },
  },
]

function judge(edit: BalanceEdit, cells: ReadonlyMap<string, Cell>): Finding {
  const sum = (keys: readonly string[]) =>
    keys.reduce<number | null>((total, key) => {
      const found = cells.get(key)?.value ?? null
      return total === null || found === null ? null : total + found
    }, 0)
  const [leftValue, rightValue] = [sum(edit.left), sum(edit.right)]
  const difference = leftValue === null || rightValue === null ? null : leftValue - rightValue
  return {
    checkId: edit.id,
    severity: edit.severity,
    status: difference === null ? 'not_assessable' : difference === 0 ? 'pass' : 'fail',
    reason: difference === null ? 'cells_absent' : null,
    leftValue,
    rightValue,
    difference,
    cells: [...edit.left, ...edit.right],
    messageZh: `${edit.label.zh}（${edit.id}）`,
    messageEn: `${edit.label.en} (${edit.id})`,
  }
}

const proposal: Proposal = {
  setNo: 1,
  setRank: 1,
  sets: 1,
  key: 'requests.results_total.total',
  printedValue: 17,
  proposedValue: 18,
  kind: 'cells',
  cause: 'agency',
  editsRestored: ['T3.APPLICANTS.results_total', 'T3.BALANCE.total', 'T3.RESULTS.total'],
  messageZh: '总计改为 18 时全部勾稽关系成立。',
  messageEn: 'With 18 every sum holds.',
}

function toClaims(line: number): Claim[] {
  const claim = (figure: string, key: string, status: Claim['status'], tableValue: number): Claim => ({
    line,
    start: narrative.indexOf(figure),
    end: narrative.indexOf(figure) + figure.length,
    sentence: narrative,
    figure: Number.parseInt(figure, 10),
    isPercentage: figure.endsWith('%'),
    isApproximate: false,
    key,
    cells: [key],
    tableValue,
    status,
    messageZh: `文中为 ${figure}，表中为 ${tableValue}`,
    messageEn: `The text states ${figure}, the table ${tableValue}`,
  })
  return [
    claim('20', 'requests.new_received.total', 'agree', 20),
    claim('17', 'requests.results_total.total', 'differ', 18),
    claim('50%', 'requests.granted.total', 'ambiguous_denominator', 55),
  ]
}

/** The lines with what the changed cells print: the last pieces of a line are its cells, in the order of their columns. */
function toLines(report: Report, cells: readonly Cell[]): Report['lines'] {
  const byLine = Map.groupBy(cells, ({ place }) => place?.line ?? 0)
  return report.lines.map((line) => {
    const own = (byLine.get(line.line) ?? []).toSorted((a, b) => (a.place?.column ?? 0) - (b.place?.column ?? 0))
    const pieces = line.text.split('\t')
    const kept = pieces.slice(0, pieces.length - own.length)
    return own.length === 0 ? line : { ...line, text: [...kept, ...own.map(({ raw }) => raw ?? '')].join('\t') }
  })
}

function toYear(entry: LedgerEntry, report: Report, { offset, changes }: (typeof years)[number]): LedgerEntry {
  const year = (report.identity.year ?? 0) + offset
  const cells = report.cells.map((cell) => ({ ...cell, ...changes[cell.key] }))
  const byKey = new Map(cells.map((cell) => [cell.key, cell]))
  const edits = formIds.flatMap((id) => toBalanceEdits(forms[id]['2021']))
  const told = report.lines.find(({ kind }) => kind === 'paragraph')?.line ?? 1
  const printed = toLines(report, cells)
  const lines = printed.map((line) => (line.line === told ? { ...line, text: narrative } : line))
  const isMiddle = offset === 0
  return {
    document: {
      ...entry.document,
      path: `${hostile.replaceAll('/', '')}-${year}.txt`,
      documentId: String(offset + 2).repeat(64),
      sourceUrl: 'https://www.example.gov.cn/report?a=1&b=<2>',
      retrievedAt: '2025-01-02',
    },
    reports: [
      {
        ...report,
        reportId: `${report.identity.agencyId}-${year}`,
        identity: { ...report.identity, year, title: isMiddle ? `${hostile}年度报告` : report.identity.title },
        cells,
        lines: isMiddle ? lines : printed,
        findings: edits.map((edit) => judge(edit, byKey)),
        proposals: isMiddle ? [proposal] : [],
        claims: isMiddle ? toClaims(told) : [],
      },
    ],
  }
}

/** Three years of one agency made from a report that prints every cell, beside a file that is no report. */
export function toEvidence(entries: readonly LedgerEntry[]): readonly LedgerEntry[] {
  const isWhole = ({ editions, cells }: Report) =>
    editions.requests === '2021' && cells.every(({ state: found }) => found === 'value')
  const entry = entries.find(({ reports }) => reports.some(isWhole))
  const report = entry?.reports.find(isWhole)
  if (!entry || !report) throw new Error('Cannot make three years: no report of the corpus prints every cell')
  const rejected: LedgerEntry = {
    document: { ...entry.document, path: 'empty.html', bytes: 0, status: 'rejected', reason: 'empty', reader: null },
    reports: [],
  }
  return [...years.map((item) => toYear(entry, report, item)), rejected]
}
