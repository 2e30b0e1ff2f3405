import { type CheckWords, fillWords } from '../words/check.ts'
import { CheckError } from './client.ts'
import type { PageView } from './view.ts'

/** Does one thing at a time: says what it is, then the sentence that it ends with, or why it failed; and answers that. */
export type Work = (saying: string, work: () => Promise<string>) => Promise<string>

/** @param seconds that a draft may take */
export function toWork(view: PageView, words: CheckWords, seconds: number): Work {
  const say = (text: string): string => {
    view.say(text)
    return text
  }
  return async (saying, work) => {
    if (view.isBusy()) return say(words.busy)
    view.begin(saying)
    try {
      return say(await work())
    } catch (error) {
      const failure = error instanceof CheckError ? error.failure : 'failed'
      const said = say(fillWords(words.failures[failure], { seconds }))
      if (!(error instanceof CheckError)) throw error
      return said
    } finally {
      view.end()
    }
  }
}
