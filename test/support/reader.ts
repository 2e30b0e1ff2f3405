import type { Locator, Page } from 'playwright-core'

/** How a reader uses a page. */
export interface Reader {
  /** Follows a link or presses a button. */
  readonly follow: (target: Locator) => Promise<void>
  /** Types into a field and takes the suggestion that stands first. */
  readonly pick: (field: Locator, typed: string) => Promise<void>
}

/** More stops than any page has. */
const mostStops = 400

async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let pressed = 0; pressed < mostStops; pressed += 1) {
    if (await target.evaluate((node) => node === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Cannot reach "${target}" with the Tab key`)
}

const options = (page: Page) => page.locator('[role="option"]')

/** A reader with a mouse. */
export const toMouse = (page: Page): Reader => ({
  follow: (target) => target.first().click(),
  async pick(field, typed) {
    await field.fill(typed)
    await options(page).first().click()
  },
})

/** A reader with the keys alone: nothing is focused but by Tab, nothing chosen but by arrows and Enter. */
export const toKeys = (page: Page): Reader => ({
  async follow(target) {
    await tabTo(page, target.first())
    await page.keyboard.press('Enter')
  },
  async pick(field, typed) {
    await tabTo(page, field)
    await page.keyboard.insertText(typed)
    await options(page).first().waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
  },
})
