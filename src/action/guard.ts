import { readInputs } from '../github/inputs.ts'
import { check } from './check.ts'

/**
 * One run of the action; gives its exit status. 0: checked and passed; 1: checked and failed; 2: could not check. Only what was found
 * decides, never what could be posted.
 */
export async function guard(): Promise<0 | 1 | 2> {
  // What tells is loaded while the first answers are waited for.
  const loaded = new Promise((resolve) => setImmediate(resolve)).then(() => import('./tell.ts'))
  try {
    const inputs = readInputs()
    const checked = await check(inputs)
    const { tell } = await loaded
    await tell(checked, inputs)
    return checked.report.conclusion === 'success' ? 0 : 1
  } catch (cause) {
    const { tellFailure } = await loaded
    await tellFailure(cause)
    return 2
  }
}
