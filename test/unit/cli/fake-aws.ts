import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { simulateLine } from '../../../src/simulate.ts'
import { temporaryFolder } from '../changes/temporary-repository.ts'

/** An account in which policies are evaluated by the engine, as far as the probe needs one. */
export interface Account {
  /** Where the caller's requests come from. */
  readonly caller: string
  /** What the address is in the call of a service; undefined: there is none. */
  readonly forwarded: (caller: string) => string | undefined
  /** Whether the call of the service is authorised at all. */
  readonly checksHop?: boolean
  /** How many calls it takes until a new version of a policy is in force; the one before is until then. */
  readonly delay?: number
  /** How many calls after a change no version of that policy is in force. */
  readonly gap?: number
  readonly denies?: (action: string) => boolean
  /** Called with the words of every call. */
  readonly watch?: (words: readonly string[], stop: () => void) => void
  /** A role that is there before, and not the probe's. */
  readonly role?: string
  /** A stack or bucket that cannot be deleted. */
  readonly isStuck?: boolean
}

export interface ProbeRun {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
  /** What is in the account in the end. */
  readonly left: readonly string[]
  readonly calls: readonly string[]
}

interface Answer {
  readonly status: number
  readonly text: string
}

const ok = (text = ''): Answer => ({ status: 0, text })
const refused = (text: string): Answer => ({ status: 254, text: `An error occurred ${text}` })
const account = '111122223333'
const region = 'eu-central-1'

/** Runs a probe in bash with an `aws` that asks this account, a `curl` that knows the address and a `sleep` that does not sleep. */
export async function runProbe(
  t: TestContext,
  script: string,
  world: Account,
  args: readonly string[] = [],
): Promise<ProbeRun> {
  const folder = temporaryFolder(t)
  let stop = () => {}
  const inside = emptyAccount(world)
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    let asked = ''
    socket.setEncoding('utf8').on('data', (text: string) => {
      asked += text
      if (!asked.endsWith('\u0004\0')) return
      const [key = '', ...words] = asked.split('\0').slice(0, -2)
      world.watch?.(words, () => stop())
      const { status, text: answer } = called(inside, words, key === 'ASIAPROBE')
      socket.end(`${status}\n${answer}`)
    })
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  t.after(() => server.close())
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const program = (name: string, text: string) => {
    writeFileSync(join(folder, name), `#!/bin/bash\n${text}\n`)
    chmodSync(join(folder, name), 0o755)
  }
  program('aws', clientOf(port))
  program('curl', `echo 203.0.113.7`)
  program('sleep', 'exit 0')
  writeFileSync(join(folder, 'probe.sh'), script)
  const env = { PATH: `${folder}:${process.env['PATH']}`, HOME: folder, TMPDIR: folder, AWS_PROFILE: 'admin' }
  const child = spawn('bash', [join(folder, 'probe.sh'), ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  stop = () => child.kill('SIGTERM')
  const told = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (text: string) => {
      told[name] += text
    })
  const [status] = await once(child, 'close')
  const { roles, buckets, topics, stacks, calls } = inside
  return { status, ...told, left: [...roles.keys(), ...buckets, ...topics, ...stacks.keys()], calls }
}

/** In bash itself, since the script calls it dozens of times. */
function clientOf(port: number): string {
  return `exec 3<>/dev/tcp/127.0.0.1/${port}
printf '%s\\0' "\${AWS_ACCESS_KEY_ID:-}" "$@" $'\\4' >&3
IFS= read -r status <&3
if [[ $status == 0 ]]; then cat <&3; else cat <&3 >&2; fi
exit "$status"`
}

interface Version {
  readonly text: string
  /** The number of the call that brought it. */
  readonly since: number
}

interface Inside {
  readonly world: Account
  /** By role and name: the versions of a policy, newest last. */
  readonly roles: Map<string, Map<string, readonly Version[]>>
  readonly buckets: Set<string>
  readonly topics: Set<string>
  /** By name: the call that was denied, empty where none was. */
  readonly stacks: Map<string, string>
  readonly calls: string[]
}

function emptyAccount(world: Account): Inside {
  const roles: Inside['roles'] = new Map(world.role === undefined ? [] : [[world.role, new Map()]])
  return { world, roles, buckets: new Set(), topics: new Set(), stacks: new Map(), calls: [] }
}

interface Asked {
  readonly flags: ReadonlyMap<string, string>
  readonly operands: readonly string[]
  readonly isRole: boolean
  /** The value of a flag. */
  readonly at: (flag: string) => string
}

function called(inside: Inside, words: readonly string[], isRole: boolean): Answer {
  inside.calls.push(words.join(' '))
  const rest = words[0] === '--region' ? words.slice(2) : words
  if (words[0] === '--region' && words[1] !== region) return refused(`: no such Region ${words[1]}`)
  const command = commands[rest.slice(0, 2).join(' ')]
  const { flags, operands } = parsed(rest.slice(2))
  const unknown = [...flags.keys()].find((flag) => command?.options.includes(flag) !== true)
  if (command === undefined || unknown !== undefined) return refused(`: no such command or option: ${rest.join(' ')}`)
  return command.answer(inside, { flags, operands, isRole, at: (flag) => flags.get(flag) ?? '' })
}

/** By the policies that are in force by now, as the engine reads them. */
function allows({ world, roles, calls }: Inside, action: string, resource: string, context: object): boolean {
  if (world.denies?.(action) === true) return false
  const { delay = 0, gap = 0 } = world
  const statements = [...roles.values()].flatMap((policies) =>
    [...policies.values()].flatMap((versions) => {
      const isGone = versions.length > 1 && calls.length - (versions.at(-1)?.since ?? 0) <= gap
      const version = versions.findLast(({ since }) => calls.length - since > delay)
      return version === undefined || isGone ? [] : JSON.parse(version.text).Statement
    }),
  )
  const arn = `arn:aws:iam::${account}:role/sourceip-guard-probe`
  const request = { action, resource, principal: { type: 'role', arn }, context }
  const policy = { Version: '2012-10-17', Statement: statements }
  return simulateLine(JSON.stringify({ policyType: 'identity', policy, request })).output['decision'] === 'allow'
}

function allowsOwn(inside: Inside, action: string, resource: string): boolean {
  return allows(inside, action, resource, { 'aws:SourceIp': inside.world.caller, 'aws:ViaAWSService': 'false' })
}

function allowsHop(inside: Inside, action: string, resource: string, more: object): boolean {
  const { caller, forwarded, checksHop = true } = inside.world
  const address = forwarded(caller)
  const context = {
    ...(address === undefined ? {} : { 'aws:SourceIp': address }),
    'aws:ViaAWSService': 'true',
    ...more,
  }
  return !checksHop || allows(inside, action, resource, context)
}

function denied(action: string): Answer {
  return refused(`(AccessDenied): not authorized to perform: ${action} with an explicit deny`)
}

interface Command {
  /** Of the AWS CLI's options, those that the probe gives. */
  readonly options: readonly string[]
  readonly answer: (inside: Inside, asked: Asked) => Answer
}

const identity: Readonly<Record<string, Command>> = {
  'configure get': { options: [], answer: () => ok(`${region}\n`) },
  'sts get-caller-identity': {
    options: ['query', 'output'],
    answer: () => ok(`arn:aws:sts::${account}:assumed-role/Admin/me\n`),
  },
  'sts assume-role': {
    options: ['role-arn', 'role-session-name', 'duration-seconds', 'query', 'output'],
    // A role cannot be assumed the moment that it is made.
    answer: ({ calls }) =>
      calls.filter((call) => call.includes('assume-role')).length < 3
        ? refused('(AccessDenied)')
        : ok('ASIAPROBE\tsecret\ttoken\n'),
  },
  'iam get-role': {
    options: ['role-name'],
    answer: ({ roles }, { at }) => (roles.has(at('role-name')) ? ok('{}') : refused('(NoSuchEntity)')),
  },
  'iam create-role': {
    options: ['role-name', 'assume-role-policy-document'],
    answer: ({ roles }, { at }) => {
      const [trust] = JSON.parse(textOf(at('assume-role-policy-document'))).Statement
      if (trust.Principal.AWS !== `arn:aws:iam::${account}:root`) return refused('(MalformedPolicyDocument)')
      roles.set(at('role-name'), new Map())
      return ok('{}')
    },
  },
  'iam put-role-policy': {
    options: ['role-name', 'policy-name', 'policy-document'],
    answer: ({ roles, calls }, { at }) => {
      const role = roles.get(at('role-name'))
      const version = { text: textOf(at('policy-document')), since: calls.length }
      role?.set(at('policy-name'), [...(role.get(at('policy-name')) ?? []), version])
      return role === undefined ? refused('(NoSuchEntity)') : ok()
    },
  },
  'iam delete-role-policy': {
    options: ['role-name', 'policy-name'],
    answer: ({ roles }, { at }) =>
      roles.get(at('role-name'))?.delete(at('policy-name')) === true ? ok() : refused('(NoSuchEntity)'),
  },
  'iam delete-role': {
    options: ['role-name'],
    answer: ({ roles }, { at }) => {
      if ((roles.get(at('role-name'))?.size ?? 0) > 0) return refused('(DeleteConflict)')
      return roles.delete(at('role-name')) ? ok() : refused('(NoSuchEntity)')
    },
  },
}

const s3: Readonly<Record<string, Command>> = {
  's3 mb': {
    options: [],
    answer: ({ buckets }, { operands: [address = ''] }) => {
      buckets.add(address)
      return ok(`make_bucket: ${address}\n`)
    },
  },
  's3 rb': {
    options: ['force'],
    answer: ({ buckets, world }, { operands: [address = ''] }) => {
      if (world.isStuck === true) return refused('(OperationAborted)')
      return buckets.delete(address) ? ok() : refused('(NoSuchBucket)')
    },
  },
  's3api put-object': {
    options: ['bucket', 'key', 'body', 'server-side-encryption'],
    answer: (inside, { at, isRole }) => {
      if (!isRole || !inside.buckets.has(`s3://${at('bucket')}`)) return refused('(NoSuchBucket)')
      if (!allowsOwn(inside, 's3:PutObject', `arn:aws:s3:::${at('bucket')}/${at('key')}`)) return denied('s3:PutObject')
      if (at('server-side-encryption') === 'AES256') return ok('{}')
      const key = `arn:aws:kms:${region}:${account}:key/1234abcd-12ab-34cd-56ef-1234567890ab`
      const via = { 'kms:ViaService': `s3.${region}.amazonaws.com` }
      return allowsHop(inside, 'kms:GenerateDataKey', key, via) ? ok('{}') : denied('kms:GenerateDataKey')
    },
  },
}

function topicArn(name: string): string {
  return `arn:aws:sns:${region}:${account}:${name}`
}

const stacksAndTopics: Readonly<Record<string, Command>> = {
  'sns create-topic': {
    options: ['name'],
    answer: (inside, { at, isRole }) => {
      if (!isRole || !allowsOwn(inside, 'sns:CreateTopic', topicArn(at('name')))) return denied('SNS:CreateTopic')
      inside.topics.add(topicArn(at('name')))
      return ok('{}')
    },
  },
  'sns delete-topic': {
    options: ['topic-arn'],
    answer: ({ topics }, { at }) => {
      topics.delete(at('topic-arn'))
      return ok()
    },
  },
  'cloudformation create-stack': {
    options: ['stack-name', 'template-body', 'on-failure'],
    answer: (inside, { at, isRole }) => {
      const name = at('stack-name')
      const stack = `arn:aws:cloudformation:${region}:${account}:stack/${name}/x`
      if (!isRole || !allowsOwn(inside, 'cloudformation:CreateStack', stack))
        return denied('cloudformation:CreateStack')
      if (inside.stacks.has(name)) return refused('(AlreadyExistsException)')
      const topic = topicArn(JSON.parse(textOf(at('template-body'))).Resources.Topic.Properties.TopicName)
      const via = { 'aws:CalledViaFirst': 'cloudformation.amazonaws.com' }
      const handlers = ['sns:CreateTopic', 'sns:TagResource', 'sns:GetTopicAttributes']
      const wrong = handlers.find((action) => !allowsHop(inside, action, topic, via)) ?? ''
      inside.stacks.set(name, wrong)
      if (wrong === '') inside.topics.add(topic)
      return ok('{}')
    },
  },
  'cloudformation wait': {
    options: ['stack-name'],
    answer: ({ stacks }, { at, operands: [event] }) => {
      const isThere =
        event === 'stack-create-complete' ? stacks.get(at('stack-name')) === '' : !stacks.has(at('stack-name'))
      return isThere ? ok() : refused(': Waiter failed')
    },
  },
  'cloudformation describe-stack-events': {
    options: ['stack-name', 'query', 'output'],
    answer: ({ stacks }, { at }) => {
      const wrong = stacks.get(at('stack-name')) ?? ''
      return ok(wrong === '' ? '' : `User is not authorized to perform: ${wrong}\n`)
    },
  },
  'cloudformation delete-stack': {
    options: ['stack-name'],
    answer: ({ stacks, topics }, { at }) => {
      if (stacks.get(at('stack-name')) === '') topics.delete(topicArn(at('stack-name')))
      stacks.delete(at('stack-name'))
      return ok()
    },
  },
}

const commands: Readonly<Record<string, Command>> = { ...identity, ...s3, ...stacksAndTopics }

function parsed(words: readonly string[]) {
  const flags = new Map<string, string>()
  const operands: string[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    if (!word.startsWith('--')) operands.push(word)
    else if (word === '--force') flags.set('force', '')
    else {
      flags.set(word.slice(2), words[at + 1] ?? '')
      at += 1
    }
  }
  return { flags, operands }
}

function textOf(value: string): string {
  return readFileSync(value.replace('file://', ''), 'utf8')
}
