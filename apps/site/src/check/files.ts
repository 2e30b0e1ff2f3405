import { need } from '../dom/element.ts'
import { type CheckWords, fillWords } from '../words/check.ts'
import type { Draft } from './messages.ts'

/** What is done with what is put in. */
interface Takers {
  readonly say: (text: string) => void
  readonly take: (draft: Draft) => void
}

const inMegabytes = (bytes: number) => (bytes / 1024 / 1024).toFixed(1).replace(/\.0$/, '')

/** Files that are chosen or dropped, one at a time and of a size that is read. */
export function listenToFiles(root: HTMLElement, words: CheckWords, most: number, { say, take }: Takers): void {
  const input = need(root, '[data-file]', HTMLInputElement)
  const drop = need(root, '[data-drop]', HTMLElement)
  const read = async (files: readonly File[]) => {
    const [file] = files
    if (!file) return
    if (files.length > 1) return say(words.twoFiles)
    const { name, size } = file
    if (size > most) return say(fillWords(words.tooLarge, { name, size: inMegabytes(size), most: inMegabytes(most) }))
    // A file that was moved or is held by another program cannot be opened.
    const buffer = await file.arrayBuffer().catch(() => undefined)
    if (buffer === undefined) say(fillWords(words.notOpened, { name }))
    else take({ name, bytes: new Uint8Array(buffer) })
  }
  input.addEventListener('change', () => {
    read([...(input.files ?? [])])
    // The same file, mended, is a change again; and the field keeps no file.
    input.value = ''
  })
  // A file that misses the field would else be opened in the place of the page.
  for (const name of ['dragover', 'drop'] as const) addEventListener(name, (event) => event.preventDefault())
  drop.addEventListener('dragover', () => drop.classList.add('over'))
  for (const name of ['dragleave', 'drop'] as const) drop.addEventListener(name, () => drop.classList.remove('over'))
  drop.addEventListener('drop', (event) => read([...(event.dataTransfer?.files ?? [])]))
}
