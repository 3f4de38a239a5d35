import type { Located, Range, SourceFile } from './source.ts'

/** The kinds of policy in which AWS evaluates statements; each meets other calls. */
export type PolicyType = 'identity' | 'boundary' | 'session' | 'scp' | 'rcp' | 'resource' | 'trust' | 'vpce'

/** What users may call a type of policy. */
export const policyTypes: Readonly<Record<string, PolicyType>> = {
  identity: 'identity',
  boundary: 'boundary',
  'permissions-boundary': 'boundary',
  session: 'session',
  scp: 'scp',
  rcp: 'rcp',
  resource: 'resource',
  trust: 'trust',
  vpce: 'vpce',
  'vpc-endpoint': 'vpce',
}

/** A policy as found in a file. One file may hold many. */
export interface PolicyDocument {
  readonly file: SourceFile
  readonly formatId: string
  /** Where a reader would look for it in the file: `$` for a whole file, `Resources.LogsPolicy`, `aws_s3_bucket_policy.logs`. */
  readonly address: string
  readonly range: Range
  /** The `Version` element; without it AWS takes `2008-10-17`, in which `${...}` is no variable. */
  readonly version: PolicyVersion
  readonly type: PolicyType
  /** One clause saying how `type` was found. */
  readonly typeBasis: string
  /** What the policy hangs on, where the file or the configuration says so: a role that this service assumes. */
  readonly assumedBy: readonly string[]
  /** Prefix of the service of the resource that a policy of type `resource` hangs on, `sqs`: calls to others do not meet it. */
  readonly governs?: string
  /** Names of the resource types that the same CloudFormation template creates, sorted. */
  readonly creates?: readonly string[]
  readonly statements: readonly Statement[]
}

export type PolicyVersion = '2012-10-17' | '2008-10-17'

export interface Statement {
  readonly sid: Located<string> | undefined
  readonly effect: 'Allow' | 'Deny'
  /** Absent in identity policies and SCPs. */
  readonly principals: PrincipalSelector | undefined
  readonly actions: Selector
  /** Absent in trust policies. */
  readonly resources: Selector | undefined
  readonly conditions: readonly Condition[]
  readonly range: Range
  /** Why no request can be decided for certain, for example the same key twice: each a clause without a full stop. */
  readonly undecidable: readonly string[]
}

/** `Action`/`NotAction` and its siblings: patterns, and whether they are excluded. */
export interface Selector {
  readonly patterns: readonly Value[]
  readonly negated: boolean
}

/** `Principal`/`NotPrincipal`. `"*"` is written as kind `AWS`, value `*`: AWS takes both for the same. */
export interface PrincipalSelector {
  readonly entries: readonly PrincipalEntry[]
  readonly negated: boolean
}

export interface PrincipalEntry {
  readonly kind: 'AWS' | 'Service' | 'Federated' | 'CanonicalUser'
  readonly value: Value
}

/** One `operator: { key: values }` triple of a Condition block. */
export interface Condition {
  readonly operator: Located<ConditionOperator>
  readonly key: Located<string>
  readonly values: readonly Value[]
  /** Whether the file leaves it open that the condition is there at all. */
  readonly optional?: true
}

export interface ConditionOperator {
  /**
   * As written without prefix and suffix, for example `NotIpAddress`. Names are case-sensitive in IAM. Empty where an expression
   * stands for conditions that the file does not hold: the key is then that expression, and nothing is decided.
   */
  readonly base: string
  readonly ifExists: boolean
  readonly quantifier: 'ForAllValues' | 'ForAnyValue' | undefined
}

/**
 * A written value (booleans and numbers as IAM's text), or an expression (`Ref`, `var.x`) that the file does not resolve.
 * A literal with an `expression` was written as that expression, and `text` is an example of what it stands for, as good as
 * any other: a bucket's name in an ARN, never an address and never the value of a condition.
 */
export type Value =
  | { readonly kind: 'literal'; readonly text: string; readonly range: Range; readonly expression?: string }
  | { readonly kind: 'unresolved'; readonly expression: string; readonly range: Range }
