import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { registry } from '../../../src/registry.ts'
import { findingsOf } from '../inspecting.ts'
import { type Account, runProbe } from './fake-aws.ts'
import { runHere } from './run-here.ts'

async function scriptOf(...args: readonly string[]): Promise<string> {
  const { status, stdout, stderr } = await runHere(['probe', ...args], { cwd: '.' })
  assert.deepEqual([status, stderr], [0, ''])
  return stdout
}

const services = ['s3', 'cloudformation'] as const
const office = '203.0.113.7'
const kept = (caller: string) => caller
const lost = () => '198.18.0.1'

/** The policies of a script, with an example of every name in them. */
function policiesOf(script: string): Record<string, string> {
  const values: Readonly<Record<string, string>> = {
    partition: 'aws',
    region: 'eu-central-1',
    account: '111122223333',
    name: 'sourceip-guard-probe',
    bucket: 'sourceip-guard-probe-111122223333-eu-central-1',
    topic: 'arn:aws:sns:eu-central-1:111122223333:sourceip-guard-probe',
    address: `${office}/32`,
  }
  const texts = [...script.matchAll(/cat >"\$folder\/([\w-]+)\.json" <<POLICY\n([\s\S]*?)\nPOLICY\n/g)]
  return Object.fromEntries(
    texts.map(([, name = '', text = '']) => [
      name,
      text.replaceAll(/\$(\w+)/g, (_, variable: string) => values[variable] ?? assert.fail(variable)),
    ]),
  )
}

for (const service of services) {
  test(`the script for ${service} is one that bash can read, and says what it is about`, async () => {
    const script = await scriptOf('--service', service)
    const { status, stderr } = spawnSync('bash', ['-n'], { input: script, encoding: 'utf8' })
    assert.deepEqual([status, stderr], [0, ''])
    const intro = script.split('\nset -euo')[0] ?? ''
    assert.match(intro, /^#!\/usr\/bin\/env bash\n#\n# Does a call that /)
    for (const line of intro.split('\n'))
      assert.ok(line.startsWith('#') && (line.length <= 90 || line.includes('https://')), line)
    assert.equal(intro.match(/^# {3}https:\/\/\S+$/gm)?.length, 2, 'both sides have their document')
  })

  test(`the policies of the probe for ${service} are read by the engine as the experiment means them`, async () => {
    const policies = policiesOf(await scriptOf('--service', service))
    assert.deepEqual(Object.keys(policies), ['trust', 'allow', 'deny-everywhere', 'deny-elsewhere'])
    for (const name of ['trust', 'allow'])
      assert.deepEqual(findingsOf({ head: policies[name] ?? '' }), [], `${name} has no Deny on an address`)
    const path = service === 's3' ? 's3-put-kms' : 'cfn-resource-types'
    for (const name of ['deny-everywhere', 'deny-elsewhere']) {
      const [finding] = findingsOf({ head: policies[name] ?? '' }, 'service-call-denied')
      const found = finding?.servicePaths.find(({ id }) => id === path)
      assert.equal(found?.verdict, 'contested', `${name}: AWS’s documents disagree, which is why it is tried`)
      const sides = found?.readings.map(({ denied }) => denied)
      assert.ok(sides?.includes(true) && sides.includes(false))
    }
  })

  test(`what the probe for ${service} finds settles the finding on its own Deny`, async () => {
    const head = policiesOf(await scriptOf('--service', service))['deny-elsewhere'] ?? ''
    const verdicts = (['address-kept', 'address-lost'] as const).map((forwardAccessSessions) =>
      findingsOf({ head, settings: { forwardAccessSessions } }, 'service-call-denied').flatMap(({ servicePaths }) =>
        servicePaths.filter(({ mechanism, network }) => mechanism === 'forward-access-session' && network === 'public'),
      ),
    )
    assert.equal(
      verdicts[0]?.some(({ verdict }) => verdict === 'denied'),
      false,
    )
    assert.ok(verdicts[1]?.some(({ verdict }) => verdict === 'denied'))
  })
}

test('the role may do what the handlers of the template’s resource need, and the Deny meets one of these', async () => {
  const { allow = '' } = policiesOf(await scriptOf('--service', 'cloudformation'))
  const types = registry.tables?.typesCalling((action) => action === 'sns:CreateTopic') ?? []
  assert.ok(types.some(({ type }) => type === 'AWS::SNS::Topic'))
  const allowed = JSON.parse(allow).Statement.flatMap(({ Action }: { Action: string[] }) => Action)
  for (const action of ['cloudformation:CreateStack', 'sns:CreateTopic', 'sns:TagResource'])
    assert.ok(allowed.includes(action))
})

const worlds: readonly (readonly [string, (typeof services)[number], Account, number, RegExp])[] = [
  [
    'keeps the address',
    's3',
    { caller: office, forwarded: kept },
    0,
    /verdict: address-kept\n[\s\S]*\n {2}forward-access-sessions: address-kept\n/,
  ],
  ['shows an address of its own', 's3', { caller: office, forwarded: lost }, 0, /verdict: address-lost\n/],
  [
    'shows none',
    's3',
    { caller: office, forwarded: () => undefined },
    0,
    /\n {2}forward-access-sessions: address-lost\n/,
  ],
  [
    'keeps it, where policies take a while',
    's3',
    { caller: office, forwarded: kept, delay: 9 },
    0,
    /verdict: address-kept\n/,
  ],
  [
    'loses it, where policies take a while',
    's3',
    { caller: office, forwarded: lost, delay: 9 },
    0,
    /verdict: address-lost\n/,
  ],
  [
    'loses it, where a Deny is out of force while it is changed',
    's3',
    { caller: office, forwarded: lost, gap: 3 },
    0,
    /verdict: address-lost\n/,
  ],
  [
    'is called from elsewhere',
    's3',
    { caller: '198.51.100.9', forwarded: kept },
    2,
    /no verdict: your own calls do not come from 203\.0\.113\.7\/32/,
  ],
  [
    'is not met by a Deny',
    's3',
    { caller: office, forwarded: lost, checksHop: false },
    2,
    /no verdict: it is not: the Deny does not meet it/,
  ],
  [
    'is denied for another reason',
    's3',
    { caller: office, forwarded: kept, denies: (action) => action.startsWith('kms:') },
    2,
    /no verdict: they do not: .*kms:GenerateDataKey/,
  ],
  ['keeps the address', 'cloudformation', { caller: office, forwarded: kept }, 0, /verdict: address-kept\n/],
  ['loses the address', 'cloudformation', { caller: office, forwarded: lost }, 0, /verdict: address-lost\n/],
  [
    'is called from elsewhere',
    'cloudformation',
    { caller: '198.51.100.9', forwarded: lost },
    2,
    /no verdict: your own calls do not come/,
  ],
]
for (const [name, service, world, status, expected] of worlds) {
  test(`the probe of ${service} where it ${name}: ${status === 0 ? 'a verdict' : 'none'}, and nothing is left`, async (t) => {
    const run = await runProbe(t, await scriptOf('--service', service, '--region', 'eu-central-1'), world)
    assert.match(`${run.stdout}${run.stderr}`, expected)
    assert.equal(run.status, status, run.stderr)
    assert.deepEqual(run.left, [], 'all that was made is deleted')
    assert.ok(run.calls.every((call) => /^(configure|--region eu-central-1 )/.test(call)))
  })
}

test('an interrupted probe deletes what it has made', async (t) => {
  let uploads = 0
  const watch = (words: readonly string[], stop: () => void) => {
    if (words.includes('put-object') && ++uploads === 2) stop()
  }
  const { status, left, stdout } = await runProbe(t, await scriptOf(), { caller: office, forwarded: lost, watch })
  assert.equal(status, 2)
  assert.match(stdout, /deleting what was made\n$/)
  assert.deepEqual(left, [])
})

test('what cannot be deleted is told, and `clean` tries again', async (t) => {
  const script = await scriptOf()
  const stuck = await runProbe(t, script, { caller: office, forwarded: kept, isStuck: true })
  assert.match(
    stuck.stderr,
    /could not be deleted: aws s3 rb s3:\/\/sourceip-guard-probe-111122223333-eu-central-1 --force\n/,
  )
  assert.match(stuck.stderr, /some of it is left: `bash .*probe\.sh clean` tries again\n$/)
  assert.equal(stuck.left.length, 1)
  const left = { caller: office, forwarded: kept, role: 'sourceip-guard-probe' }
  const refused = await runProbe(t, script, left)
  assert.equal(refused.status, 2)
  assert.match(refused.stderr, /no verdict: there is a role sourceip-guard-probe already/)
  assert.deepEqual(refused.left, ['sourceip-guard-probe'], 'what somebody else may have made stays')
  const cleaned = await runProbe(t, script, left, ['clean'])
  assert.deepEqual([cleaned.status, cleaned.left], [0, []])
})

test('what is given stands in the script, and what would mean something to a shell is refused', async () => {
  const script = await scriptOf(
    '--region',
    'us-gov-west-1',
    '--address',
    '198.51.100.0/24',
    '--name',
    'sourceip-guard-x1',
  )
  assert.match(script, /\nname=sourceip-guard-x1\nregion=us-gov-west-1\naddress=198\.51\.100\.0\/24\n/)
  const misuses: readonly (readonly string[])[] = [
    ['--name', 'admin'],
    ['--name', 'sourceip-guard-$(id)'],
    ['--name', 'sourceip-guard-a234567890123456789'],
    ['--region', 'eu-central-1;id'],
    ['--region', 'everywhere'],
    ['--address', '203.0.113.0'],
    ['--address', '0.0.0.0/0'],
    ['--address', '2001:db8::/32'],
    ['--address', '203.0.113.0/24 $(id)'],
    ['--service', 'ec2'],
  ]
  for (const args of misuses) {
    const { status, stdout, stderr } = await runHere(['probe', ...args], { cwd: '.' })
    assert.deepEqual([status, stdout], [2, ''], args.join(' '))
    assert.match(stderr, new RegExp(`^error: \`${args[0]}\` must be `))
  }
})

test('its page tells every option, and no more', () => {
  const page = readFileSync('docs/probe.md', 'utf8')
  const told = new Set([...page.matchAll(/`--([\w-]+)/g)].map(([, option]) => option))
  assert.deepEqual([...told].toSorted(), ['address', 'name', 'region', 'service'])
})
