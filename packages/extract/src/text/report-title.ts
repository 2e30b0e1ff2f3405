/**
 * The words of which titles of yearly reports are made. Whether a text by itself is such a title is decided in one place
 * alone: `isYearlyTitle` of identity/document-kinds.ts; what a title names is read by identity/title.ts.
 */

/** What a report is on, as the source of a pattern. */
export const disclosure = '(?:政府|政务)?信息(?:与?政务)?公开|政务公开'

/** What a yearly report is called, as the source of a pattern; 报告 alone is what other reports are called, too. */
export const yearlyReport = '年度报告|年度工作报告|工作年度报告|工作报告|年报'

const title = /(?:信息公开|資訊公開|资訊公開|信息公開|政务公开|政務公開)[^。]{0,16}(?:报告|年报|報告|年報)/

/**
 * Whether the words of a title stand in a text, in either script, whatever else the text says.
 *
 * @example holdsTitle('首页 > 某县水利局2023年政府信息公开工作年度报告 打印') → true
 */
export const holdsTitle = (text: string): boolean => title.test(text)
