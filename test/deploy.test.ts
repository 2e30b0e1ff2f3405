import { spawnSync } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { drawDocuments } from '../tools/demo/documents.ts'
import { writeCorpus } from '../tools/demo/write-corpus.ts'
import { toCleanEnv } from './support/site.ts'

const root = join(import.meta.dirname, '..')

/** What these tests look at in a manifest. */
interface Container {
  readonly name: string
  readonly command: readonly string[]
  readonly args: readonly string[]
  readonly env: readonly { readonly name: string; readonly value: string }[]
}
interface Manifest {
  readonly kind: string
  readonly spec: {
    readonly completions?: number
    readonly template?: {
      readonly spec: { readonly initContainers?: readonly Container[]; readonly containers: readonly Container[] }
    }
  }
}

const manifests = globSync('deploy/kubernetes/*/*.yaml', { cwd: root }).sort()
const readManifest = (path: string): Manifest => parse(readFileSync(join(root, path), 'utf8'))
const containersOf = ({ spec }: Manifest): readonly Container[] => [
  ...(spec.template?.spec.initContainers ?? []),
  ...(spec.template?.spec.containers ?? []),
]

let folder = ''
const at = (name: string) => join(folder, name)

/** Runs a program to its end, with the Node that runs the tests. @throws {Error} with what it said, if it fails */
function run(program: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): void {
  const path = `${join(process.execPath, '..')}:${process.env['PATH']}`
  const done = spawnSync(program, args, { cwd: root, env: toCleanEnv({ PATH: path, ...env }), encoding: 'utf8' })
  if (done.status !== 0) throw new Error(`${program} ended with ${done.status}: ${done.stdout}${done.stderr}`)
}

const sumsOf = (dataset: string) => readFileSync(join(dataset, 'SHA256SUMS'), 'utf8')

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongkai-deploy-'))
  writeCorpus(at('corpus'), drawDocuments(12))
  run('node', ['packages/extract/src/cli/extract.ts', '--corpus', at('corpus'), '--out', at('one')])
  run('node', ['packages/analyze/src/cli/analyze.ts', '--reports', at('one'), '--out', at('one-dataset')])
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the manifests of Kubernetes', () => {
  const schema = JSON.parse(readFileSync(join(root, 'test/support/generated/kubernetes-schema.json'), 'utf8'))
  const validate = new Ajv({ strict: false }).compile(schema)

  test('are there', () => expect(manifests).toHaveLength(5))

  test.each(manifests)('%s is what Kubernetes declares', (path) => {
    validate(readManifest(path))
    expect(validate.errors).toBeNull()
  })

  test.each([
    ['a field that is not declared', (text: string) => text.replace('backoffLimitPerIndex', 'backoffLimitPerindex')],
    ['a number in quotes', (text: string) => text.replace('completions: 16', 'completions: "16"')],
    ['a value of the environment that is a number', (text: string) => text.replace('value: "16"', 'value: 16')],
    ['no template', (text: string) => text.replace('template:', 'pod:')],
  ])('would be refused with %s', (_, spoil) => {
    const text = readFileSync(join(root, 'deploy/kubernetes/volume/extract.yaml'), 'utf8')
    expect(spoil(text)).not.toBe(text)
    expect(validate(parse(spoil(text)))).toBe(false)
  })

  test('agree on the number of shards', () => {
    const all = manifests.map(readManifest)
    const counts = all.flatMap(({ spec }) => (spec.completions === undefined ? [] : [String(spec.completions)]))
    const said = all.flatMap(containersOf).flatMap(({ env }) => env.filter(({ name }) => name === 'SHARD_COUNT'))
    expect(new Set([...counts, ...said.map(({ value }) => value)])).toEqual(new Set(['16']))
    expect(counts).toHaveLength(2)
    expect(said.length).toBeGreaterThan(2)
  })

  test('run commands that make the dataset of one run', { timeout: 300_000 }, () => {
    const start = (path: string, env: Readonly<Record<string, string>>) => {
      for (const { command, args } of containersOf(readManifest(path))) {
        const [shell = '', ...flags] = command
        run(shell, [...flags, ...args.map((text) => text.replaceAll('/data/', `${folder}/`))], {
          SHARD_COUNT: '3',
          ...env,
        })
      }
    }
    for (const index of ['2', '0', '1']) start('deploy/kubernetes/volume/extract.yaml', { JOB_COMPLETION_INDEX: index })
    start('deploy/kubernetes/volume/analyze.yaml', {})
    expect(sumsOf(at('dataset'))).toBe(sumsOf(at('one-dataset')))
  })
})

test('parallel.sh makes the dataset of one run', { timeout: 300_000 }, () => {
  run('bash', ['deploy/parallel.sh', at('corpus'), at('parallel'), '3', '2'])
  expect(sumsOf(at('parallel/dataset'))).toBe(sumsOf(at('one-dataset')))
})

test.each(globSync('deploy/**/*.{sh,sbatch}', { cwd: root }))('%s is a script that bash can read', (path) => {
  run('bash', ['-n', path])
})
