import { readFile, writeFile } from 'node:fs/promises'
import type { ReleaseNote } from '@gongkai/schema'

const unreleased = '## Unreleased\n'

/**
 * Reads a changelog that can take the entry of a release.
 *
 * @throws {Error} if the file is missing, has no section `## Unreleased`, or already has an entry for that day
 */
export async function readChangelog(path: string, date: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new Error(`Cannot release: "${path}" must be the changelog, a Markdown file`, { cause })
  })
  if (!text.includes(unreleased)) {
    throw new Error(`Cannot release: "${path}" must have a section "${unreleased.trim()}", which becomes the entry`)
  }
  if (text.includes(`${toHeading(date)}\n`)) {
    throw new Error(
      `Cannot release: "${path}" has an entry for ${date}; put its lines back under "${unreleased.trim()}"`,
    )
  }
  return text
}

/** What is not released yet becomes the entry of a release, with its counts in front. */
export function insertEntry(text: string, note: ReleaseNote): string {
  const at = text.indexOf(unreleased) + unreleased.length
  const entry = [`\n${toHeading(note.date)}\n`, ...toSentences(note)].join('\n')
  return `${text.slice(0, at)}${entry}${text.slice(at).replace(/^\n*/, '\n')}`
}

/** Writes a changelog. */
export const writeChangelog = (path: string, text: string): Promise<void> => writeFile(path, text)

const toHeading = (date: string): string => `## ${date}`

function toSentences({ previous, reports, changes }: ReleaseNote): readonly string[] {
  if (previous === null) return [`- ${reports} reports. The first release: there is none to compare with.`]
  const { report_added: added, report_withdrawn: withdrawn, cell_changed: cells } = changes
  return [
    `- ${reports} reports. Since ${previous}: ${added} added, ${withdrawn} withdrawn, ${cells} cells changed; each`,
    '  stands in the table `changes`, with its cause.',
  ]
}
