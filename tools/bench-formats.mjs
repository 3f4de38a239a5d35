// How long each format takes to read its files, as a ratio to what the bare parser takes for the same bytes.
import { parseTree } from 'jsonc-parser'
import { parseAllDocuments } from 'yaml'
import { cloudformation } from '../src/formats/cloudformation.ts'
import { embedded } from '../src/formats/embedded.ts'
import { iamJson } from '../src/formats/iam-json.ts'
import { templatedJson } from '../src/formats/templated-json.ts'
import { terraform } from '../src/formats/terraform.ts'
import { parseHcl } from '../src/syntax/hcl.ts'
import { findPlaceholders } from '../src/syntax/template-text.ts'
import { parseToml } from '../src/syntax/toml.ts'

const services = ['s3', 'ec2', 'lambda', 'dynamodb', 'sqs', 'sns', 'logs', 'ecr', 'states', 'events']

/** Statements of a policy as they are in repositories: some that allow, and the Deny. */
function statements(index) {
  const allow = Array.from({ length: 6 }, (_, at) => {
    const service = services[(index + at) % services.length]
    const actions = ['Get*', 'List*', 'Describe*', 'Put*'].map((name) => `${service}:${name}`)
    return { Sid: `Allow${at}`, Effect: 'Allow', Action: actions, Resource: [`arn:aws:${service}:*:*:team-${index}/*`] }
  })
  const condition = { NotIpAddress: { 'aws:SourceIp': [`203.0.113.${index % 250}/32`, '198.51.100.0/24'] } }
  return [...allow, { Sid: 'Outside', Effect: 'Deny', Action: '*', Resource: '*', Condition: condition }]
}

const policy = (index) => ({ Version: '2012-10-17', Statement: statements(index) })
const template = (index) => ({
  Resources: { P: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: policy(index) } } },
})

function yaml(value, by = '') {
  if (typeof value === 'string') return ` ${JSON.stringify(value)}`
  const lines = Array.isArray(value)
    ? value.map((item) => `${by}-${yaml(item, `${by}  `).replace(/^\n */, ' ')}`)
    : Object.entries(value).map(([key, item]) => `${by}${key}:${yaml(item, `${by}  `)}`)
  return `\n${lines.join('\n')}`
}

function hcl(value, by) {
  if (typeof value === 'string') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map((item) => hcl(item, by)).join(', ')}]`
  const lines = Object.entries(value).map(([key, item]) => {
    return `${by}  ${/^\w+$/.test(key) ? key : JSON.stringify(key)} = ${hcl(item, `${by}  `)}`
  })
  return `{\n${lines.join('\n')}\n${by}}`
}

function blocks(index) {
  const list = (value) => JSON.stringify([value].flat())
  const inner = statements(index).map(({ Sid, Effect, Action, Resource, Condition = {} }) => {
    const conditions = Object.entries(Condition).flatMap(([test, keys]) =>
      Object.entries(keys).map(
        ([key, values]) =>
          `    condition {\n      test     = "${test}"\n      variable = "${key}"\n      values   = ${list(values)}\n    }\n`,
      ),
    )
    return `  statement {\n    sid       = "${Sid}"\n    effect    = "${Effect}"\n    actions   = ${list(Action)}\n    resources = ${list(Resource)}\n${conditions.join('')}  }\n`
  })
  return `data "aws_iam_policy_document" "p${index}" {\n${inner.join('')}}\n`
}

const json = (value) => JSON.stringify(value, null, 2)
const bareJson = (text) => parseTree(text)
/** What stands in a string costs as much again as the file around it. */
const withJson = (parse) => (text) => {
  const start = text.search(/\{\s*"Version/)
  return [parse(text), parseTree(text.slice(start, text.indexOf('}', text.lastIndexOf(']')) + 1))]
}
const bareYaml = (text) => parseAllDocuments(text, { logLevel: 'silent' })

/** Name, format, path, text, bare parser. */
const rows = [
  ['policies in JSON', iamJson, 'p.json', (index) => json(policy(index)), ['parseTree', bareJson]],
  ['CloudFormation in JSON', cloudformation, 's.json', (index) => json(template(index)), ['parseTree', bareJson]],
  [
    'CloudFormation in YAML',
    cloudformation,
    's.yaml',
    (index) => yaml(template(index)),
    ['parseAllDocuments', bareYaml],
  ],
  [
    'policies anywhere in YAML',
    embedded,
    'p.yaml',
    (index) => yaml({ a: policy(index) }),
    ['parseAllDocuments', bareYaml],
  ],
  [
    'JSON in a text of YAML',
    embedded,
    'p.yaml',
    (index) => `a: |\n  ${json(policy(index)).replaceAll('\n', '\n  ')}\n`,
    ['parseAllDocuments and parseTree', withJson(bareYaml)],
  ],
  [
    'JSON in a text of TOML',
    embedded,
    'p.toml',
    (index) => `a = '''\n${json(policy(index))}\n'''\n`,
    ['parseToml and parseTree', withJson(parseToml)],
  ],
  ['documents of Terraform', terraform, 'p.tf', blocks, ['parseHcl', parseHcl]],
  [
    'jsonencode',
    terraform,
    'p.tf',
    (index) => `locals {\n  p = jsonencode(${hcl(policy(index), '  ')})\n}\n`,
    ['parseHcl', parseHcl],
  ],
  [
    'a heredoc',
    terraform,
    'p.tf',
    (index) => `locals {\n  p = <<EOF\n${json(policy(index))}\nEOF\n}\n`,
    ['parseHcl and parseTree', withJson(parseHcl)],
  ],
  [
    'Terraform in JSON',
    terraform,
    'p.tf.json',
    (index) => json({ locals: { p: policy(index) } }),
    ['parseTree', bareJson],
  ],
  [
    'templates of JSON',
    templatedJson,
    'p.json.tpl',
    (index) => json(policy(index)).replaceAll('"198.51.100.0/24"', '"${office}"'),
    ['findPlaceholders and parseTree', (text) => [findPlaceholders(text), parseTree(text)]],
  ],
  [
    'templates of YAML',
    templatedJson,
    'p.yaml.j2',
    (index) => yaml({ a: policy(index) }).replaceAll('198.51.100.0/24', '{{ office }}'),
    ['parseAllDocuments', bareYaml],
  ],
]

/** Does the work for each item; a result that nobody keeps could be left out. */
function each(items, work) {
  let kept
  for (const item of items) kept = work(item)
  return kept
}

/** The shortest of some runs of each, in turn: what else the machine does disturbs both alike. */
function times(...works) {
  const shortest = works.map(() => Number.POSITIVE_INFINITY)
  for (let run = 0; run < 5; run++) {
    for (const [index, work] of works.entries()) {
      const start = performance.now()
      work()
      shortest[index] = Math.min(shortest[index], performance.now() - start)
    }
  }
  return shortest
}

/** Prints a line for each format: `files` policy files, read, and parsed by the bare parser. */
export function benchFormats(files) {
  console.log(`\n${files} files of each format, a policy of seven statements in each`)
  for (const [name, format, path, write, [parser, parse]] of rows) {
    const texts = Array.from({ length: files }, (_, index) => write(index))
    const found = format.read({ path, text: texts[0] }).policies.flatMap(({ statements: read }) => read).length
    if (found !== 7) throw new Error(`${name}: ${found} statements were read of 7`)
    const megabytes = texts.reduce((sum, text) => sum + text.length, 0) / 1e6
    const [bare, whole] = times(
      () => each(texts, parse),
      () => each(texts, (text) => format.read({ path, text })),
    )
    const rate = `${(megabytes / (whole / 1000)).toFixed(1)} MB/s`
    console.log(`${name.padEnd(28)} ${rate.padStart(12)}  ${(whole / bare).toFixed(2).padStart(6)} x ${parser}`)
  }
}

if (process.argv[1]?.endsWith('bench-formats.mjs')) benchFormats(Number(process.argv[2] ?? 500))
