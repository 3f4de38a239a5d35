import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parse } from 'yaml'
import {
  ConfigError,
  closest,
  engineSettings,
  fileFilter,
  type GuardConfig,
  readConfig,
  ruleIds,
} from '../../src/config.ts'
import { registry } from '../../src/registry.ts'

const path = '.github/sourceip-guard.yml'
const read = (text: string): GuardConfig => readConfig({ path, text }, {})
const schema = new Ajv2020({ allowUnionTypes: true }).compile(
  JSON.parse(readFileSync('schema/config.schema.json', 'utf8')),
)

const suppression = (more: string) => `suppressions:\n  - rule: private-address\n    file: "a/**"\n${more}`

const good: readonly (readonly [string, string])[] = [
  ['an empty file', ''],
  ['a comment alone', '# nothing yet\n'],
  ['null', 'null\n'],
  [
    'every key of the first level',
    'paths: ["**/*.json", "!vendor/**"]\nfail-on: never\ncomments: off\nmax-comments: 0\n',
  ],
  ['levels and readings', 'contested: notice\nforward-access-sessions: address-lost\nresolve-threads: true\n'],
  ['a suppression', suppression('    reason: known\n    expires: 2027-01-31\n')],
  ['a suppression of one statement', suppression('    sid: Office\n    reason: known\n    expires: "2028-02-29"\n')],
  ['a narrower catalogue', 'catalogue:\n  disable: [cfn-*]\n  services: [cloudformation]\n'],
  [
    'hints on policies',
    'policies:\n  - files: scp/**\n    type: scp\n  - files: [a.json, b.json]\n    attached-to: lambda.amazonaws.com\n',
  ],
  [
    'several that assume',
    'policies:\n  - files: r.json\n    attached-to: [ecs.amazonaws.com, "arn:aws:iam::111122223333:role/r"]\n',
  ],
  ['an alias', 'paths: &globs [a.json]\npolicies:\n  - files: *globs\n'],
]
for (const [name, text] of good) {
  test(`${name} is a configuration, and the schema agrees`, () => {
    assert.doesNotThrow(() => read(text))
    assert.equal(schema(parse(text)), true, JSON.stringify(schema.errors))
  })
}

const bad: readonly (readonly [string, string, RegExp])[] = [
  ['a list', '- a\n', /^\.github\/sourceip-guard\.yml:1: the file must be a mapping/],
  [
    'an unknown key',
    'paths: [a]\nfail-onn: error\n',
    /yml:2: `fail-onn` is an unknown key\n {2}help: did you mean `fail-on`\?/,
  ],
  [
    'an unknown key in a list',
    suppression('    reason: x\n    expires: 2027-01-01\n    until: x\n'),
    /yml:6: `suppressions\[0\]\.until` is an unknown key\n.*`expires`/,
  ],
  [
    'a wrong level',
    'fail-on: erorr\n',
    /yml:1: `fail-on` must be one of `error`, `warning`, `notice`, `never`\n {2}help: did you mean `error`\?/,
  ],
  ['a wrong mode', 'comments: loud\n', /`comments` must be one of `review`, `summary`, `off`/],
  ['a fraction', 'max-comments: 1.5\n', /`max-comments` must be a whole number, 0 or more/],
  ['a negative number', 'max-comments: -1\n', /must be a whole number/],
  ['a truth value as text', 'resolve-threads: "yes"\n', /`resolve-threads` must be true or false/],
  ['text for a list', 'paths: "**"\n', /`paths` must be a list/],
  ['an empty list', 'paths: []\n', /`paths` must hold at least one entry/],
  ['a key without a value', 'suppressions:\n', /`suppressions` must be a list/],
  ['`never` for contested', 'contested: never\n', /`contested` must be one of `error`, `warning`, `notice`\n/],
  [
    'an unknown rule',
    suppression('    reason: x\n    expires: 2027-01-01\n').replace('private-address', 'privat-address'),
    /yml:2: .*must be one of .*`private-address`.*\n {2}help: did you mean `private-address`/,
  ],
  [
    'a suppression without a reason',
    suppression('    expires: 2027-01-01\n'),
    /yml:2: `suppressions\[0\]` lacks the key `reason`/,
  ],
  ['an empty reason', suppression('    reason: " "\n    expires: 2027-01-01\n'), /yml:4: .*reason` must not be empty/],
  ['a suppression without an end', suppression('    reason: x\n'), /lacks the key `expires`/],
  [
    'a word for a date',
    suppression('    reason: x\n    expires: soon\n'),
    /yml:5: .*expires` must be a day of the calendar/,
  ],
  [
    'an unknown policy type',
    'policies:\n  - files: a\n    type: spc\n',
    /yml:3: .*must be one of .*`permissions-boundary`.*\n {2}help: did you mean `scp`/,
  ],
  ['a policy hint without files', 'policies:\n  - type: scp\n', /lacks the key `files`/],
  [
    'a service that is no principal',
    'policies:\n  - files: a\n    attached-to: lambda\n',
    /must be service principals or ARNs/,
  ],
  ['a number as a glob', 'paths: [7]\n', /`paths\[0\]` must be text/],
]
for (const [name, text, expected] of bad) {
  test(`${name} is refused with the place, and the schema agrees`, () => {
    assert.throws(
      () => read(text),
      (error) => error instanceof ConfigError && expected.test(error.message),
    )
    assert.equal(schema(parse(text)), false)
  })
}

const brokenYaml: readonly (readonly [string, string, RegExp])[] = [
  ['a key twice', 'paths: [a]\npaths: [b]\n', /yml:2: Map keys must be unique/],
  ['a list that is not closed', 'paths: [a\nfail-on: error\n', /yml:2: /],
  ['two documents', 'fail-on: error\n---\nfail-on: never\n', /yml:2: .*multiple documents/],
  ['an unknown tag', 'paths: !x [a]\n', /yml:1: Unresolved tag/],
  ['an alias of nothing', 'paths: *a\n', /yml:1: Unresolved alias/],
  ['a bomb of aliases', bomb(), /Excessive alias count/],
  ['the prototype', '__proto__: {}\n', /`__proto__` is an unknown key/],
  [
    'a day that is not in the calendar',
    suppression('    reason: x\n    expires: 2026-02-30\n'),
    /yml:5: .*a day of the calendar/,
  ],
  ['an exclusion of nothing', 'paths: ["!"]\n', /`paths\[0\]` must be a glob/],
]
for (const [name, text, expected] of brokenYaml) {
  test(`${name} is refused`, () => {
    assert.throws(
      () => read(text),
      (error) => error instanceof ConfigError && expected.test(error.message),
    )
  })
}

function bomb(): string {
  const levels = ['a: &a [x, x, x, x, x, x, x, x, x, x]']
  for (const [from, to] of ['ab', 'bc', 'cd', 'de'])
    levels.push(`${to}: &${to} [${Array(10).fill(`*${from}`).join(', ')}]`)
  return levels.join('\n')
}

test('everything that is wrong is told at once, in the order of the file', () => {
  assert.throws(
    () => read('max-comments: x\nfail-on: x\npaths: x\n'),
    (error) => error instanceof ConfigError && /yml:1:.*yml:2:.*yml:3:/s.test(error.message),
  )
})

test('without a file the defaults hold', () => {
  const { catalogue, ...rest } = readConfig(undefined, {})
  assert.deepEqual([catalogue.disable, catalogue.services, catalogue.paths], [[], undefined, []])
  assert.deepEqual(rest, {
    paths: undefined,
    failOn: 'error',
    comments: 'review',
    maxComments: 30,
    resolveThreads: false,
    contestedLevel: undefined,
    forwardAccessSessions: 'unknown',
    suppressions: [],
    policies: [],
  })
})

test('what is given at the call wins over the file, what is not given leaves it', () => {
  const config = readConfig(
    { path, text: 'fail-on: never\nmax-comments: 5\n' },
    { failOn: 'notice', maxComments: undefined },
  )
  assert.equal(config.failOn, 'notice')
  assert.equal(config.maxComments, 5)
})

test('a glob given at the call is checked too', () => {
  assert.throws(() => readConfig(undefined, { paths: ['!'] }), ConfigError)
})

const filters: readonly (readonly [readonly string[] | undefined, string, boolean])[] = [
  [undefined, 'policies/p.json', true],
  [undefined, 'main.tf', true],
  [undefined, 'a/b/scp.tf.json', true],
  [undefined, '.github/policies/p.yml', true],
  [undefined, 'deep/.hidden/p.jsonc', true],
  [undefined, 'gateway.json.tpl', true],
  [undefined, 'examples/p.json', true],
  [undefined, 'fixtures/p.yaml', true],
  [undefined, 'README.md', false],
  [undefined, 'node_modules/x/p.json', false],
  [undefined, 'a/vendor/p.tf', false],
  [undefined, 'dist/p.json', false],
  [undefined, '.terraform/modules/p.tf', false],
  [undefined, 'terraform.tfstate', false],
  [undefined, 'policy.test.json', false],
  [undefined, 'package-lock.json', false],
  [undefined, 'samples/policies/p.toml', true],
  [undefined, 'test/fixtures/main.tofu', true],
  [undefined, 'play.json.j2', true],
  [undefined, 'docs/guide.md', false],
  [undefined, 'docs/guide.rst', false],
  [undefined, 'CHANGELOG.txt', false],
  [undefined, 'terraform.tfstate.backup', false],
  [undefined, 'env/prod.tfstate.1700000000.backup', false],
  [undefined, 'pnpm-lock.yaml', false],
  [undefined, '.terraform.lock.hcl', false],
  [undefined, 'packages/a/npm-shrinkwrap.json', false],
  [undefined, 'spec/cassettes/iam.yml', false],
  [undefined, 'test/recordings/get-policy.json', false],
  [undefined, 'test/__snapshots__/stack.json', false],
  [undefined, 'cdk.out/Stack.template.json', false],
  [undefined, 'release.tfplan.json', false],
  [undefined, 'lib/stack.ts', true],
  [undefined, 'lib/stack.test.ts', false],
  [undefined, 'test_stack.py', false],
  [['policies/**'], 'policies/p.txt', true],
  [['policies/**'], 'main.tf', false],
  [['./policies/'], 'policies/a/p.json', true],
  [['**/*.json', '!old/**'], 'old/p.json', false],
  [['!old/**', '**/*.json'], 'old/p.json', false],
  [['!old/**'], 'old/p.json', false],
  [['!old/**'], 'new/p.json', true],
  [['!(old)/p.json'], 'new/p.json', true],
]
for (const [paths, file, wanted] of filters) {
  test(`${paths?.join(' ') ?? 'the built-in globs'}: ${file} is ${wanted ? 'looked at' : 'left out'}`, () => {
    assert.equal(fileFilter(readConfig(undefined, { paths }))(file), wanted)
  })
}

const inNamedFolders: readonly (readonly [folder: string, path: string, wanted: boolean])[] = [
  ['', 'cdk.out/Stack.template.json', false],
  ['cdk.out', 'cdk.out/Stack.template.json', true],
  ['cdk.out', 'cdk.out/assembly-Prod/Stack.template.json', true],
  ['cdk.out', 'cdk.out/tree.json', false],
  ['cdk.out', 'cdk.out/manifest.json', false],
  ['cdk.out', 'cdk.out/Stack.assets.json', false],
  ['cdk.out', 'cdk.out/asset.1/node_modules/x/p.json', false],
  ['services/a/dist', 'services/a/dist/p.json', true],
  ['services', 'services/a/dist/p.json', false],
  ['.terraform/modules/m', '.terraform/modules/m/main.tf', true],
]
for (const [folder, file, wanted] of inNamedFolders) {
  test(`of ${folder || 'no folder'} that is named, ${file} is ${wanted ? 'looked at' : 'left out'}`, () => {
    assert.equal(fileFilter({ paths: undefined }, 'tree')(file, folder), wanted)
    assert.equal(fileFilter({ paths: ['!**/p.json', '!**/*.tf', '!**/*.template.json'] }, 'tree')(file, folder), false)
  })
}

test('code is looked at in a change, and in a tree only where it is named', () => {
  assert.equal(fileFilter({ paths: undefined }, 'tree')('lib/stack.ts'), false)
  assert.equal(fileFilter({ paths: ['lib/**'] }, 'tree')('lib/stack.ts'), true)
  assert.equal(fileFilter({ paths: ['!lib/**'] }, 'change')('lib/stack.ts'), false)
})

test('suppressions and hints find files by glob, and ARNs are no services', () => {
  const config = read(
    `${suppression('    reason: known\n    expires: 2027-01-31\n')}policies:\n  - files: [r/**, "!r/x"]\n    type: permissions-boundary\n    attached-to: [lambda.amazonaws.com, "arn:aws:iam::111122223333:role/r"]\n`,
  )
  const { suppressions, policyHints, today, scope } = engineSettings(config, { today: '2026-01-01', scope: 'tree' })
  assert.deepEqual([today, scope], ['2026-01-01', 'tree'])
  assert.deepEqual(
    ['a/.b/c', 'b/a'].map((file) => suppressions[0]?.matches(file)),
    [true, false],
  )
  assert.deepEqual(
    ['r/a', 'r/x'].map((file) => policyHints[0]?.matches(file)),
    [true, false],
  )
  assert.equal(policyHints[0]?.type, 'boundary')
  assert.deepEqual(policyHints[0]?.assumedBy, ['lambda.amazonaws.com'])
})

test('every rule of the registry can be suppressed', () => {
  const known: readonly string[] = ruleIds
  assert.deepEqual(
    registry.rules.map(({ id }) => id).filter((id) => !known.includes(id)),
    [],
  )
})

const slips: readonly (readonly [string, readonly string[], string | undefined])[] = [
  ['erorr', ['warning', 'error'], 'error'],
  ['fail_on', ['fail-on'], 'fail-on'],
  ['CHECK', ['check'], 'check'],
  ['xyz', ['abc'], undefined],
  ['', ['abc'], undefined],
]
for (const [word, candidates, expected] of slips) {
  test(`${word || 'nothing'} is ${expected === undefined ? 'a slip of none of them' : `taken for ${expected}`}`, () => {
    assert.equal(closest(word, candidates), expected)
  })
}
