import { randomUUID } from 'node:crypto'
import { retry } from '@octokit/plugin-retry'
import { throttling } from '@octokit/plugin-throttling'
import { type Bare, finalStatus, type GitHubApi } from './octokit.ts'

/** Seconds that one run is ready to wait for rate limits, all waits together. */
const patienceInSeconds = 180

/** Clients of these settings that keep to GitHub's limits; the one for reading tries again. `secondInMs`: the length of a second. */
export function patientApi(Octokit: Bare, settings: object, secondInMs: number): GitHubApi {
  const GuardOctokit = Octokit.plugin(retry, throttling)
  let patience = patienceInSeconds
  const isWorthWaiting = (seconds: number, _request: unknown, _octokit: unknown, retries: number): boolean => {
    patience -= seconds
    return retries < 1 && patience >= 0
  }
  // These two are the throttling plugin's, which waits as long as GitHub asks for.
  const doNotRetry = [...finalStatus, 403, 429]
  const open = (retriesEnabled: boolean) =>
    new GuardOctokit({
      ...settings,
      retry: { enabled: retriesEnabled, retryAfterBaseValue: secondInMs, doNotRetry },
      throttle: {
        // Limiters are shared by name: without one of its own the first write would wait for reads over GraphQL.
        id: randomUUID(),
        retryAfterBaseValue: secondInMs,
        onRateLimit: isWorthWaiting,
        onSecondaryRateLimit: isWorthWaiting,
      },
    })
  return { reading: open(true), writing: open(false) }
}
