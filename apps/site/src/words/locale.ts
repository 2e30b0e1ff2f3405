import type { Label } from '@gongkai/schema'

/** Language of a page. Chinese stands at the root of the site, English under `/en/`. */
export type Locale = 'zh' | 'en'

export const locales = ['zh', 'en'] as const satisfies readonly Locale[]

/** Language tags of HTML, by language of the page. */
export const languageTags = { zh: 'zh-Hans', en: 'en' } as const satisfies Record<Locale, string>

/** Language of a page by the first segment of its route; the root has none. */
export const toLocale = (segment: string | undefined): Locale => (segment === 'en' ? 'en' : 'zh')

/** What exists once: files have no language. */
const sharedPaths = /^\/dataset\//

/** Whether a page exists in both languages. */
export const isTranslated = (path: string): boolean => !sharedPaths.test(path)

/** Path of a page in a language; a page that exists once keeps its path. */
export function toLocalPath(locale: Locale, path: string): string {
  return locale === 'en' && isTranslated(path) ? `/en${path}` : path
}

/** Routes of a page, its languages side by side, for `getStaticPaths` of `pages/[...locale]/…`. */
export function toRoutes<P extends Readonly<Record<string, string>> = Readonly<Record<never, string>>>(
  list: readonly P[] = [{} as P],
) {
  return list.flatMap((params) =>
    locales.map((locale) => ({ params: { ...params, locale: locale === 'zh' ? undefined : locale } })),
  )
}

/** Words of one page: the first in Chinese, the second in English. @example toPicker('en')('件', 'requests') // 'requests' */
export const toPicker =
  (locale: Locale) =>
  (zh: string, en: string): string =>
    locale === 'zh' ? zh : en

/** The words of a label in the language of the page. */
export const pick = (locale: Locale, label: Label): string => label[locale]
