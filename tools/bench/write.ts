import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { toTextPath } from '../../apps/site/src/search/paths.ts'
import type { Generated } from '../../apps/site/test/search/generate.ts'
import type { Library } from '../../apps/site/test/search/library.ts'

const toHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

function put(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
}

function toPage({ report, lines }: Generated): string {
  const paragraphs = lines.map(({ text }) => `<p>${toHtml(text)}</p>`).join('')
  return `<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><title>${toHtml(report.title)}</title><main data-pagefind-body><h1>${toHtml(report.name)} ${toHtml(report.title)}</h1><p>${toHtml(report.places.join(''))}</p>${paragraphs}</main></html>`
}

/** Writes the files of our search into a folder, beside the worker of the built site. */
export function writeOwn(folder: string, library: Library, made: readonly Generated[], built: string): void {
  const scripts = join(built, '_astro')
  const worker = readdirSync(scripts).find((name) => /^worker-.*\.js$/.test(name))
  if (!worker) throw new Error(`Cannot measure: "${scripts}" holds no worker (run the build first)`)
  put(join(folder, 'worker.js'), readFileSync(join(scripts, worker)))
  put(join(folder, 'index.html'), '<!doctype html><title>own</title>')
  for (const [path, file] of library.files) put(join(folder, path), file)
  for (const { report } of made) put(join(folder, toTextPath(report.id)), library.textOf(report.id))
}

/** Writes the same reports as pages, as a crawler of pages finds them. */
export function writePages(folder: string, made: readonly Generated[]): void {
  put(join(folder, 'index.html'), '<!doctype html><title>pages</title>')
  for (const one of made) put(join(folder, `r/${one.report.id}/index.html`), toPage(one))
}
