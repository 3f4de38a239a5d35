import assert from 'node:assert/strict'
import { test } from 'node:test'
import { InputError, type Inputs, readInputs } from '../../../src/github/inputs.ts'

function inputs(given: Readonly<Record<string, string>>): Inputs {
  const variables = Object.entries({ 'github-token': 'ghs_test', ...given }).map(
    ([name, value]) => [`INPUT_${name.toUpperCase()}`, value] as const,
  )
  try {
    for (const [name, value] of variables) process.env[name] = value
    return readInputs()
  } finally {
    for (const [name] of variables) delete process.env[name]
  }
}

test('inputs that are not given leave the word to the configuration file', () => {
  assert.deepEqual(inputs({ 'fail-on': '', paths: ' \n ' }), {
    token: 'ghs_test',
    config: '.github/sourceip-guard.yml',
    pullRequest: undefined,
    dryRun: false,
    sarifFile: undefined,
    jsonFile: undefined,
    overrides: {
      paths: undefined,
      failOn: undefined,
      comments: undefined,
      maxComments: undefined,
      resolveThreads: undefined,
    },
  })
})

test('inputs that are given are read', () => {
  const given = inputs({
    paths: 'policies/**\n  !policies/old/**\n\n',
    'fail-on': 'never',
    comments: 'off',
    'max-comments': '0',
    'resolve-threads': 'True',
    'dry-run': 'true',
    'pull-request': '12',
    'sarif-file': 'out/a.sarif',
  })
  assert.deepEqual(given.overrides, {
    paths: ['policies/**', '!policies/old/**'],
    failOn: 'never',
    comments: 'off',
    maxComments: 0,
    resolveThreads: true,
  })
  assert.deepEqual([given.dryRun, given.pullRequest, given.sarifFile], [true, 12, 'out/a.sarif'])
})

for (const [name, value] of [
  ['fail-on', 'errors'],
  ['comments', 'inline'],
  ['max-comments', '-1'],
  ['max-comments', '1e3'],
  ['pull-request', '0'],
  ['pull-request', '7; rm -rf /'],
  ['dry-run', 'yes'],
  ['resolve-threads', '1'],
  ['github-token', ''],
] as const) {
  test(`\`${name}\` cannot be ${JSON.stringify(value)}, and the error says what can be`, () => {
    assert.throws(
      () => inputs({ [name]: value }),
      (error) =>
        error instanceof InputError && error.message.includes(`\`${name}\``) && error.message.includes('\n  help: '),
    )
  })
}
