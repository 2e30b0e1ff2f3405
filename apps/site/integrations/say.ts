/** What the build tells whoever runs it. */
export const inform = (text: string): void => console.log(text)

/** What the build tells of what will be missed. */
export const warn = (text: string): void => console.log(`[WARN] ${text}`)
