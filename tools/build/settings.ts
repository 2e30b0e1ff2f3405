import { existsSync, realpathSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readSetting, settingNames } from '../../packages/schema/src/index.ts'
import { digestFolder, holdsOddities } from './digest.ts'

/** Folders and environment of one build. */
export interface BuildSettings {
  readonly root: string
  readonly corpus: string
  readonly dataset: string
  /** The dataset is written where turbo cannot keep it: anywhere but `data/dataset`. */
  readonly isDatasetElsewhere: boolean
  /** What the tasks see; paths are absolute, and a content digest stands beside what turbo does not hash. */
  readonly env: Readonly<NodeJS.ProcessEnv>
}

/**
 * Settles where a build reads and writes.
 *
 * Paths in `GONGKAI_CORPUS` and `GONGKAI_DATASET` are relative to where the user stands (`INIT_CWD`, which npm sets).
 * The default folders are taken out of the environment so that naming them changes no cache key.
 *
 * @throws {RangeError} if a setting of any step is not what it must be: the build stops before it began
 * @throws {Error} if `GONGKAI_CORPUS` is not a folder
 */
export function readSettings(root: string, env: Readonly<NodeJS.ProcessEnv>, cwd: string): BuildSettings {
  for (const name of settingNames) readSetting(env, name)
  const from = env['INIT_CWD'] || cwd
  const corpus = settle(readSetting(env, 'GONGKAI_CORPUS'), from, join(root, 'data/corpus'))
  const dataset = settle(readSetting(env, 'GONGKAI_DATASET'), from, join(root, 'data/dataset'))
  if (!statSync(corpus, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Error(`GONGKAI_CORPUS "${env['GONGKAI_CORPUS'] ?? ''}" must be a folder; ${corpus} is not a folder`)
  }
  const isCorpusElsewhere = corpus !== join(root, 'data/corpus')
  const isDatasetElsewhere = dataset !== join(root, 'data/dataset')
  // Plain files below the repository turbo hashes itself: then the keys are those of `npx turbo run build`.
  const isBeyondTurbo = isCorpusElsewhere || isDatasetElsewhere || holdsOddities(corpus)
  return {
    root,
    corpus,
    dataset,
    isDatasetElsewhere,
    env: {
      ...env,
      GONGKAI_CORPUS: isCorpusElsewhere ? corpus : undefined,
      GONGKAI_DATASET: isDatasetElsewhere ? dataset : undefined,
      GONGKAI_CORPUS_DIGEST: isBeyondTurbo ? digestFolder(corpus) : undefined,
      GONGKAI_DATASET_DIGEST: undefined,
      ASTRO_TELEMETRY_DISABLED: '1',
      DO_NOT_TRACK: '1',
      TURBO_TELEMETRY_DISABLED: '1',
      TURBO_NO_UPDATE_NOTIFIER: '1',
    },
  }
}

function settle(value: string | undefined, from: string, fallback: string): string {
  if (!value) return fallback
  const path = resolve(from, value)
  return existsSync(path) && existsSync(fallback) && realpathSync(path) === realpathSync(fallback) ? fallback : path
}
