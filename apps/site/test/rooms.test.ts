import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { siteRooms } from '../../../.dependency-cruiser.mjs'

const src = join(import.meta.dirname, '../src')
const rooms: Readonly<Record<string, readonly string[]>> = siteRooms
const files = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(src, join(entry.parentPath, entry.name)))

/** The room a path below `src` stands in, e.g. `components` of `components/search/SearchForm.astro`. */
const roomOf = (path: string) => path.split('/').at(0) ?? ''

/** What a file imports from the site itself, as paths below `src`. */
function readImports(file: string): readonly string[] {
  const text = readFileSync(join(src, file), 'utf8')
  const found = [...text.matchAll(/\bimport\s(?:[^'"]*?\sfrom\s)?['"](\.[^'"]+)['"]/g)]
  return found.map(([, path = '']) => relative(src, join(src, dirname(file), path)))
}

test('every file of the site stands in a room that is declared', () => {
  expect(files.length).toBeGreaterThan(100)
  expect(files.filter((file) => !file.includes('/') || !Object.hasOwn(rooms, roomOf(file)))).toEqual([])
})

test('a room enters only rooms below it: no arrow up, no circle', () => {
  const order = Object.keys(rooms)
  const up = Object.entries(rooms).flatMap(([room, open]) =>
    open.filter((other) => other !== 'styles' && order.indexOf(other) <= order.indexOf(room)),
  )
  expect(up).toEqual([])
})

test('components and pages keep to the rooms that they may enter', () => {
  const arrows = files
    .filter((file) => file.endsWith('.astro'))
    .flatMap((file) => readImports(file).map((to) => ({ file, to, from: roomOf(file), into: roomOf(to) })))
  expect(arrows.length).toBeGreaterThan(200)
  const wrong = arrows.filter(({ from, into }) => from !== into && !rooms[from]?.includes(into))
  expect(wrong.map(({ file, to }) => `${file} → ${to}`)).toEqual([])
})
