import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { digestFolder, holdsOddities } from '../tools/build/digest.ts'
import { readSettings } from '../tools/build/settings.ts'
import { layOut, toSummaryRows } from '../tools/build/summary.ts'
import { planTasks, readTotals } from '../tools/build/turbo.ts'

const root = join(import.meta.dirname, '..')
let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongkai-build-'))
  mkdirSync(join(folder, 'corpus/deep'), { recursive: true })
  writeFileSync(join(folder, 'corpus/a.txt'), '一')
  writeFileSync(join(folder, 'corpus/deep/.hidden.log'), '二')
  symlinkSync('a.txt', join(folder, 'corpus/link.txt'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const settle = (env: NodeJS.ProcessEnv) => readSettings(root, { PATH: process.env['PATH'], ...env }, root)

describe('the content digest of a folder', () => {
  test('is the same wherever the folder lies', () => {
    const before = digestFolder(join(folder, 'corpus'))
    mkdirSync(join(folder, 'elsewhere/deep'), { recursive: true })
    writeFileSync(join(folder, 'elsewhere/deep/.hidden.log'), '二')
    symlinkSync('a.txt', join(folder, 'elsewhere/link.txt'))
    writeFileSync(join(folder, 'elsewhere/a.txt'), '一')
    expect(digestFolder(join(folder, 'elsewhere'))).toBe(before)
  })

  test.each([
    ['a byte of a file', () => writeFileSync(join(folder, 'corpus/a.txt'), '丁')],
    [
      'a byte of a hidden file that .gitignore would name',
      () => writeFileSync(join(folder, 'corpus/deep/.hidden.log'), '三'),
    ],
    ['a file more', () => writeFileSync(join(folder, 'corpus/b.txt'), '')],
    ['a file less', () => rmSync(join(folder, 'corpus/link.txt'))],
  ] as const)('changes with %s', (_, change) => {
    const before = digestFolder(join(folder, 'corpus'))
    change()
    expect(digestFolder(join(folder, 'corpus'))).not.toBe(before)
  })
})

test('the digest of a folder that means harm follows nothing and fails at nothing', () => {
  const corpus = join(folder, 'corpus')
  symlinkSync('loop', join(corpus, 'loop'))
  symlinkSync('/', join(corpus, 'everything'))
  execFileSync('mkfifo', [join(corpus, 'pipe.txt')])
  writeFileSync(Buffer.concat([Buffer.from(`${corpus}/`), Buffer.from([0xb9, 0xab])]), '天气')
  mkdirSync(join(corpus, 'locked'))
  chmodSync(join(corpus, 'locked'), 0)
  const before = digestFolder(corpus)
  expect(digestFolder(corpus)).toBe(before)
  writeFileSync(Buffer.concat([Buffer.from(`${corpus}/`), Buffer.from([0xb9, 0xac])]), '天气')
  expect(digestFolder(corpus)).not.toBe(before)
  chmodSync(join(corpus, 'locked'), 0o700)
})

describe('the folders of a build', () => {
  test('are relative to where the user stands', () => {
    const { corpus, dataset } = settle({ INIT_CWD: folder, GONGKAI_CORPUS: 'corpus', GONGKAI_DATASET: 'out/dataset' })
    expect([corpus, dataset]).toEqual([join(folder, 'corpus'), join(folder, 'out/dataset')])
  })

  test('leave the cache key alone when they are the default ones, however named', () => {
    const { env, isDatasetElsewhere } = settle({
      INIT_CWD: root,
      GONGKAI_CORPUS: './data/corpus',
      GONGKAI_DATASET: 'data/dataset',
    })
    expect(isDatasetElsewhere).toBe(false)
    expect(env['GONGKAI_CORPUS']).toBeUndefined()
    expect(env['GONGKAI_DATASET']).toBeUndefined()
  })

  test('must be there to be read', () => {
    expect(() => settle({ INIT_CWD: folder, GONGKAI_CORPUS: 'nowhere' })).toThrow('is not a folder')
  })
})

test.each([
  [
    'tools/build.ts',
    [],
    { BASE_PATH: 'a b' },
    'Cannot build: BASE_PATH "a b" must be a path below the host, such as /gongkai\n',
  ],
  [
    'tools/build.ts',
    [],
    { BUILD_COMMIT: 'HEAD' },
    'Cannot build: BUILD_COMMIT "HEAD" must be a commit, 7 to 64 digits of 0-9 and a-f\n',
  ],
  ['tools/serve.ts', ['--port', 'x'], {}, 'Cannot serve: --port "x" must be a whole number from 0 to 65535\n'],
  [
    'packages/extract/src/cli/inspect.ts',
    ['--lang', 'fr', 'a'],
    {},
    '--lang "fr" must be one of: zh, en\nUsage: npm run inspect -- FILE… [--url ADDRESS] [--lang zh|en] [--json]\n',
  ],
] as const)('%s %j with %j says what is wrong, and no stack', (program, args, env, said) => {
  const { status, stderr, stdout } = spawnSync(process.execPath, [join(root, program), ...args], {
    env: { PATH: process.env['PATH'], ...env },
    encoding: 'utf8',
  })
  expect([status, stderr, stdout]).toEqual([2, said, ''])
})

test('one byte of a corpus outside the repository changes the cache key of every step but the first', () => {
  const hashes = () => {
    const tasks = planTasks(settle({ INIT_CWD: folder, GONGKAI_CORPUS: 'corpus' }), [])
    return new Map(tasks.map((task) => [task.taskId, task.hash]))
  }
  const before = hashes()
  expect(hashes()).toEqual(before)
  writeFileSync(join(folder, 'corpus/a.txt'), '丁')
  const changed = [...hashes()].filter(([task, hash]) => before.get(task) !== hash).map(([task]) => task)
  expect(changed.toSorted()).toEqual(['@gongkai/analyze#build', '@gongkai/extract#build', '@gongkai/site#build'])
})

test('with the folders of the repository the cache keys are those of turbo by itself', () => {
  const settings = settle({ GONGKAI_CORPUS: 'data/corpus' })
  const hashes = (env: NodeJS.ProcessEnv) =>
    planTasks({ ...settings, env }, []).map(({ taskId, hash }) => [taskId, hash])
  expect(hashes(settings.env)).toHaveLength(4)
  expect(hashes(settings.env)).toEqual(hashes({ PATH: process.env['PATH'] }))
})

describe('a corpus that turbo cannot hash has a digest of ours in the cache key', () => {
  const readDigest = (env: NodeJS.ProcessEnv = {}) => readSettings(folder, env, folder).env['GONGKAI_CORPUS_DIGEST']
  const corpus = () => join(folder, 'data/corpus')
  beforeEach(() => {
    mkdirSync(join(corpus(), '.hidden'), { recursive: true })
    writeFileSync(join(corpus(), '.hidden/a.log'), '一')
  })

  test('plain files below the repository need none, hidden or not', () => {
    expect(readDigest()).toBeUndefined()
  })

  test('a link needs one', () => {
    symlinkSync('nowhere', join(corpus(), 'link.txt'))
    expect(holdsOddities(corpus())).toBe(true)
    expect(readDigest()).toBe(digestFolder(corpus()))
  })

  test.each([{ GONGKAI_CORPUS: 'corpus' }, { GONGKAI_DATASET: 'out' }])('so does a folder elsewhere: %j', (env) => {
    expect(readDigest(env)).toMatch(/^[0-9a-f]{64}$/)
  })
})

test.each([
  [{ GONGKAI_CORPUS: 'elsewhere' }, 1],
  [{ GONGKAI_DATASET: 'elsewhere' }, 1],
  [{ GONGKAI_CORPUS: 'elsewhere', GONGKAI_CORPUS_DIGEST: 'abc' }, 0],
  [{ GONGKAI_CORPUS: 'elsewhere', TURBO_HASH: '' }, 0],
  [{}, 0],
])('a task of turbo with %j ends with %i', (env, status) => {
  const guard = join(root, 'tools/build/refuse-elsewhere.ts')
  const done = spawnSync(process.execPath, [guard], { env: { TURBO_HASH: '123', ...env }, encoding: 'utf8' })
  expect(done.status).toBe(status)
  expect(done.stderr.includes('Use "npm run build"')).toBe(status === 1)
})

test('the closing table shows groups on one line each, in the order in which they were written', () => {
  const rows = toSummaryRows({
    documents: { extracted: 1234, rejected: 2 },
    reasons: [{ status: 'rejected', reason: 'no_text', count: 2 }],
    editsFailed: 0,
  })
  expect(layOut(rows)).toBe(
    ['  documents     extracted 1,234 · rejected 2', '  reasons       rejected no text 2', '  edits failed  0'].join(
      '\n',
    ),
  )
})

test.each([
  ['cache miss, executing 1', 3],
  ['cache hit, replaying logs 1', 12],
])('files taken over are counted after a %s', (said, unchangedCount) => {
  const output = `@gongkai/extract:build: ${said}\n@gongkai/extract:build: Extracted 12 files: 12 extracted; 3 unchanged, not read again\nCached:    1 cached, 4 total\n`
  expect(readTotals(output)).toEqual({ cachedCount: 1, taskCount: 4, fileCount: 12, unchangedCount })
})

test('a build waits for another one, and for nobody who is gone', async () => {
  mkdirSync(join(folder, '.turbo'))
  const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 1000)'])
  writeFileSync(join(folder, '.turbo/build.lock'), `999999999\n${child.pid}`)
  const program = `import { lockBuild } from '${join(root, 'tools/build/lock.ts')}'; await lockBuild('${folder}', console.log); console.log('mine')`
  const waiting = spawn(process.execPath, ['--input-type=module', '-e', program])
  let said = ''
  waiting.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  await once(waiting, 'close')
  expect(said).toBe('Another build is running; waiting for it to end.\nmine\n')
  expect(existsSync(join(folder, '.turbo/build.lock'))).toBe(false)
})
