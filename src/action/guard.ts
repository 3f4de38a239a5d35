import { readInputs } from '../github/inputs.ts'
import { check } from './check.ts'
import { tell, tellFailure } from './tell.ts'

/**
 * One run of the action; gives its exit status. 0: checked and passed; 1: checked and failed; 2: could not check. Only what was found
 * decides, never what could be posted.
 */
export async function guard(): Promise<0 | 1 | 2> {
  try {
    const inputs = readInputs()
    const checked = await check(inputs)
    await tell(checked, inputs)
    return checked.report.conclusion === 'success' ? 0 : 1
  } catch (cause) {
    await tellFailure(cause)
    return 2
  }
}
