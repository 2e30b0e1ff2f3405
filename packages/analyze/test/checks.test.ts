import { readdir } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { addUp, checkDataset, checkProvinces } from '../src/checks.ts'
import { toEntry, toReport } from './fixtures.ts'
import { withTables } from './with-tables.ts'

/** Checks over the tables of one report, after one of them was tampered with. */
const checkAfter = (tampering: string) =>
  withTables([toEntry('a.txt', [toReport()])], async (db) => {
    await db.run(tampering)
    return addUp([...(await checkProvinces(db)), ...(await checkDataset(db))])
  })

const tamperings = [
  ['keys_are_unique', 'insert into lines from lines limit 1'],
  ['keys_are_unique', 'update findings set check_id = null'],
  ['codes_are_documented', "update issues set code = 'row_lost'"],
  ['every_document_is_published', 'delete from documents'],
  ['every_extracted_has_report', 'delete from reports'],
  ['every_extracted_has_report', "update documents set status = 'rejected'"],
  ['counts_reconcile', "delete from cells where key = 'requests.granted.total'"],
  ['counts_reconcile', 'update documents set issue_count = 7'],
  ['counts_reconcile', 'delete from repairs'],
  ['edits_reconcile', "update findings set status = 'fail'"],
  ['deadlines_agree', "update findings set check_id = 'D.DEADLINE', status = 'fail'"],
  ['messages_hold', 'delete from messages'],
  ['messages_hold', 'delete from findings'],
  ['messages_hold', 'update messages set message_en = null'],
  ['only_values_have_numbers', "update cells set state = 'blank' where key = 'requests.granted.total'"],
  ['wide_tables_agree', "update requests set total = 1 where row_id = 'granted'"],
  ['wide_tables_agree', "update disclosure set fee_amount_wan_yuan = null where row_id = 'fees'"],
  ['wide_tables_agree', "update cells set state = 'blank' where key = 'reconsideration.upheld'"],
  ['wide_tables_agree', "delete from requests where row_id = 'granted'"],
  ['outcomes_add_up', "update outcomes set request_count = 1 where group_id = 'refused'"],
  ['outcomes_add_up', "update outcomes set share = 0.5, share_status = 'given'"],
  ['outcomes_add_up', "update outcomes set state = 'not_counted' where group_id = 'refused'"],
  ['similarities_hold', "update similarities set share = 0.5, status = 'given'"],
  ['similarities_hold', 'update similarities set matched_count = 3'],
  ['indicators_hold', "delete from indicators where indicator_id = 'growth'"],
  ['indicators_hold', "update indicators set value = 0.5, status = 'given' where indicator_id = 'refusal_rate'"],
  ['peers_hold', 'insert into stg_peer_groups from stg_peer_groups'],
  [
    'peers_hold',
    "update indicators set peer_basis = 'level', peer_group_id = 'level:2022', peer_count = 9, peer_q1 = 1",
  ],
  [
    'expected_agree',
    "insert into expected (agency_id, year, basis, status) select agency_id, year, 'both', 'not_found' from reports",
  ],
  [
    'copies_hold',
    "insert into copies by name select report_id, path, part, document_id, 'own' as site, false as is_published from reports",
  ],
  ['regions_known', "update reports set region_candidates = ['999999']"],
  ['region_parents_known', "delete from regions where level = 'province'"],
] as const

test.each(tamperings)('%s notices: %s', async (name, tampering) => {
  const check = (await checkAfter(tampering)).find((result) => result.name === name)
  expect(check?.status).toBe('failed')
})

test('every check has a tampering that it notices', async () => {
  const names = (await readdir(new URL('../src/checks', import.meta.url))).map((file) => file.replace('.sql', ''))
  const noticed = new Set(tamperings.map(([name]) => name as string))
  expect([...names, 'keys_are_unique', 'codes_are_documented'].sort()).toEqual([...noticed].sort())
})

test('a check names at most five offenders', async () => {
  const checks = await checkAfter('update cells set value = null')
  const check = checks.find((result) => result.name === 'only_values_have_numbers')
  expect(check?.failed).toBeGreaterThan(5)
  expect(check?.sample).toHaveLength(5)
})
