// Policy files as they are in repositories, for measurements.
const services = ['s3', 'ec2', 'lambda', 'dynamodb', 'sqs', 'sns', 'logs', 'ecr', 'states', 'events']

/** A policy of about 1.6 kB: some Allow statements, and in one of `every` a Deny on addresses. */
export function policy(index, every) {
  const allow = Array.from({ length: 6 }, (_, at) => {
    const service = services[(index + at) % services.length]
    const actions = ['Get*', 'List*', 'Describe*', 'Put*'].map((name) => `${service}:${name}`)
    return { Sid: `Allow${at}`, Effect: 'Allow', Action: actions, Resource: [`arn:aws:${service}:*:*:team-${index}/*`] }
  })
  const list = [`203.0.113.${(index / every) % 50}/32`, `198.51.${(index / every) % 50}.0/24`]
  const condition = { NotIpAddress: { 'aws:SourceIp': list } }
  const action = ['*', 's3:*', ['ec2:*', 'kms:*'], 'kms:*'][index % 4]
  const deny = { Sid: 'Outside', Effect: 'Deny', Action: action, Resource: '*', Condition: condition }
  const statements = index % every === 0 ? [...allow, deny] : allow
  return JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2)
}
