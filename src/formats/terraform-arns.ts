import { serviceOf } from '../model/action.ts'
import type { Scalar } from '../syntax/tree.ts'

const account = '111122223333'
const region = 'us-east-1'
const here = `${region}:${account}`

/** ARNs of resources by type, `{}` for the name, and the argument that holds the name. */
const arns: Readonly<Record<string, readonly [arn: string, name: string]>> = {
  aws_s3_bucket: ['arn:aws:s3:::{}', 'bucket'],
  aws_s3_access_point: [`arn:aws:s3:${here}:accesspoint/{}`, 'name'],
  aws_sqs_queue: [`arn:aws:sqs:${here}:{}`, 'name'],
  aws_sns_topic: [`arn:aws:sns:${here}:{}`, 'name'],
  aws_kms_key: [`arn:aws:kms:${here}:key/1234abcd-12ab-34cd-56ef-1234567890ab`, ''],
  aws_kms_replica_key: [`arn:aws:kms:${here}:key/1234abcd-12ab-34cd-56ef-1234567890ab`, ''],
  aws_kms_alias: [`arn:aws:kms:${here}:alias/{}`, ''],
  aws_dynamodb_table: [`arn:aws:dynamodb:${here}:table/{}`, 'name'],
  aws_secretsmanager_secret: [`arn:aws:secretsmanager:${here}:secret:{}-AbCdEf`, 'name'],
  aws_ssm_parameter: [`arn:aws:ssm:${here}:parameter/{}`, ''],
  aws_iam_role: [`arn:aws:iam::${account}:role/{}`, 'name'],
  aws_iam_user: [`arn:aws:iam::${account}:user/{}`, 'name'],
  aws_iam_group: [`arn:aws:iam::${account}:group/{}`, 'name'],
  aws_iam_policy: [`arn:aws:iam::${account}:policy/{}`, 'name'],
  aws_lambda_function: [`arn:aws:lambda:${here}:function:{}`, 'function_name'],
  aws_ecr_repository: [`arn:aws:ecr:${here}:repository/{}`, 'name'],
  aws_opensearch_domain: [`arn:aws:es:${here}:domain/{}`, 'domain_name'],
  aws_elasticsearch_domain: [`arn:aws:es:${here}:domain/{}`, 'domain_name'],
  aws_cloudwatch_log_group: [`arn:aws:logs:${here}:log-group:{}`, ''],
  aws_cloudwatch_event_bus: [`arn:aws:events:${here}:event-bus/{}`, 'name'],
  aws_kinesis_stream: [`arn:aws:kinesis:${here}:stream/{}`, 'name'],
  aws_kinesis_firehose_delivery_stream: [`arn:aws:firehose:${here}:deliverystream/{}`, 'name'],
  aws_efs_file_system: [`arn:aws:elasticfilesystem:${here}:file-system/fs-0123456789abcdef0`, ''],
  aws_backup_vault: [`arn:aws:backup:${here}:backup-vault:{}`, 'name'],
  aws_sfn_state_machine: [`arn:aws:states:${here}:stateMachine:{}`, 'name'],
  aws_glue_catalog_database: [`arn:aws:glue:${here}:database/{}`, 'name'],
  aws_athena_workgroup: [`arn:aws:athena:${here}:workgroup/{}`, 'name'],
  aws_codebuild_project: [`arn:aws:codebuild:${here}:project/{}`, 'name'],
  aws_cloudfront_distribution: [`arn:aws:cloudfront::${account}:distribution/EXAMPLE123456`, ''],
}

/** ARNs of the resource that a policy of a service's hangs on, by the prefix of its actions. */
const arnsByService: Readonly<Record<string, string>> = {
  s3: 'arn:aws:s3:::example',
  sqs: `arn:aws:sqs:${here}:example`,
  sns: `arn:aws:sns:${here}:example`,
  kms: `arn:aws:kms:${here}:key/1234abcd-12ab-34cd-56ef-1234567890ab`,
  dynamodb: `arn:aws:dynamodb:${here}:table/example`,
  secretsmanager: `arn:aws:secretsmanager:${here}:secret:example-AbCdEf`,
  lambda: `arn:aws:lambda:${here}:function:example`,
  ecr: `arn:aws:ecr:${here}:repository/example`,
  es: `arn:aws:es:${here}:domain/example`,
  'execute-api': `arn:aws:execute-api:${here}:example`,
}

/** What is the same in every account of AWS's largest partition, and what stands for it elsewhere. */
const surroundings: Readonly<Record<string, string>> = {
  'aws_caller_identity.account_id': account,
  'aws_caller_identity.id': account,
  'aws_partition.partition': 'aws',
  'aws_partition.id': 'aws',
  'aws_partition.dns_suffix': 'amazonaws.com',
  'aws_region.name': region,
  'aws_region.region': region,
  'aws_region.id': region,
}

/**
 * An example of what a reference to a resource or to the surroundings comes to: `aws_s3_bucket.logs.arn` is the ARN of some
 * bucket. `nameIn` gives the name where the file holds it. Undefined where the type does not tell.
 */
export function exampleOfReference(
  names: readonly string[],
  nameIn: (resource: string, argument: string) => string | undefined,
): string | undefined {
  const [type = '', name, attribute = '', ...more] = withoutData(names)
  if (more.length > 0) return undefined
  const around = surroundings[`${type}.${attribute}`]
  if (around !== undefined) return around
  if (type === 'aws_api_gateway_rest_api' && attribute === 'execution_arn') return arnsByService['execute-api']
  const [arn, argument] = arns[type] ?? []
  if (arn === undefined || argument === undefined || attribute !== 'arn') return undefined
  const known = argument === '' ? undefined : nameIn(`${type}.${name}`, argument)
  return arn.replace('{}', known ?? 'example')
}

function withoutData(names: readonly string[]): readonly string[] {
  return names[0] === 'data' ? names.slice(1) : names
}

/** Whether a reference is to the account, the partition or the region, for which any other would do as well. */
export function isOfSurroundings(names: readonly string[]): boolean {
  const [type = '', , attribute = ''] = withoutData(names)
  return surroundings[`${type}.${attribute}`] !== undefined
}

/** An example of the ARN that a reference whose name says ARN stands for, where all actions are of one service. */
export function exampleOfService(actions: readonly string[]): string | undefined {
  const services = new Set(actions.map(serviceOf))
  const [service = '', ...more] = services
  return more.length === 0 ? arnsByService[service] : undefined
}

/**
 * The text of a template in which only names are missing: what stands for partition, region and account is told by its place in
 * the ARN, the rest is called `example`. Undefined where more is missing.
 */
export function exampleText(pieces: readonly (string | Scalar)[]): string | undefined {
  if (pieces.every((piece) => typeof piece === 'string' || piece.type !== 'expression')) {
    return pieces.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('')
  }
  let text = ''
  for (const piece of pieces) {
    if (typeof piece === 'string' || piece.type !== 'expression') text += typeof piece === 'string' ? piece : piece.text
    else {
      const example = exampleAfter(text)
      if (example === undefined) return undefined
      text += example
    }
  }
  return text
}

/** By the number of colons before it. */
const parts: readonly (string | undefined)[] = [undefined, 'aws', undefined, region, account]

function exampleAfter(text: string): string | undefined {
  if (text.startsWith('execute-api:/')) return 'example'
  if (!text.startsWith('arn:')) return undefined
  const colons = text.split(':').length - 1
  if (colons >= parts.length) return 'example'
  return text.endsWith(':') ? parts[colons] : undefined
}
