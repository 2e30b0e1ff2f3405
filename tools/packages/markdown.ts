import type { DirectPackage, PackageRow } from './list.ts'

const toLine = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
const toTable = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [toLine(head), toLine(head.map(() => '---')), ...rows.map(toLine)].join('\n')

/** The page `docs/packages.md`. */
export function toPage(
  direct: readonly DirectPackage[],
  all: readonly PackageRow[],
  reasons: Readonly<Record<string, string>>,
): string {
  const named = new Set(direct.map(({ name, version }) => `${name} ${version}`))
  const others = all.filter(({ name, version }) => !named.has(`${name} ${version}`))
  const licenses = Map.groupBy(all, ({ license }) => license)
  return `# Packages that run in production

Written by \`npm run packages\` from package-lock.json and the reviewed reasons in \`tools/packages/reasons.json\`; do not edit. What only builds
or tests the code is not here. A package with a platform is installed there alone.

## Named by a package.json

${toTable(
  ['package', 'version', 'licence', 'used by', 'why'],
  direct.map(({ name, version, license, usedBy }) => [
    name,
    version,
    license,
    usedBy.join(', '),
    reasons[name] ?? 'no reason is given',
  ]),
)}

## Licences

${toTable(
  ['licence', 'packages'],
  [...licenses].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([license, rows]) => [license, String(rows.length)]),
)}

## Brought by these

${toTable(
  ['package', 'version', 'licence', 'platform'],
  others.map(({ name, version, license, platform }) => [name, version, license, platform]),
)}
`
}
