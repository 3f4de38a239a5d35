/** Where the pages of `docs/` can be read: the one place that holds the address. */
const docs = 'https://github.com/OWNER/sourceip-guard/blob/main/docs'

/** The page of a rule. */
export function rulePage(id: string): string {
  return `${docs}/rules/${id}.md`
}

/** The pages of a remedy: of one that several make together, `service-principal+via-aws-service`, that of each. */
export function remedyPages(id: string): { readonly id: string; readonly url: string }[] {
  return id.split('+').map((part) => ({ id: part, url: `${docs}/remedies/${part}.md` }))
}

/** The table of all remedies. */
export const remediesPage = `${docs}/remedies.md`
