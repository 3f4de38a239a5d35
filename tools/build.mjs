// Bundles the action and the command line into dist/ and collects the licences of what is in them. Same input, same bytes.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { build } from 'esbuild'
import { noticesOf } from './notices.mjs'

const root = new URL('..', import.meta.url).pathname.replace(/\/$/, '')
await rm(`${root}/dist`, { recursive: true, force: true })
await mkdir(`${root}/dist`, { recursive: true })
const { version } = JSON.parse(await readFile(`${root}/package.json`, 'utf8'))

const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  format: 'esm',
  mainFields: ['module', 'main'], // jsonc-parser's "main" is UMD: its inner requires do not survive bundling
  legalComments: 'none',
  charset: 'utf8',
  metafile: true,
  logLevel: 'warning',
  define: { __TOOL_VERSION__: JSON.stringify(version) },
}
const requireBanner =
  "import { createRequire as __createRequire } from 'node:module';\nconst require = __createRequire(import.meta.url);"
const results = await Promise.all([
  build({
    ...common,
    target: 'node24',
    entryPoints: ['src/action.ts'],
    outfile: 'dist/index.js',
    banner: { js: requireBanner },
  }),
  build({
    ...common,
    target: 'node20',
    entryPoints: ['src/cli.ts'],
    outfile: 'dist/cli.js',
    banner: { js: requireBanner },
  }),
])

const tables = await readFile(`${root}/src/catalogue/generated/NOTICE.md`, 'utf8')
const notices = await noticesOf(results, root)
const rule = `\n${'-'.repeat(80)}\n\n`
const head = 'Third-party notices: what dist/index.js and dist/cli.js contain besides SourceIp Guard itself.\n'
await writeFile(`${root}/dist/THIRD-PARTY-NOTICES.txt`, head + rule + notices.join(rule) + rule + tables)
await writeFile(`${root}/dist/package.json`, '{ "type": "module" }\n')
for (const { metafile } of results) {
  for (const [file, { bytes }] of Object.entries(metafile.outputs))
    console.log(`${file} ${(bytes / 1024).toFixed(0)} kB`)
}
