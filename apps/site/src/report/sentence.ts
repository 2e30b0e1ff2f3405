import type { Label } from '@gongkai/schema'
import type { CellRow } from '../data/rows.ts'
import { toGrouped } from '../words/format.ts'

type Cells = ReadonlyMap<string, CellRow>

/** Number of a cell, only if a number is printed. */
export function countIn(cells: Cells, key: string): number | undefined {
  const cell = cells.get(key)
  return cell?.state === 'value' && cell.value !== null ? cell.value : undefined
}

/** Sum of cells, only if every one of them is a number. */
function sumOf(cells: Cells, keys: readonly string[]): number | undefined {
  const values = keys.map((key) => countIn(cells, key))
  return values.reduce((sum, value) => (sum === undefined || value === undefined ? undefined : sum + value), 0)
}

const zhOf = (value: number | undefined): string => (value === undefined ? '数量未读出' : `${toGrouped(value)}件`)
const enOf = (value: number | undefined): string => (value === undefined ? 'an unread number' : toGrouped(value))

function describeIntake(cells: Cells): Label {
  const received = countIn(cells, 'requests.new_received.total')
  const carried = countIn(cells, 'requests.carried_in.total')
  if (received === undefined && carried === undefined) {
    return { zh: '收到的政府信息公开申请数量未能从报告中读出', en: 'the number of requests could not be read' }
  }
  if (received === 0 && carried === 0) {
    return {
      zh: '没有收到政府信息公开申请，也没有上年结转的申请',
      en: 'no request was received and none was carried over',
    }
  }
  return {
    zh: `新收政府信息公开申请${zhOf(received)}，上年结转${zhOf(carried)}`,
    en: `new requests received: ${enOf(received)}; carried over: ${enOf(carried)}`,
  }
}

function describeOutcome(cells: Cells): Label | undefined {
  const received = countIn(cells, 'requests.new_received.total')
  const carried = countIn(cells, 'requests.carried_in.total')
  const total = countIn(cells, 'requests.results_total.total')
  const forward = countIn(cells, 'requests.carried_forward.total')
  if (
    (received === 0 && carried === 0 && total === 0 && forward === 0) ||
    (total === undefined && forward === undefined)
  )
    return undefined
  const granted = countIn(cells, 'requests.granted.total')
  const inPart = countIn(cells, 'requests.granted_in_part.total')
  return {
    zh: `本年度办理结果合计${zhOf(total)}（其中予以公开${zhOf(granted)}，部分公开${zhOf(inPart)}），结转下年度继续办理${zhOf(forward)}`,
    en: `results: ${enOf(total)} (granted ${enOf(granted)}, in part ${enOf(inPart)}); carried forward: ${enOf(forward)}`,
  }
}

function describeProceedings(cells: Cells): Label {
  const reviews = countIn(cells, 'reconsideration.total')
  const suits = sumOf(cells, ['litigation.direct.total', 'litigation.after_reconsideration.total'])
  if (reviews === 0 && suits === 0)
    return { zh: '没有因此引起的行政复议和行政诉讼', en: 'no reconsideration and no lawsuit' }
  if (reviews === undefined && suits === undefined) {
    return {
      zh: '行政复议和行政诉讼的数量未能从报告中读出',
      en: 'the numbers of reconsiderations and lawsuits could not be read',
    }
  }
  return {
    zh: `引起行政复议${zhOf(reviews)}，行政诉讼${zhOf(suits)}`,
    en: `reconsiderations: ${enOf(reviews)}; lawsuits: ${enOf(suits)}`,
  }
}

function describeDoubt(failing: number): Label | undefined {
  if (failing === 0) return undefined
  return {
    zh: `以上为总计栏的数字，表中另有${failing}项勾稽关系不符`,
    en: `these are the printed totals; ${failing} of the sums do not hold`,
  }
}

/**
 * One sentence on a report, computed from its cells.
 *
 * @param year report year, if known
 * @param cells cells of the report by key; a blank or unread cell is never taken as 0
 * @param failing how many sum edits fail: the totals then stand in doubt, and the sentence says so
 */
export function describeReport(year: number | null, cells: Cells, failing = 0): Label {
  const yearOf = {
    zh: year === null ? '该报告年度' : `${year}年`,
    en: year === null ? 'In the report year' : `In ${year}`,
  }
  if (![...cells.keys()].some((key) => countIn(cells, key) !== undefined)) {
    return {
      zh: `${yearOf.zh}：三张法定表格的数字均未能从文件中读出。`,
      en: `${yearOf.en}: no number of the three statutory tables could be read from the file.`,
    }
  }
  const described = [describeIntake(cells), describeOutcome(cells), describeProceedings(cells), describeDoubt(failing)]
  const parts = described.filter((part) => part !== undefined)
  return {
    zh: `${yearOf.zh}，该机关${parts.map((part) => part.zh).join('；')}。`,
    en: `${yearOf.en}: ${parts.map((part) => part.en).join('; ')}.`,
  }
}
