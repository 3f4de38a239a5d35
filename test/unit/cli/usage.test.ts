import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fixSynopsis } from '../../../src/cli/fix.ts'
import { checkSynopsis, diffSynopsis } from '../../../src/cli/inspections.ts'
import { commands } from '../../../src/cli/main.ts'
import { wantsColour } from '../../../src/cli/shell.ts'
import { choiceOf, helpOf, parseCall, type Synopsis, UsageError } from '../../../src/cli/usage.ts'
import { runHere } from './run-here.ts'

/** The words of an example, up to what the shell does with the answer. */
function argumentsOf(example: string): string[] {
  return example.split(/ [<>|] /)[0]?.split(' ') ?? []
}

for (const { synopsis } of commands) {
  test(`the help of ${synopsis.name} fits a screen, tells every option, and its examples are calls`, () => {
    const lines = helpOf(synopsis).trimEnd().split('\n')
    assert.ok(lines.length <= 24, `${lines.length} lines`)
    for (const line of lines) assert.ok(line.length <= 80, line)
    for (const option of [...Object.keys(synopsis.options), 'help'])
      assert.ok(lines.some((line) => line.startsWith(`  --${option}`)))
    assert.ok(synopsis.examples.length > 0)
    for (const example of synopsis.examples) {
      const [name, ...args] = argumentsOf(example)
      assert.equal(name, synopsis.name)
      const { flags } = parseCall(synopsis, args)
      for (const [flag, value] of flags) {
        const { completes } = synopsis.options[flag] ?? assert.fail()
        if (Array.isArray(completes)) assert.ok(completes.includes(value), example)
      }
    }
  })

  test(`every option of ${synopsis.name} that takes one of a few names tells all of them, or the first few`, () => {
    for (const [name, { value, help, completes }] of Object.entries(synopsis.options)) {
      assert.equal(completes !== undefined && value === undefined, false, `--${name} is a switch`)
      if (Array.isArray(completes) && completes.length < 6)
        for (const choice of completes) assert.ok(help.includes(choice), `--${name} ${choice}`)
    }
  })
}

test('the help of all fits a screen and tells every command', async () => {
  const { stdout } = await runHere(['--help'], { cwd: '.' })
  const lines = stdout.trimEnd().split('\n')
  assert.ok(lines.length <= 24, `${lines.length} lines`)
  for (const line of lines) assert.ok(line.length <= 80, line)
  for (const { synopsis } of commands) assert.ok(lines.some((line) => line.startsWith(`  ${synopsis.name} `)))
})

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
