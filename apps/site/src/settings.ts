/** Where readers report an error: a web address or a mail address; undefined when the builder gave none. */
export const siteContact: string | undefined = process.env['SITE_CONTACT'] || undefined

/** Commit the site was built from, in full; undefined outside a repository. Set by `astro.config.mjs`. */
export const buildCommit: string | undefined = process.env['BUILD_COMMIT'] || undefined
