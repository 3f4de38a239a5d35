import type { PolicyType } from '../model/policy.ts'
import type { TreeNode } from '../syntax/tree.ts'
import { intrinsicOf, itemsOf, nodeAt, type Resource, type Template, textAt } from './cloudformation-template.ts'
import { evaluate, flatten } from './cloudformation-value.ts'
import type { InferredType } from './policy-type.ts'

/** Type of a resource and the property that holds the policy, as one text; the first that fits decides. */
const types: readonly (readonly [pattern: RegExp, type: PolicyType, basis: string])[] = [
  [/^[^ ]* (?:.*\.)?AssumeRolePolicyDocument\b/, 'trust', 'it says who may assume a role'],
  [/^AWS::IAM::(Managed|Role|User|Group)?Policy /, 'identity', 'the template attaches it to users, groups or roles'],
  [/^AWS::IAM::(Role|User|Group) /, 'identity', 'the template attaches it to a user, a group or a role'],
  [/^AWS::Serverless::(Function|StateMachine) Policies\b/, 'identity', 'it is a policy of the role of a function'],
  [/^AWS::SSO::PermissionSet /, 'identity', 'it is the inline policy of a permission set'],
  [/^AWS::EC2::VPCEndpoint /, 'vpce', 'it is the policy of a VPC endpoint'],
  [/^OC::ORG::ServiceControlPolicy /, 'scp', 'it is a service control policy'],
  [/^OC::ORG::ResourceControlPolicy /, 'rcp', 'it is a resource control policy'],
  [/^AWS::(Transfer::User Policy|RolesAnywhere::Profile SessionPolicy)/, 'session', 'it narrows a session'],
  [/^AWS::(S3|SQS|SNS|KMS|SecretsManager|ECR|Serverless|ApiGateway)::\w+ /, 'resource', 'it is a policy of a resource'],
]

/** Organizations names the type of a policy beside it. */
const organizationTypes: Readonly<Record<string, InferredType>> = {
  SERVICE_CONTROL_POLICY: { type: 'scp', basis: 'its type is SERVICE_CONTROL_POLICY' },
  RESOURCE_CONTROL_POLICY: { type: 'rcp', basis: 'its type is RESOURCE_CONTROL_POLICY' },
}

/** The type of a policy by the resource it stands in; `property` is the way to it below `Properties`, with dots. */
export function typeInResource(resource: Resource, property: string): InferredType | undefined {
  const place = `${resource.type} ${property}`
  const row = types.find(([pattern]) => pattern.test(place))
  return row && { type: row[1], basis: row[2] }
}

/** The type that stands beside a policy: of AWS Organizations in `Type` or `type`, of an object of Kubernetes in its kind. */
export function typeBeside(node: TreeNode): InferredType | undefined {
  const name = textAt(node, 'Type') ?? textAt(node, 'type') ?? ''
  if (Object.hasOwn(organizationTypes, name)) return organizationTypes[name]
  if (textAt(node, 'apiVersion') === undefined || !/^VPCEndpoint(Policy)?$/.test(textAt(node, 'kind') ?? ''))
    return undefined
  return { type: 'vpce', basis: 'it is the policy of a VPC endpoint' }
}

/** What the resources of a template hang on, by their logical ids. */
export interface Attachments {
  /** The services that assume the role that a resource is, or is attached to. */
  readonly services: ReadonlyMap<string, readonly string[]>
  /** Policies that are permissions boundaries. */
  readonly boundaries: ReadonlySet<string>
}

export const noAttachments: Attachments = { services: new Map(), boundaries: new Set() }

/** Follows the references between roles and policies, both ways. */
export function attachmentsOf(template: Template): Attachments {
  const services = new Map<string, readonly string[]>()
  const add = (id: string, names: readonly string[]) =>
    services.set(id, [...new Set([...(services.get(id) ?? []), ...names])])
  const ids = new Map<string, string>()
  for (const [id, resource] of template.resources) {
    const own = servicesOf(resource, template)
    const name = textAt(resource.properties, 'RoleName')
    if (own !== undefined) add(id, own)
    if (name !== undefined) ids.set(name, id)
  }
  const roles = new Map(services)
  for (const [id, { properties }] of template.resources) {
    const attached = ['ManagedPolicyArns', 'Policies', 'PermissionsBoundary'].map((key) => nodeAt(properties, key))
    for (const policy of attached.flatMap(referencesIn)) add(policy, roles.get(id) ?? [])
    for (const role of referencesIn(nodeAt(properties, 'Roles'))) add(id, roles.get(ids.get(role) ?? role) ?? [])
  }
  const boundaries = [...template.resources.values()].flatMap(({ properties }) => {
    return referencesIn(nodeAt(properties, 'PermissionsBoundary'))
  })
  return { services, boundaries: new Set(boundaries) }
}

/** Undefined for what is no role. */
function servicesOf({ type, properties }: Resource, template: Template): readonly string[] | undefined {
  const trust = nodeAt(properties, 'AssumeRolePolicyDocument')
  if (trust !== undefined) return trustedServices(trust, template)
  if (type === 'AWS::Serverless::Function') return ['lambda.amazonaws.com']
  return type === 'AWS::Serverless::StateMachine' ? ['states.amazonaws.com'] : undefined
}

/** The services that a trust policy lets assume its role, sorted by their place in it. */
export function trustedServices(document: TreeNode, template: Template): readonly string[] {
  const statements = itemsOf(nodeAt(document, 'Statement')).filter((node) => textAt(node, 'Effect') === 'Allow')
  const names = statements.flatMap((statement) => {
    const services = nodeAt(nodeAt(statement, 'Principal'), 'Service')
    return services === undefined ? [] : flatten(evaluate(services, template)).flatMap(serviceName)
  })
  return [...new Set(names)]
}

function serviceName(value: ReturnType<typeof evaluate>): readonly string[] {
  if (value.kind !== 'text' || value.pieces.some(({ kind }) => kind === 'hole')) return []
  return [value.pieces.map((piece) => (piece.kind === 'hole' ? '' : piece.text)).join('')]
}

/** The logical ids that a node, or an item of it, refers to, and the names that stand there as they are. */
function referencesIn(node: TreeNode | undefined): readonly string[] {
  return itemsOf(node).flatMap((item) => {
    if (item.kind === 'scalar') return [item.text]
    const intrinsic = intrinsicOf(item)
    const [first] = itemsOf(intrinsic?.argument)
    if (first?.kind !== 'scalar') return []
    if (intrinsic?.name === 'Fn::GetAtt') return [first.text.split('.')[0] ?? '']
    return intrinsic?.name === 'Ref' ? [first.text] : []
  })
}
