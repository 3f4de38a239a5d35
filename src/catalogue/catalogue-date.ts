/** The day on which the entries were last reviewed. */
export const catalogueDate = '2026-11-21'
