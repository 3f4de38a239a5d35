// Bundles the action and the command line into dist/ and collects the licences of what is in them. Same input, same bytes, in
// whatever folder (`npm run reproduce`). `--metafile FILE` writes down what went into which file.
import { chmod, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build, transform } from 'esbuild'
import { noticesOf } from './notices.mjs'

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')
await rm(`${root}/dist`, { recursive: true, force: true })
await mkdir(`${root}/dist`, { recursive: true })
const { version } = JSON.parse(await readFile(`${root}/package.json`, 'utf8'))

/** What of the toolkit nobody calls, above all its client for tokens with all that it pulls in, stays out. */
const toolkitIsPure = {
  name: 'the toolkit does nothing by being imported',
  setup(builder) {
    builder.onResolve({ filter: /./ }, async ({ path, kind, resolveDir, importer, pluginData }) => {
      const isToolkit = path.startsWith('@actions/') || importer.includes('/node_modules/@actions/')
      if (!isToolkit || pluginData === toolkitIsPure.name) return undefined
      const found = await builder.resolve(path, { kind, resolveDir, importer, pluginData: toolkitIsPure.name })
      return { ...found, sideEffects: false }
    })
  },
}

/** Names stay, so that the stack of a failure can be read; ASCII is read in half the time. */
const written = { charset: 'ascii', minifyWhitespace: true, minifySyntax: true, legalComments: 'none' }
const { metafile, outputFiles } = await build({
  ...written,
  absWorkingDir: root,
  entryPoints: { index: 'src/action.ts', cli: 'src/cli.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  preserveSymlinks: true, // names of modules in the bundle must not say where somebody keeps node_modules
  platform: 'node',
  target: 'node20',
  format: 'esm',
  mainFields: ['module', 'main'], // jsonc-parser's "main" is UMD: its inner requires do not survive bundling
  metafile: true,
  write: false,
  logLevel: 'warning',
  define: { __TOOL_VERSION__: JSON.stringify(version) },
  plugins: [toolkitIsPure],
})
// Only modules can be split, and only CommonJS starts quickly: loading Node's own modules from ES modules takes longer.
for (const { path, text } of outputFiles) {
  const supported = { 'dynamic-import': false }
  const { code } = await transform(text, { ...written, format: 'cjs', platform: 'node', target: 'node20', supported })
  await writeFile(path, code)
}

const tables = await readFile(`${root}/src/catalogue/generated/NOTICE.md`, 'utf8')
const notices = await noticesOf([{ metafile }], root)
const rule = `\n${'-'.repeat(80)}\n\n`
const head = 'Third-party licences: what dist/ contains besides SourceIp Guard itself.\n'
await writeFile(`${root}/dist/licenses.txt`, head + rule + notices.join(rule) + rule + tables)
await writeFile(`${root}/dist/package.json`, '{ "type": "commonjs" }\n')
await chmod(`${root}/dist/cli.js`, 0o755)
const listed = process.argv.indexOf('--metafile')
if (listed > 0) await writeFile(process.argv[listed + 1], JSON.stringify(metafile))
for (const { path } of outputFiles) {
  const { size } = await stat(path)
  console.log(`${path.slice(root.length + 1)} ${(size / 1000).toFixed(0)} kB`)
}
