import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { registry } from '../../src/registry.ts'
import { findingsOf } from './inspecting.ts'

/** The JSON blocks of a page, by the word behind the fence. */
function examplesOf(page: string, word: string): string[] {
  return [...page.matchAll(new RegExp(`^\`\`\`json ${word}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(([, text = '']) => text)
}

for (const { id } of registry.rules) {
  const file = new URL(`../../docs/rules/${id}.md`, import.meta.url)
  test(`docs/rules/${id}.md is there, and its examples do what they say`, () => {
    assert.ok(existsSync(file), `docs/rules/${id}.md`)
    const page = readFileSync(file, 'utf8')
    assert.ok(page.startsWith(`# ${id}\n`))
    for (const heading of ['Why', 'What is found', 'What is not', 'How to mend it', 'When to suppress it', 'Sources']) {
      assert.match(page, new RegExp(`^## ${heading}$`, 'm'))
    }
    assert.match(page, /^- .+: https:\/\/\S+$/m)
    const [base] = examplesOf(page, 'before')
    // Of service calls some notices are left in any case: CloudShell, consoles.
    const counts = ({ level }: { level: string }) => id !== 'service-call-denied' || level !== 'notice'
    const found = (head: string) => findingsOf({ head, ...(base === undefined ? {} : { base }) }, id).some(counts)
    const fires = examplesOf(page, 'fires')
    const passes = examplesOf(page, 'passes')
    assert.ok(fires.length > 0 && passes.length > 0)
    for (const text of fires) assert.ok(found(text), text)
    for (const text of passes) assert.ok(!found(text), text)
  })
}
