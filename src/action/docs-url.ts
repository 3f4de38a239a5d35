import { encodedPath } from '../report/safe-text.ts'

/**
 * Where the pages of the version of the action that runs can be read: `https://github.com/owner/repo/blob/v1/docs`. Undefined where the
 * runner does not say, as for an action that is taken from the workflow's own files (`uses: ./`).
 */
export function docsUrl(environment: Readonly<Record<string, string | undefined>>): string | undefined {
  const { GITHUB_SERVER_URL: server, GITHUB_ACTION_REPOSITORY: repository, GITHUB_ACTION_REF: ref } = environment
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository ?? '') || !ref) return undefined
  return `${server ?? 'https://github.com'}/${repository}/blob/${encodedPath(ref)}/docs`
}
