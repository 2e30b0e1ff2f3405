import { existsSync, readdirSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { demoMark, readSetting } from '@gongkai/schema'

/** The nearest folder above the working directory that declares the workspaces. */
function findRoot(from: string): string {
  const isRoot = existsSync(join(from, 'package-lock.json')) && existsSync(join(from, 'apps/site'))
  if (isRoot) return from
  const parent = dirname(from)
  if (parent === from) throw new Error(`Cannot find the repository: no folder above "${process.cwd()}" holds apps/site`)
  return findRoot(parent)
}

const root = findRoot(process.cwd())

/** Folder of the reviewed lookup files. */
export const lookupFolder = join(root, 'data/lookups')

/** Folder of the published dataset: `GONGKAI_DATASET`, else `data/dataset`. */
export const datasetFolder = resolve(root, readSetting(process.env, 'GONGKAI_DATASET') ?? 'data/dataset')

/** Whether the reports of the dataset are invented. */
export const isDemo: boolean = existsSync(join(datasetFolder, demoMark))

/** Path of one file of the dataset. @throws {Error} if it is not there */
export function toDatasetPath(name: string): string {
  const path = join(datasetFolder, name)
  if (!existsSync(path))
    throw new Error(`Cannot read the dataset: "${path}" is required, found nothing (run the analysis first)`)
  return path
}

/** Every file below a folder, sorted, as a path below it with `/`. */
function listBelow(folder: string): readonly string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return entries.map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')).sort()
}

/** Every file of the dataset, sorted, as a path below its folder with `/`. */
export function listDatasetNames(): readonly string[] {
  return listBelow(datasetFolder)
}

/** What the pages are made by: the site, what it takes of other packages, and the versions of the libraries. */
const programFolders = ['apps/site/src', 'apps/site/integrations', 'packages/schema/src', 'packages/extract/src']
const programFiles = ['apps/site/astro.config.mjs', 'package-lock.json']

/** Paths of the files of the program that makes the pages, always in the same order. */
export function listProgram(): readonly string[] {
  const inFolders = programFolders.flatMap((folder) => listBelow(join(root, folder)).map((name) => `${folder}/${name}`))
  return [...inFolders, ...programFiles].map((name) => join(root, name))
}
