import type { Resource } from './cloudformation-template.ts'

export const exampleAccount = '111122223333'
export const exampleRegion = 'us-east-1'

interface Naming {
  /** Property that gives the name. */
  readonly property: string
  /** A name as good as any other. */
  readonly example: string
  /** Its ARN, with `NAME` where the name stands; `REGION` and `ACCOUNT` likewise. */
  readonly arn: string
  /** Whether `Ref` gives the ARN; else it gives the name. */
  readonly refIsArn?: true
  /** `Ref` gives neither: an id or an address that nothing in the template tells. */
  readonly refIsOther?: true
}

const here = 'REGION:ACCOUNT'

/** Source: AWS CloudFormation User Guide, "Return values" of each type; Service Authorization Reference, "Resource types". */
const namings: Readonly<Record<string, Naming>> = {
  'AWS::S3::Bucket': { property: 'BucketName', example: 'example-bucket', arn: 'arn:aws:s3:::NAME' },
  'AWS::SQS::Queue': { property: 'QueueName', example: 'example', arn: `arn:aws:sqs:${here}:NAME`, refIsOther: true },
  'AWS::SNS::Topic': { property: 'TopicName', example: 'example', arn: `arn:aws:sns:${here}:NAME`, refIsArn: true },
  'AWS::KMS::Key': {
    property: '',
    example: '1234abcd-12ab-34cd-56ef-1234567890ab',
    arn: `arn:aws:kms:${here}:key/NAME`,
  },
  'AWS::SecretsManager::Secret': {
    property: '',
    example: 'example-AbCdEf',
    arn: `arn:aws:secretsmanager:${here}:secret:NAME`,
    refIsArn: true,
  },
  'AWS::DynamoDB::Table': { property: 'TableName', example: 'example', arn: `arn:aws:dynamodb:${here}:table/NAME` },
  'AWS::DynamoDB::GlobalTable': {
    property: 'TableName',
    example: 'example',
    arn: `arn:aws:dynamodb:${here}:table/NAME`,
  },
  'AWS::Lambda::Function': {
    property: 'FunctionName',
    example: 'example',
    arn: `arn:aws:lambda:${here}:function:NAME`,
  },
  'AWS::Serverless::Function': {
    property: 'FunctionName',
    example: 'example',
    arn: `arn:aws:lambda:${here}:function:NAME`,
  },
  'AWS::IAM::Role': { property: 'RoleName', example: 'example', arn: 'arn:aws:iam::ACCOUNT:role/NAME' },
  'AWS::IAM::User': { property: 'UserName', example: 'example', arn: 'arn:aws:iam::ACCOUNT:user/NAME' },
  'AWS::IAM::Group': { property: 'GroupName', example: 'example', arn: 'arn:aws:iam::ACCOUNT:group/NAME' },
  'AWS::IAM::ManagedPolicy': {
    property: 'ManagedPolicyName',
    example: 'example',
    arn: 'arn:aws:iam::ACCOUNT:policy/NAME',
    refIsArn: true,
  },
  'AWS::Logs::LogGroup': { property: 'LogGroupName', example: 'example', arn: `arn:aws:logs:${here}:log-group:NAME:*` },
  'AWS::ECR::Repository': {
    property: 'RepositoryName',
    example: 'example',
    arn: `arn:aws:ecr:${here}:repository/NAME`,
  },
  'AWS::Kinesis::Stream': { property: 'Name', example: 'example', arn: `arn:aws:kinesis:${here}:stream/NAME` },
  'AWS::KinesisFirehose::DeliveryStream': {
    property: 'DeliveryStreamName',
    example: 'example',
    arn: `arn:aws:firehose:${here}:deliverystream/NAME`,
  },
  'AWS::StepFunctions::StateMachine': {
    property: 'StateMachineName',
    example: 'example',
    arn: `arn:aws:states:${here}:stateMachine:NAME`,
    refIsArn: true,
  },
  'AWS::OpenSearchService::Domain': {
    property: 'DomainName',
    example: 'example',
    arn: `arn:aws:es:${here}:domain/NAME`,
  },
  'AWS::Elasticsearch::Domain': { property: 'DomainName', example: 'example', arn: `arn:aws:es:${here}:domain/NAME` },
  'AWS::EFS::FileSystem': {
    property: '',
    example: 'fs-0123456789abcdef0',
    arn: `arn:aws:elasticfilesystem:${here}:file-system/NAME`,
  },
  'AWS::Events::EventBus': { property: 'Name', example: 'example', arn: `arn:aws:events:${here}:event-bus/NAME` },
  'AWS::SSM::Parameter': { property: 'Name', example: 'example', arn: `arn:aws:ssm:${here}:parameter/NAME` },
  'AWS::CodeBuild::Project': { property: 'Name', example: 'example', arn: `arn:aws:codebuild:${here}:project/NAME` },
}

/** Types that hold the policy of a resource, and the type of that resource. */
const homes: Readonly<Record<string, string>> = {
  'AWS::S3::BucketPolicy': 'AWS::S3::Bucket',
  'AWS::SQS::QueuePolicy': 'AWS::SQS::Queue',
  'AWS::SQS::QueueInlinePolicy': 'AWS::SQS::Queue',
  'AWS::SNS::TopicPolicy': 'AWS::SNS::Topic',
  'AWS::SNS::TopicInlinePolicy': 'AWS::SNS::Topic',
  'AWS::KMS::Key': 'AWS::KMS::Key',
  'AWS::SecretsManager::ResourcePolicy': 'AWS::SecretsManager::Secret',
  'AWS::ECR::Repository': 'AWS::ECR::Repository',
  'AWS::EFS::FileSystem': 'AWS::EFS::FileSystem',
  'AWS::DynamoDB::Table': 'AWS::DynamoDB::Table',
  'AWS::OpenSearchService::Domain': 'AWS::OpenSearchService::Domain',
  'AWS::Elasticsearch::Domain': 'AWS::Elasticsearch::Domain',
}

/** The ARN of an example of what the policy in a resource of this type protects: no other resource can be meant in it. */
export function protectedArn(resourceType: string): string | undefined {
  const naming = Object.hasOwn(homes, resourceType) ? namingOf(homes[resourceType] ?? '') : undefined
  return naming && fill(naming.arn, naming.example)
}

/**
 * What `Ref` or an attribute of a resource gives. `name` is the name that the template gives it, where it is known; else an example
 * stands in. Undefined: nothing like a name or an ARN, or a type that is not known here.
 */
export function attributeOf({ type }: Resource, attribute: string, name: string | undefined): string | undefined {
  const naming = namingOf(type)
  if (naming === undefined) return undefined
  const known = name ?? naming.example
  if (attribute === 'Ref') {
    if (naming.refIsOther === true) return undefined
    return naming.refIsArn === true ? fill(naming.arn, known) : known
  }
  if (/^(Arn|TopicArn|Id)$/.test(attribute)) return fill(naming.arn, known)
  return attribute === naming.property ? known : undefined
}

/** The property that names a resource of this type. */
export function namePropertyOf({ type }: Resource): string | undefined {
  return namingOf(type)?.property
}

function namingOf(type: string): Naming | undefined {
  return Object.hasOwn(namings, type) ? namings[type] : undefined
}

function fill(pattern: string, name: string): string {
  return pattern
    .replace('REGION', exampleRegion)
    .replace('ACCOUNT', exampleAccount)
    .replace('NAME', () => name)
}
