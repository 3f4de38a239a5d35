/**
 * What is known of one condition key in a request. `absent` and `unknown` differ: IAM treats a missing key by its own rules.
 * - `unlisted`: the address of an AWS service, or none at all: in no list that the customer wrote.
 * - `listed`: the customer's own: an address that the statement under test admits, the account or resource that it names.
 * - `like`: present, with some value of this pattern (`s3.*.amazonaws.com`).
 * - `unknown`: AWS's documents do not say whether the key is there or what it holds.
 */
export type KeyState =
  | { readonly kind: 'present'; readonly values: readonly string[] }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unlisted' }
  | { readonly kind: 'listed' }
  | { readonly kind: 'like'; readonly pattern: string }
  | { readonly kind: 'unknown' }

/** Who signs a request. `account` is a 12-digit id where it is known. */
export interface RequestPrincipal {
  readonly kind: 'user' | 'role' | 'service-linked-role' | 'root' | 'federated' | 'service' | 'anonymous'
  /** ARN of the user, the role or the role session; the service principal's name for `service`; empty for `anonymous`. */
  readonly name: string
  readonly account: string | undefined
  /** ARN of the role session, where `name` is the role's. */
  readonly session?: string
}

/** The request as IAM would see it, whole: a key that is not listed is absent. Key names are lower-cased. */
export interface RequestContext {
  readonly action: string
  readonly resource: string
  readonly principal: RequestPrincipal
  readonly keys: ReadonlyMap<string, KeyState>
}

/** How a call of an AWS service comes about; the rows of AWS's rules on what the target sees. */
export type Mechanism =
  | 'forward-access-session'
  | 'service-role'
  | 'service-principal'
  | 'service-linked-role'
  | 'cloudshell'
  | 'console'

/** AWS documentation (or a dated report) that says so. */
export interface Citation {
  readonly title: string
  readonly url: string
  /** When the copy that was read was current, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; empty for a document of the user's own. */
  readonly retrieved: string
}

/** The network over which the first request of a path arrives. */
export type Network = 'public' | 'vpc-endpoint'

/** One set of request contexts that AWS's documents allow for the calls a service makes. */
export interface Reading {
  readonly id: string
  /** One sentence in our words, without a full stop. */
  readonly claim: string
  readonly source: Citation
  /** How the caller reached the first service; readings of the other network do not bear on that caller. */
  readonly network: Network
  /**
   * Keys that the mechanism decides. Other keys are the customer's own (tags, regions, account ids): any value may occur.
   * `aws:sourceip: listed` says that the caller's own address, one that the policy admits, is kept.
   */
  readonly keys: Readonly<Record<string, KeyState>>
}

/** One call that a service makes on the way. */
export interface Hop {
  readonly actions: readonly string[]
  /** ARN pattern of what is called, where it is narrower than the service. */
  readonly resource?: string
  /** Keys of this hop alone, over those of the reading: `kms:viaservice` for calls to KMS. */
  readonly keys: Readonly<Record<string, KeyState>>
}

/** A known way in which AWS itself calls an API for, or on behalf of, a customer. */
export interface ServiceCallPath {
  readonly id: string
  /** What happens, in words that a reader of a pull request knows. */
  readonly title: string
  readonly mechanism: Mechanism
  /** The calling service's principal, `cloudformation.amazonaws.com`. */
  readonly via: string
  /** What the user calls first. */
  readonly entryActions: readonly string[]
  readonly hops: readonly Hop[]
  readonly readings: readonly Reading[]
  /** `documented`: AWS says so; `derived`: from AWS's own policies or schemas; `observed`: reported by practitioners. */
  readonly basis: 'documented' | 'derived' | 'observed' | 'user'
  /** When the path applies, or what contradicts it, in our words. */
  readonly note?: string
  readonly sources: readonly [Citation, ...Citation[]]
}

/** The id of the path of a CloudFormation resource type: `AWS::S3::Bucket` is `cfn-type-aws-s3-bucket`. */
export function resourceTypePathId(type: string): string {
  return `cfn-type-${type.toLowerCase().replaceAll('::', '-')}`
}

/** The id of the one path that stands for all resource types of which a call is denied. */
export const resourceTypesPathId = 'cfn-resource-types'

/** Resource types that most readers have met, for the few that are told of many. */
export const wellKnownResourceTypes: readonly string[] = [
  'AWS::EC2::Instance',
  'AWS::S3::Bucket',
  'AWS::Lambda::Function',
  'AWS::RDS::DBInstance',
]
