/** Spoils generated tables that balance and prints what the audit detects and locates; `--markdown` for the README. */

import { readToolFlags } from '../../../tools/command/flags.ts'
import {
  type Spoil,
  spoilBlank,
  spoilCells,
  spoilShifted,
  spoilSwapped,
  spoilTwo,
  spoilZeroed,
  sumTallies,
  swapDigits,
  type Tally,
  tally,
} from '../test/audit/perturb.ts'
import { generateBalanced, type Tables } from '../test/audit/tables.ts'

const flags = readToolFlags('npm run perturb --', { tables: 5, seed: 1, pairs: 16_000, markdown: false })

const { tables: count, seed } = flags
const of2019 = Math.max(1, Math.round(count / 5))
const tables = [...generateBalanced('2021', count - of2019, seed), ...generateBalanced('2019', of2019, seed)]
const changes = [1, -1, 9, -9, 10, 90].map((by) => (value: number) => value + by)
const anyChange = (formId: 'requests' | 'proceedings') => (one: Tables) =>
  [...changes, swapDigits].flatMap((change) => spoilCells(one, formId, change))

const spoils: readonly (readonly [name: string, toSpoils: (one: Tables) => readonly Spoil[]])[] = [
  ['one cell of 表三: ±1, ±9, +10, +90, two digits exchanged', anyChange('requests')],
  ['one cell of 表四, likewise', anyChange('proceedings')],
  ['two cells of 表三, up or down by 1 to 99', (one) => spoilTwo(one, Math.round(flags.pairs / count), seed)],
  ['a row of 表三 shifted to the left, empty at the end', (one) => spoilShifted(one, null)],
  ['a row of 表三 shifted to the left, 0 at the end', (one) => spoilShifted(one, 0)],
  ['a row of 表三 all 0', spoilZeroed],
  ['two rows of 表三 exchanged', spoilSwapped],
  ['one cell left blank (nothing to detect)', spoilBlank],
]

const head = [
  'what was spoilt',
  'cases',
  'detected',
  'located',
  'one of several',
  'likeliest of them',
  'wrongly located',
] as const
const rows = spoils.map(([name, toSpoils]) => {
  const all = sumTallies(tables.flatMap((one) => toSpoils(one).map((spoil) => tally(one, spoil))))
  return [name, ...toCells(all)]
})

function toCells({ tried, detected, located, among, first, wrong }: Tally): readonly string[] {
  return [tried, detected, located, among, first, wrong].map((number) => number.toLocaleString('en-US'))
}

if (flags.markdown) {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const from = `Generated tables that balance: ${count - of2019} of 25 rows, ${of2019} of 23 rows, each with its 表四.`
  console.log([from, '', line(head), line(['---', ...head.slice(1).map(() => '--:')]), ...rows.map(line)].join('\n'))
} else {
  for (const row of [head, ...rows])
    console.log(row.map((cell, i) => (i === 0 ? cell.padEnd(60) : cell.padStart(16))).join(''))
}
