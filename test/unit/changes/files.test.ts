import assert from 'node:assert/strict'
import { readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { decodeText, nameText, rewriteFile, type Selection } from '../../../src/changes/disk-file.ts'
import { findFiles } from '../../../src/changes/files.ts'
import { ChangesError, repositoryRoot } from '../../../src/changes/git.ts'
import { temporaryFolder, temporaryRepository, writeFiles } from './temporary-repository.ts'

const jsonFiles: Selection = { wants: (path) => path.endsWith('.json'), holds: (text) => text.includes('SourceIp') }
const paths = (names: readonly string[], root: string, folder = root) =>
  findFiles(names, { root, folder }, jsonFiles)
    .files.map(({ file }) => file.path)
    .toSorted()

test('in a repository a folder stands for what git tracks or would track', (t) => {
  const { root, write, commit } = temporaryRepository(t)
  write({ 'a.json': 'SourceIp', 'sub/b.json': 'SourceIp', 'sub/c.txt': 'SourceIp', '.gitignore': 'out/\n' })
  commit('base')
  write({ 'new.json': 'SourceIp', 'out/d.json': 'SourceIp', 'quiet.json': '{}' })
  assert.deepEqual(paths([root], root), ['a.json', 'new.json', 'sub/b.json'])
  assert.deepEqual(paths(['sub'], root), ['sub/b.json'])
  assert.deepEqual(paths(['.'], root, join(root, 'sub')), ['sub/b.json'], 'paths are told from the root')
  assert.deepEqual(paths(['out'], root), ['out/d.json'], 'an ignored folder that is named is meant')
})

test('a file that git lists and the working tree lacks is passed over', (t) => {
  const { root, write, git } = temporaryRepository(t)
  write({ 'a.json': 'SourceIp', 'b.json': 'SourceIp' })
  git('add', '--all')
  rmSync(join(root, 'a.json'))
  assert.deepEqual(paths([root], root), ['b.json'])
})

test('outside a repository a folder is walked, but for dependencies', (t) => {
  const root = temporaryFolder(t)
  writeFiles(root, {
    'a.json': 'SourceIp',
    'x/.y/b.json': 'SourceIp',
    'node_modules/c.json': 'SourceIp',
    'x/.git/d.json': 'SourceIp',
  })
  assert.equal(repositoryRoot(root), undefined)
  assert.deepEqual(paths([root], root), ['a.json', 'x/.y/b.json'])
})

test('a file that is named is read whatever its name and content', (t) => {
  const { root, write } = temporaryRepository(t)
  write({ '.gitignore': '*.txt\n', 'p.txt': 'nothing' })
  assert.deepEqual(paths(['p.txt'], root), ['p.txt'])
  assert.deepEqual(paths(['p.txt', './p.txt', join(root, 'p.txt')], root), ['p.txt'], 'once')
})

test('a name that does not exist is refused', (t) => {
  const root = temporaryFolder(t)
  assert.throws(
    () => paths(['nowhere.json'], root),
    (error) => error instanceof ChangesError && /`nowhere\.json`/.test(error.message),
  )
})

test('symbolic links found in a folder are named, not read; one that is given is read', (t) => {
  const { root, write } = temporaryRepository(t)
  write({ 'real.txt': 'SourceIp' })
  symlinkSync('real.txt', join(root, 'link.json'))
  const found = findFiles([root], { root, folder: root }, jsonFiles)
  assert.deepEqual(found, { files: [], notes: ['`link.json` is a symbolic link and is not read'] })
  assert.deepEqual(paths(['link.json'], root), ['link.json'])
})

test('names that are no text keep their bytes apart', () => {
  assert.equal(nameText(Buffer.from('ü.json')), 'ü.json')
  assert.equal(nameText(Buffer.of(0x61, 0xff, 0x0a)), 'a\\xff\\x0a')
})

const texts: readonly (readonly [string, Buffer, string])[] = [
  ['UTF-8', Buffer.from('Grüße'), 'Grüße'],
  ['UTF-8 with a byte order mark', Buffer.from('\ufeff{}'), '\ufeff{}'],
  ['UTF-16 LE', Buffer.from('\ufeffSourceIp', 'utf16le'), 'SourceIp'],
  ['UTF-16 BE', Buffer.from('\ufeffSourceIp', 'utf16le').swap16(), 'SourceIp'],
]
for (const [name, bytes, expected] of texts) {
  test(`${name} is read as text`, () => assert.equal(decodeText(bytes), expected))
}

test('a file is rewritten only where it holds the very bytes that were read', (t) => {
  const folder = temporaryFolder(t)
  const rewrite = (bytes: Buffer, after = 'new') => {
    const location = join(folder, 'p.json')
    writeFileSync(location, bytes)
    const written = rewriteFile(Buffer.from(location), decodeText(bytes), after)
    assert.deepEqual(readFileSync(location), written ? Buffer.from(after) : bytes)
    return written
  }
  assert.equal(rewrite(Buffer.from('\ufeffold\r\n')), true)
  assert.equal(rewrite(Buffer.of(0x6f, 0xff, 0x6c)), false, 'not UTF-8')
  assert.equal(rewrite(Buffer.from('\ufeffold', 'utf16le')), false, 'UTF-16')
  writeFileSync(join(folder, 'q.json'), 'changed meanwhile')
  assert.equal(rewriteFile(Buffer.from(join(folder, 'q.json')), 'old', 'new'), false)
})

test('a file of Terraform comes with those beside it, whatever they hold; nothing is looked at for itself', (t) => {
  const root = temporaryFolder(t)
  writeFiles(root, {
    'infra/main.tf': 'SourceIp',
    'infra/names.tf': 'locals {}',
    'infra/notes.txt': 'x',
    'infra/sub/names.tf': 'x',
  })
  symlinkSync(join(root, 'infra/names.tf'), join(root, 'infra/link.tf'))
  const { files } = findFiles(['infra/main.tf'], { root, folder: root }, jsonFiles)
  const besides = files.map(({ file }) => [file.path, file.neighbours?.map(({ path }) => path)])
  assert.deepEqual(besides, [['infra/main.tf', ['infra/names.tf']]])
})

test('of a folder a Deny of Terraform is looked at that may take from a file beside it', (t) => {
  const root = temporaryFolder(t)
  writeFiles(root, {
    'm/locals.tf': 'SourceIp',
    'm/main.tf': 'Effect = "Deny"',
    'm/allow.tf': 'Effect = "Allow"',
    'm/sub/main.tf': 'Effect = "Deny"',
    'n/main.tf': 'Effect = "Deny"',
    'n/policy.json': 'SourceIp',
  })
  const selection: Selection = { ...jsonFiles, wants: () => true }
  const { files } = findFiles([root], { root, folder: root }, selection)
  assert.deepEqual(files.map(({ file }) => file.path).toSorted(), ['m/locals.tf', 'm/main.tf', 'n/policy.json'])
})
