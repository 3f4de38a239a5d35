// Builds dist/ in two folders of different names and depths, and compares every byte.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const temporary = mkdtempSync(join(tmpdir(), 'reproduce-'))

/** Builds in a copy of the project; gives the hash of each file. */
function built(folder) {
  mkdirSync(folder, { recursive: true })
  for (const name of ['src', 'tools', 'package.json', 'tsconfig.json'])
    cpSync(join(root, name), join(folder, name), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  execFileSync(process.execPath, ['tools/build.mjs'], { cwd: folder })
  return readdirSync(join(folder, 'dist'))
    .toSorted()
    .map((name) => `${hashOf(join(folder, 'dist', name))}  ${name}`)
}

function hashOf(path) {
  return createHash('sha256').update(readFileSync(path)).digest('hex')
}

try {
  const [first, second] = [built(join(temporary, 'a')), built(join(temporary, 'some', 'other folder', 'b'))]
  const different = first.filter((line) => !second.includes(line))
  console.log(first.join('\n'))
  if (different.length > 0 || first.length !== second.length)
    throw new Error(`two builds differ:\n${different.join('\n')}`)
  console.log('two builds in different folders are the same, byte for byte')
} finally {
  rmSync(temporary, { recursive: true })
}
