/** Id of a cell on the page. */
export const toCellAnchor = (key: string): string => `c-${key}`

/** Id of the number of a cell in the source text. */
export const toValueAnchor = (key: string): string => `v-${key}`

/** Id of the label of a row. */
export const toRowAnchor = (formId: string, rowId: string): string => `r-${formId}.${rowId}`
