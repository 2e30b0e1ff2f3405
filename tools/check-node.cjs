/**
 * Says which Node is needed where the one that runs is too old: npm scripts call this first.
 *
 * Written in the JavaScript of Node 12, and in one file without imports, so that an old Node can say it.
 */

/**
 * Node runs TypeScript files without a flag from these versions on.
 *
 * @param {string} version e.g. `22.17.1`
 */
function isEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major === 22) return minor >= 18
  return major === 23 ? minor >= 6 : major > 23
}

/**
 * What to tell somebody whose Node is too old.
 *
 * @param {{ version: string, platform: string, arch: string, isGlibc: boolean }} found
 * @returns {string | undefined} nothing where it is new enough
 */
function judgeNode(found) {
  if (isEnough(found.version)) return undefined
  const isPackaged = found.platform === 'linux' && found.arch === 'x64' && found.isGlibc
  return [
    `Cannot start: this is Node ${found.version} on ${found.platform} ${found.arch}, and Node 22.18 or newer is needed.`,
    isPackaged
      ? 'Here "npm ci" installs Node 24 for npm scripts: run it again, without --omit=optional.'
      : 'Install Node 24 from https://nodejs.org/en/download or with a version manager ("nvm install 24"), then run "npm ci" again.',
  ].join('\n')
}

/** Alpine and some others have another C library, musl; a Node built for glibc does not start there. */
function hasGlibc() {
  if (process.platform !== 'linux' || !process.report) return false
  const report = process.report.getReport()
  return 'header' in report && Boolean(Object(report.header).glibcVersionRuntime)
}

if (require.main === module && !isEnough(process.versions.node)) {
  console.error(
    judgeNode({
      version: process.versions.node,
      platform: process.platform,
      arch: process.arch,
      isGlibc: hasGlibc(),
    }),
  )
  process.exit(1)
}

module.exports = { judgeNode }
