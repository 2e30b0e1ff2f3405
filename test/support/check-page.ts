import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Draft } from './drafts.ts'

/** Where the page of the check says what happens. */
export const status = (page: Page) => page.locator('[data-status]')

export const toFile = ({ name, bytes }: Draft) => ({ name, mimeType: '', buffer: Buffer.from(bytes) })

export const waitForAnswer = (page: Page) =>
  page.waitForFunction(() => document.querySelector('draft-check')?.ariaBusy === 'false')

/** Chooses a file and waits for the answer. */
export async function check(page: Page, draft: Draft): Promise<void> {
  // The file is opened before anything is seen of it.
  await page.locator('draft-check').evaluate((root) => root.setAttribute('aria-busy', 'true'))
  await page.locator('[data-file]').setInputFiles(toFile(draft))
  await waitForAnswer(page)
}

/** Loads all parts and keeps them. */
export async function prepare(page: Page): Promise<void> {
  await page.locator('[data-prepare]').click()
  await waitForAnswer(page)
  await expect.poll(() => status(page).textContent()).toContain('断网后刷新或者重新打开本页，也能核对')
}
