import type { PolicyDocument, PolicyType } from '../model/policy.ts'

/** The service in the name of a type of CloudFormation or Terraform, and the prefix of the actions that its policies govern. */
const prefixes: Readonly<Record<string, string>> = {
  s3: 's3',
  sqs: 'sqs',
  sns: 'sns',
  kms: 'kms',
  secretsmanager: 'secretsmanager',
  ecr: 'ecr',
  // A policy of an API is about who may invoke it, not about who may change it.
  apigateway: 'execute-api',
  api_gateway: 'execute-api',
  serverless: 'execute-api',
  opensearch: 'es',
  opensearchservice: 'es',
  elasticsearch: 'es',
  efs: 'elasticfilesystem',
  backup: 'backup',
  glue: 'glue',
  dynamodb: 'dynamodb',
  kinesis: 'kinesis',
}

/**
 * The one service whose calls meet the policy of resources of these types, `AWS::SQS::QueuePolicy` or `aws_sqs_queue_policy`: a
 * policy of a resource is evaluated on requests for that resource. Absent where the types do not agree or are not known.
 * Source: IAM User Guide, "Identity-based policies and resource-based policies".
 */
export function governedService(type: PolicyType, resourceTypes: readonly string[]): Pick<PolicyDocument, 'governs'> {
  if (type !== 'resource') return {}
  const [first, ...more] = new Set(resourceTypes.map(prefixOf))
  return first === undefined || more.length > 0 ? {} : { governs: first }
}

function prefixOf(resourceType: string): string | undefined {
  const [, service] =
    /^AWS::(\w+)::/.exec(resourceType) ?? /^aws(?:cc)?_(api_gateway|[a-z0-9]+)_/.exec(resourceType) ?? []
  const name = service?.toLowerCase() ?? ''
  return Object.hasOwn(prefixes, name) ? prefixes[name] : undefined
}
