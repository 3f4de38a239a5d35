import { serviceOf } from '../model/action.ts'
import type { RuleContext } from '../model/contracts.ts'
import type { PolicyDocument } from '../model/policy.ts'

/** The calls that a policy is evaluated on, where those of some services alone are. */
export interface Governed {
  /** The same for policies that govern the same. */
  readonly name: string
  readonly has: (action: string) => boolean
}

/**
 * An RCP is evaluated on the resources of some services only, and a resource's policy on requests for that resource; undefined
 * where calls to every service meet it. Source: AWS Organizations User Guide, "Resource control policies".
 */
export function governedBy({ type, governs }: PolicyDocument, { rcpServices }: RuleContext): Governed | undefined {
  if (type === 'rcp') return { name: 'rcp', has: (action) => rcpServices.has(serviceOf(action)) }
  if (type !== 'resource' || governs === undefined) return undefined
  return { name: governs, has: (action) => serviceOf(action) === governs }
}
