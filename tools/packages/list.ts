/** What the list takes from package-lock.json. */
export interface Lock {
  readonly packages: Readonly<Record<string, LockedPackage>>
}

interface LockedPackage {
  readonly version?: string
  readonly license?: string
  readonly dev?: boolean
  readonly link?: boolean
  readonly os?: string | readonly string[]
  readonly cpu?: string | readonly string[]
  readonly libc?: string | readonly string[]
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

/** A package that a workspace names. */
export interface DirectPackage extends PackageRow {
  /** Workspaces, `package.json` for the root. */
  readonly usedBy: readonly string[]
}

/** One version of a package. */
export interface PackageRow {
  readonly name: string
  readonly version: string
  readonly license: string
  /** System, processor and C library it is for; empty where it is for all. */
  readonly platform: string
}

const modules = 'node_modules/'
const toName = (path: string): string => path.slice(path.lastIndexOf(modules) + modules.length)
const toWords = (names: string | readonly string[] | undefined): readonly string[] => (names ? [names].flat() : [])
const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : Number(a > b))

function toRow(path: string, found: LockedPackage): PackageRow {
  const { version = 'unknown', license = 'unknown', os, cpu, libc } = found
  return { name: toName(path), version, license, platform: [os, cpu, libc].flatMap(toWords).join(' ') }
}

/** Packages that run in production and that a `package.json` of this repository names, with the version installed. */
export function listDirect({ packages }: Lock): readonly DirectPackage[] {
  const usedBy = new Map<string, string[]>()
  for (const [path, found] of Object.entries(packages)) {
    if (path.includes(modules)) continue
    for (const name of Object.keys({ ...found.dependencies, ...found.optionalDependencies })) {
      const isOwn = packages[`${modules}${name}`]?.link
      if (!isOwn) usedBy.set(name, [...(usedBy.get(name) ?? []), path || 'package.json'])
    }
  }
  return [...usedBy]
    .toSorted(([a], [b]) => byCodeUnit(a, b))
    .map(([name, workspaces]) => {
      const path = [...workspaces.map((workspace) => `${workspace}/${modules}${name}`), `${modules}${name}`].find(
        (one) => packages[one],
      )
      if (!path) throw new RangeError(`Cannot list "${name}": package-lock.json has no such package; run npm run lock`)
      return { ...toRow(path, packages[path] ?? {}), usedBy: workspaces }
    })
}

/** Every version of every package that may be installed for production, whoever asks for it, on whatever platform. */
export function listAll({ packages }: Lock): readonly PackageRow[] {
  const rows = Object.entries(packages)
    .filter(([path, found]) => path.includes(modules) && !found.link && !found.dev)
    .map(([path, found]) => [`${toName(path)} ${found.version}`, toRow(path, found)] as const)
  return [...new Map(rows)].toSorted(([a], [b]) => byCodeUnit(a, b)).map(([, row]) => row)
}
