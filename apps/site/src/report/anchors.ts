/** Id of a cell on the page. */
export const toCellAnchor = (key: string): string => `c-${key}`
