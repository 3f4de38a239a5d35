import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fixSynopsis } from '../../../src/cli/fix.ts'
import { checkSynopsis, diffSynopsis } from '../../../src/cli/inspections.ts'
import { pathsSynopsis } from '../../../src/cli/paths.ts'
import { wantsColour } from '../../../src/cli/shell.ts'
import { simulateSynopsis } from '../../../src/cli/simulate.ts'
import { choiceOf, helpOf, parseCall, type Synopsis, UsageError } from '../../../src/cli/usage.ts'

const synopses = [checkSynopsis, diffSynopsis, fixSynopsis, simulateSynopsis, pathsSynopsis]

for (const synopsis of synopses) {
  test(`the help of ${synopsis.name} fits a screen and tells every option`, () => {
    const lines = helpOf(synopsis).split('\n')
    assert.ok(lines.length <= 24, `${lines.length} lines`)
    assert.ok(lines.every((line) => line.length <= 120))
    for (const option of Object.keys(synopsis.options))
      assert.ok(lines.some((line) => line.startsWith(`  --${option}`)))
  })
}

test('flags, switches and operands are told apart in any order', () => {
  const { flags, switches, operands } = parseCall(fixSynopsis, [
    'a.json',
    '--dry-run',
    '--base=main',
    '--',
    '--odd.json',
  ])
  assert.deepEqual([...flags], [['base', 'main']])
  assert.deepEqual([...switches], ['dry-run'])
  assert.deepEqual(operands, ['a.json', '--odd.json'])
  assert.ok(parseCall(fixSynopsis, ['-h']).switches.has('help'))
})

const misuses: readonly (readonly [string, Synopsis, readonly string[], RegExp])[] = [
  [
    'an unknown option',
    checkSynopsis,
    ['--fial-on', 'x'],
    /^unknown option `--fial-on`\n {2}help: did you mean `--fail-on`\? see `sourceip-guard check --help`$/,
  ],
  ['an unknown short option', checkSynopsis, ['-x'], /^unknown option `-x`/],
  ['an option of another command', checkSynopsis, ['--base', 'main'], /^unknown option `--base`/],
  ['a flag without its value', checkSynopsis, ['--format'], /^Option '--format <value>' argument missing\n {2}help: /],
  ['a switch with a value', fixSynopsis, ['--dry-run=yes'], /^Option '--dry-run' does not take an argument\n/],
  ['an operand too many', diffSynopsis, ['p.json'], /^`p\.json` is one operand too many\n/],
]
for (const [name, synopsis, args, expected] of misuses) {
  test(`${name} is an error of usage`, () => {
    assert.throws(
      () => parseCall(synopsis, args),
      (error) => error instanceof UsageError && expected.test(error.message),
    )
  })
}

test('a choice is one of its names', () => {
  const call = parseCall(checkSynopsis, ['--format', 'jsno'])
  assert.equal(choiceOf(call, checkSynopsis, 'fail-on', ['error']), undefined)
  assert.throws(
    () => choiceOf(call, checkSynopsis, 'format', ['text', 'json']),
    /`--format` must be one of text, json, not `jsno`\n.*did you mean `json`\?/,
  )
})

const terminals: readonly (readonly [boolean, Readonly<Record<string, string>>, boolean])[] = [
  [true, {}, true],
  [true, { TERM: 'xterm-256color', NO_COLOR: '' }, true],
  [true, { NO_COLOR: '1' }, false],
  [true, { TERM: 'dumb' }, false],
  [false, {}, false],
  [false, { FORCE_COLOR: '1' }, true],
  [false, { FORCE_COLOR: 'yes', NO_COLOR: '1', TERM: 'dumb' }, true],
  [true, { FORCE_COLOR: '0' }, false],
  [true, { FORCE_COLOR: 'false' }, false],
  [true, { FORCE_COLOR: '' }, true],
  [true, { FORCE_COLOR: '', NO_COLOR: '1' }, false],
  [false, { FORCE_COLOR: '' }, false],
]
for (const [isTerminal, env, expected] of terminals) {
  test(`${isTerminal ? 'a terminal' : 'a pipe'} with ${JSON.stringify(env)} gets ${expected ? 'colours' : 'none'}`, () => {
    assert.equal(wantsColour(isTerminal, env), expected)
  })
}
