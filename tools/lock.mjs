/**
 * `npm run lock`: writes package-lock.json anew, for every platform.
 *
 * npm copies into a lock what it finds in node_modules and in the lock before, so that packages for other platforms get
 * lost. This resolves in an empty folder that holds the package.json files and nothing else. It is plain JavaScript, since
 * it must run before anything is installed.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { addLibc, listMissing } from './lock/lock-file.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** Files that decide what npm resolves. */
function listManifests() {
  const workspaces = ['packages', 'apps'].flatMap((room) =>
    readdirSync(join(root, room)).map((name) => `${room}/${name}/package.json`),
  )
  return ['package.json', '.npmrc', ...workspaces].filter((path) => existsSync(join(root, path)))
}

/**
 * Runs the npm that runs this script, in another folder.
 *
 * @param {string} cwd
 * @param {string[]} args
 */
function runNpm(cwd, args) {
  const npm = process.env['npm_execpath']
  if (!npm) throw new Error('Cannot write the lock: start it with "npm run lock"')
  const env = { ...process.env, npm_config_local_prefix: cwd }
  const done = spawnSync(process.execPath, [npm, ...args], { cwd, env, encoding: 'utf8' })
  if (done.status !== 0) throw new Error(`Cannot write the lock: "npm ${args.join(' ')}" said\n${done.stderr}`)
}

const folder = mkdtempSync(join(tmpdir(), 'gongkai-lock-'))
try {
  for (const path of listManifests()) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    cpSync(join(root, path), join(folder, path))
  }
  runNpm(folder, ['install', '--package-lock-only', '--ignore-scripts'])
  const file = join(folder, 'package-lock.json')
  const lock = addLibc(JSON.parse(readFileSync(file, 'utf8')))
  const missing = listMissing(lock)
  if (missing.length > 0) {
    throw new Error(
      `Cannot write the lock: the registry lacks\n  ${missing.join('\n  ')}\n` +
        'Hold the package before the colon at an older version: in the package.json that names it, else under "overrides".',
    )
  }
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
  // A lock that its own manifests contradict is refused here, not on a clean clone.
  runNpm(folder, ['ci', '--dry-run', '--ignore-scripts'])
  cpSync(file, join(root, 'package-lock.json'))
  console.log(
    `Written: package-lock.json, ${Object.keys(lock.packages).length} packages. Now run "npm ci" and "npm run packages".`,
  )
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
