import { defaults } from '@actions/github/lib/utils'
import type { Fetch } from './node-fetch.ts'

/** The toolkit's `fetch`, which goes through the proxy that the runner names, and past it where `NO_PROXY` says so. */
export const proxyFetch: Fetch = async (url, asked) => {
  const response = await defaults.request?.fetch(url, asked)
  const { status, statusText, url: answered, headers } = response
  return {
    ...{ status, statusText, url: answered, headers: new Map<string, string>(headers) },
    text: () => response.text(),
    arrayBuffer: () => response.arrayBuffer(),
  }
}
