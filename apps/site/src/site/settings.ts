import { readSetting } from '@gongkai/schema'

/** Where readers report an error: a web address or a `mailto:` address; undefined when the builder gave none. */
export const siteContact: string | undefined = readSetting(process.env, 'SITE_CONTACT')

/** Commit the site was built from, in full; undefined outside a repository. Set by `astro.config.mjs`. */
export const buildCommit: string | undefined = readSetting(process.env, 'BUILD_COMMIT')
