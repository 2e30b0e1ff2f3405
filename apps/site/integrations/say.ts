/** What the build tells whoever runs it. */
export const inform = (text: string): void => console.log(text)

/** What the build tells of what will be missed. */
export const warn = (text: string): void => console.log(`[WARN] ${text}`)

/** Tells what this process has cost so far. @example `cost of the pages: 61.3 s of processor, 865 MB` */
export function sayCost(of: string): void {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  inform(
    `cost of ${of}: ${((userCPUTime + systemCPUTime) / 1e6).toFixed(1)} s of processor, ${Math.round(maxRSS / 1024)} MB`,
  )
}
