/**
 * Writes the templates of the legacy Word documents that tests fill with numbers: invented reports as OpenDocument, which
 * LibreOffice (7.4 wrote those in test/generate/doc) converts. Its bytes differ with the day, so they are made once and kept.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toTemplateTruth } from '../test/generate/doc.ts'
import { docTemplates, toFodt } from '../test/generate/fodt.ts'
import { toStory } from '../test/generate/story.ts'

const folder = mkdtempSync(join(tmpdir(), 'gongkai-doc-'))
try {
  const files = docTemplates.map((template, i) => {
    const file = join(folder, `${template.id}.fodt`)
    writeFileSync(file, toFodt(toStory(toTemplateTruth(300 + i)), template))
    return file
  })
  const target = new URL('../test/generate/doc/', import.meta.url).pathname
  const profile = `-env:UserInstallation=file://${folder}/profile`
  execFileSync('soffice', ['--headless', profile, '--convert-to', 'doc:MS Word 97', '--outdir', target, ...files])
  console.log(`${files.length} templates`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
