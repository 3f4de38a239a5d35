import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'

/** Fails where no test in a file has the name, written out or as it is made of the rows of a table. */
export function assertTestExists(file: string, name: string): void {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
  const isThere = [`'${name}'`, `\`${name}\``].some((written) => text.includes(written))
  assert.ok(isThere, `no test in ${file} has the name: ${name}`)
}
