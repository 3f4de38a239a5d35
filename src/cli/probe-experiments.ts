/** A call that a service makes for its caller, and the same caller's own call: what bash needs to try both. */
export interface Experiment {
  /** The path of the catalogue whose readings the experiment tells apart. */
  readonly path: string
  /** What is tried, a clause to be read after `does`. */
  readonly question: string
  /** What is made and deleted again besides the role, and what it costs: lines of a comment. */
  readonly makes: readonly string[]
  /** What the role may do; names such as `$bucket` are variables of the script. */
  readonly allows: readonly {
    readonly actions: readonly string[]
    readonly resource: string
    readonly condition?: object
  }[]
  /** The call that the service makes. */
  readonly hop: string
  /** A call of the caller's own that the Deny must let pass, to see that the address is right. */
  readonly direct: string
  /** Shell: variables, then the functions `set_up`, `direct`, `through` and `take_down`. */
  readonly names: string
  readonly commands: string
  /** How often an outcome is tried, with five seconds between, and how many times in a row it must be the same to count. */
  readonly tries: number
  readonly row: number
}

const s3: Experiment = {
  path: 's3-put-kms',
  question: 'a call that S3 makes to KMS for you show the address that you called S3 from',
  makes: [
    'a bucket with one object of a few bytes, encrypted with the key `aws/s3` that AWS',
    'manages for your account (S3 makes it if it is not there yet; it costs nothing and',
    'cannot be deleted). Cost: a few dozen requests.',
  ],
  allows: [
    { actions: ['s3:PutObject'], resource: 'arn:$partition:s3:::$bucket/probe' },
    {
      actions: ['kms:GenerateDataKey'],
      resource: 'arn:$partition:kms:$region:$account:key/*',
      condition: { StringLike: { 'kms:ViaService': 's3.$region.amazonaws.com*' } },
    },
  ],
  hop: 'kms:GenerateDataKey',
  direct: 's3:PutObject',
  names: 'bucket=$name-$account-$region',
  commands: `set_up() { mine s3 mb "s3://$bucket"; }
upload() { as_role s3api put-object --bucket "$bucket" --key probe --body "$folder/allow.json" --server-side-encryption "$1"; }
# Your own call alone: S3 encrypts with a key of its own and asks nobody.
direct() { upload AES256; }
# Your call, and that of S3 to KMS for a data key.
through() { upload aws:kms; }
take_down() { remove s3 rb "s3://$bucket" --force; }`,
  tries: 36,
  row: 4,
}

const cloudformation: Experiment = {
  path: 'cfn-ec2-run',
  question: 'a call that CloudFormation makes to SNS for you show the address that you called CloudFormation from',
  makes: [
    'a stack with one SNS topic, several times, and one topic beside it. Cost: none.',
    'It takes 15 minutes or more, for stacks are slow.',
  ],
  allows: [
    {
      actions: ['cloudformation:CreateStack'],
      resource: 'arn:$partition:cloudformation:$region:$account:stack/$name/*',
    },
    {
      actions: ['sns:CreateTopic', 'sns:GetTopicAttributes', 'sns:ListTagsForResource', 'sns:TagResource'],
      resource: '$topic*',
    },
  ],
  hop: 'sns:CreateTopic',
  direct: 'sns:CreateTopic',
  names: 'topic=arn:$partition:sns:$region:$account:$name',
  commands: `set_up() {
  printf '{"Resources":{"Topic":{"Type":"AWS::SNS::Topic","Properties":{"TopicName":"%s"}}}}' "$name" >"$folder/template.json"
}
# Your own call alone.
direct() { as_role sns create-topic --name "$name-direct"; }
# Your call to CloudFormation, and its call to SNS; a stack that is there is in the way of the next one.
through() {
  local made=yes
  as_role cloudformation create-stack --stack-name "$name" --template-body "file://$folder/template.json" --on-failure DO_NOTHING || return 1
  mine cloudformation wait stack-create-complete --stack-name "$name" || made=no
  mine cloudformation describe-stack-events --stack-name "$name" --query "StackEvents[?ResourceStatus=='CREATE_FAILED'].ResourceStatusReason" --output text
  mine cloudformation delete-stack --stack-name "$name"
  mine cloudformation wait stack-delete-complete --stack-name "$name"
  [[ $made == yes ]]
}
take_down() {
  remove cloudformation delete-stack --stack-name "$name"
  remove cloudformation wait stack-delete-complete --stack-name "$name"
  remove sns delete-topic --topic-arn "$topic-direct"
}`,
  tries: 6,
  row: 2,
}

/** By the service that is called first. */
export const experiments: Readonly<Record<string, Experiment>> = { s3, cloudformation }
