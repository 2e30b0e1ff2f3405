import { spawnSync } from 'node:child_process'
import { createHash, generateKeyPairSync } from 'node:crypto'
import { cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DuckDBInstance } from '@duckdb/node-api'
import { beforeAll, describe, expect, test } from 'vitest'
import { analyze, signDataset, verifyDataset } from '../src/index.ts'
import { toDigest, writeSums } from '../src/write/files.ts'
import { toEntry, toReport, writeEntries } from './fixtures.ts'

let published = ''
beforeAll(async () => {
  const { out, ...options } = await writeEntries([
    toEntry('a.txt', [toReport()]),
    toEntry('b.txt', [toReport({ reportId: '140212-kexuejishuju-2023' }, { year: 2023 })]),
  ])
  await analyze({ ...options, out })
  published = out
})

/** A copy of the dataset, as somebody downloads it. */
async function download(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-verify-test-'))
  await cp(published, folder, { recursive: true })
  return folder
}

async function change(folder: string, name: string, edit: (text: string) => string): Promise<void> {
  const text = await readFile(join(folder, name), 'utf8')
  const edited = edit(text)
  expect(edited).not.toBe(text)
  await writeFile(join(folder, name), edited)
}

/** Makes the sums and the manifest say what the files are now, as somebody would who hides a change. */
async function hide(folder: string): Promise<void> {
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'))
  const sums = await Promise.all(
    manifest.files.map(async (file: { path: string }) => ({
      ...file,
      sha256: createHash('sha256')
        .update(await readFile(join(folder, file.path)))
        .digest('hex'),
    })),
  )
  const lines = sums.map(({ sha256, path }) => `${sha256}  ${path}\n`).join('')
  await writeFile(join(folder, 'manifest.json'), JSON.stringify({ ...manifest, files: sums, digest: toDigest(lines) }))
  await rm(join(folder, 'SHA256SUMS'))
  await writeSums(folder)
}

async function rewriteParquet(folder: string, name: string, select: string): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  const path = join(folder, `${name}.parquet`)
  await connection.run(`copy (${select.replaceAll('{}', `read_parquet('${path}')`)}) to '${path}.new' (format parquet)`)
  connection.closeSync()
  instance.closeSync()
  await rename(`${path}.new`, path)
}

/** What each check that fails says. */
async function problemsOf(folder: string, options: { digest?: string; key?: string } = {}) {
  const { holds, outcomes } = await verifyDataset({ folder, ...options })
  const failed = outcomes.filter(({ problems }) => problems.length > 0)
  expect(holds).toBe(failed.length === 0)
  return Object.fromEntries(failed.map(({ name, problems }) => [name, problems.join('\n')]))
}

const digestOf = async (folder: string) => (await verifyDataset({ folder })).digest

test('a dataset as it was published holds, and every check looked at something', async () => {
  const folder = await download()
  const { holds, outcomes, digest } = await verifyDataset({ folder, digest: (await digestOf(folder)).slice(0, 12) })
  expect(outcomes.flatMap(({ problems }) => problems)).toEqual([])
  expect(holds).toBe(true)
  expect(outcomes.map(({ name }) => name)).toEqual([
    'sums',
    'manifest',
    'codebook',
    'counts',
    'keys',
    'codes',
    'formats',
    'agreement',
  ])
  for (const { name, examined } of outcomes) expect(examined, name).toBeGreaterThan(0)
  expect(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')).digest).toBe(digest)
})

const tamperCell = (text: string) =>
  text.replace(/^(140212-kexuejishuju-2022,requests,granted,total,[^,]*,[^,]*,value,)0,/m, '$17,')

describe('a tampered cell', () => {
  test('breaks the sum of its file, and CSV is no longer what Parquet is', async () => {
    const folder = await download()
    await change(folder, 'cells.csv', tamperCell)
    expect(await problemsOf(folder)).toEqual({
      sums: expect.stringMatching(
        /^cells\.csv differs from its sum: SHA256SUMS states [0-9a-f]{64}, found [0-9a-f]{64}$/,
      ),
      formats: 'cells 140212-kexuejishuju-2022 requests.granted.total: value is “7” in CSV, “0” in Parquet',
    })
  })

  test('whose sums were rewritten is still seen beside Parquet, and by a digest from elsewhere', async () => {
    const folder = await download()
    const digest = await digestOf(folder)
    await change(folder, 'cells.csv', tamperCell)
    await hide(folder)
    expect(await problemsOf(folder, { digest })).toEqual({
      manifest: expect.stringContaining(`, not ${digest}`),
      formats: expect.stringContaining('value is “7” in CSV'),
    })
  })

  test('in Parquet contradicts the wide table', async () => {
    const folder = await download()
    await rewriteParquet(
      folder,
      'cells',
      "select * replace (if(key = 'requests.granted.total', 7, value) as value) from {}",
    )
    await hide(folder)
    const problems = await problemsOf(folder)
    expect(Object.keys(problems)).toEqual(['formats', 'agreement'])
    expect(problems['agreement']).toContain('wide_tables_agree: ')
  })
})

describe('a dropped row', () => {
  test('in CSV differs from the count of Parquet', async () => {
    const folder = await download()
    await change(folder, 'findings.csv', (text) => text.replace(/\n[^\n]*\n$/, '\n'))
    await hide(folder)
    const { counts, formats } = await problemsOf(folder)
    expect(counts).toMatch(/^findings: \d+ rows in Parquet, \d+ in CSV$/)
    expect(formats).toBe('findings: CSV and Parquet hold other rows')
  })

  test('in Parquet differs from the manifest, and what it held leads nowhere', async () => {
    const folder = await download()
    await rewriteParquet(folder, 'reports', 'select * from {} where year = 2022')
    await hide(folder)
    const { counts, keys } = await problemsOf(folder)
    expect(counts).toContain('reports: 1 rows in Parquet, the manifest states 2')
    expect(keys).toContain('cells: report_id 140212-kexuejishuju-2023 is no row of reports')
  })
})

test.each([
  [
    'a changed sum',
    (folder: string) =>
      change(folder, 'SHA256SUMS', (text) => text.replace(/^[0-9a-f]{64}(?= {2}cells\.csv)/m, 'a'.repeat(64))),
    {
      sums: 'cells.csv differs from its sum',
      manifest: 'manifest.json states another sum of cells.csv than SHA256SUMS',
    },
  ],
  [
    'a changed manifest',
    (folder: string) =>
      change(folder, 'manifest.json', (text) => text.replace(/"digest": "[0-9a-f]{8}/, '"digest": "00000000')),
    { sums: 'manifest.json differs from its sum', manifest: 'manifest.json states the digest 00000000' },
  ],
  [
    'a lost file',
    (folder: string) => rm(join(folder, 'claims.csv')),
    { sums: 'claims.csv is missing', codebook: 'claims.csv is missing' },
  ],
  ['a foreign file', (folder: string) => writeFile(join(folder, 'more.csv'), 'a\n'), { sums: 'more.csv has no sum' }],
  [
    'half a file',
    async (folder: string) =>
      writeFile(join(folder, 'lines.parquet'), (await readFile(join(folder, 'lines.parquet'))).subarray(0, 900)),
    { sums: 'lines.parquet differs from its sum', codebook: 'lines.parquet cannot be read: ' },
  ],
  [
    'a codebook of other columns',
    (folder: string) => change(folder, 'codebook.json', (text) => text.replace('"days_late"', '"days_early"')),
    { sums: 'codebook.json differs', codebook: 'reports.parquet has the columns ' },
  ],
] as const)('%s is said', async (_, tamper, said) => {
  const folder = await download()
  await tamper(folder)
  const problems = await problemsOf(folder)
  for (const [name, words] of Object.entries(said)) expect(problems[name], name).toContain(words)
})

test('a code that the codebook does not explain, and a key that stands twice, are said', async () => {
  const folder = await download()
  await rewriteParquet(folder, 'lines', "select * replace ('poem' as kind) from {} union all from {}")
  const { codes, keys } = await problemsOf(folder)
  expect(codes).toBe('lines.kind: codebook.json explains no code "poem"')
  expect(keys).toContain('lines: the key 140212-kexuejishuju-2022 1 is empty or stands twice')
})

describe('a signature', () => {
  async function writeKeys(folder: string) {
    const keys = generateKeyPairSync('ed25519')
    const paths = {
      secret: join(folder, '..', `${Date.now()}-${Math.random()}.key`),
      open: join(folder, '..', `${Math.random()}.pub`),
    }
    await writeFile(paths.secret, keys.privateKey.export({ type: 'pkcs8', format: 'pem' }))
    await writeFile(paths.open, keys.publicKey.export({ type: 'spki', format: 'pem' }))
    return paths
  }

  test('of the publisher holds, and one by somebody else or of other files does not', async () => {
    const folder = await download()
    const [ours, theirs] = [await writeKeys(folder), await writeKeys(folder)]
    expect(await problemsOf(folder, { key: ours.open })).toEqual({
      signature: 'manifest.sig is missing: nobody signed this',
    })
    await signDataset(folder, ours.secret)
    expect(await problemsOf(folder, { key: ours.open })).toEqual({})
    expect(await problemsOf(folder, { key: theirs.open })).toEqual({
      signature: 'manifest.sig is no signature of manifest.json by this key',
    })
    await change(folder, 'cells.csv', tamperCell)
    await hide(folder)
    expect(await problemsOf(folder, { key: ours.open })).toMatchObject({
      signature: 'manifest.sig is no signature of manifest.json by this key',
    })
  })
})

/** Runs a command as npm does, with INIT_CWD naming where the user stands. */
const run = (command: string, standing: string, args: readonly string[]) => {
  const program = fileURLToPath(new URL(`../src/cli/${command}.ts`, import.meta.url))
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    env: { ...process.env, INIT_CWD: standing },
    encoding: 'utf8',
  })
  return { status, said: stdout + stderr }
}

test('the command says what holds, what does not, and what it cannot notice', async () => {
  const folder = await download()
  const [standing, name] = [dirname(folder), basename(folder)]
  const whole = run('verify', standing, [name])
  expect(whole).toMatchObject({ status: 0, said: expect.stringContaining('The dataset is as its manifest says.') })
  expect(whole.said).toContain('Not noticed: a dataset that somebody changed as a whole')
  await change(folder, 'cells.csv', tamperCell)
  const changed = run('verify', standing, [name, '--digest', 'a'.repeat(64)])
  expect(changed).toMatchObject({ status: 1, said: expect.stringContaining('FAILED  formats: ') })
  expect(changed.said).toContain('Noticed as well: that this is not the dataset that was published')
  expect(run('verify', standing, [])).toMatchObject({ status: 2, said: expect.stringContaining('--folder is missing') })
  expect(run('verify', standing, [name, '--digest', 'xyz'])).toMatchObject({ status: 2 })
  expect(run('sign', standing, [name, '--key', 'nowhere.pem'])).toMatchObject({ status: 2 })
})

test('a folder that is no dataset is refused', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-verify-test-'))
  await expect(verifyDataset({ folder })).rejects.toThrow('must be a dataset; it has no SHA256SUMS')
})
