// Bundles the action and the command line into dist/ and collects the licences of what is in them. Same input, same bytes, in
// whatever folder (`npm run reproduce`). `--metafile FILE` writes down what went into which file.
import { chmod, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
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

/** Parsers of what most runs do not meet: each is loaded when the first file asks for it. */
const rare = [
  'src/syntax/yaml.ts',
  'src/syntax/hcl.ts',
  'src/syntax/toml.ts',
  'src/config/config-schema.ts',
  'src/report/unified-diff.ts',
]
const lateName = (path) => `late-${basename(path, '.ts')}`
const rareParsers = {
  name: 'parsers of what is rare are loaded when they are needed',
  setup(builder) {
    builder.onResolve({ filter: /\.ts$/ }, ({ path, kind, resolveDir }) => {
      const file = relative(root, join(resolveDir, path))
      return kind === 'import-statement' && rare.includes(file) ? { path: file, namespace: 'rare' } : undefined
    })
    builder.onResolve({ filter: /^\.\/late-/ }, ({ path }) => ({ path, external: true }))
    builder.onLoad({ filter: /./, namespace: 'rare' }, async ({ path }) => {
      const exported = [...(await readFile(join(root, path), 'utf8')).matchAll(/^export (?!interface|type )(.*)$/gm)]
      const calls = exported.map(([line, rest]) => {
        const name = /^function (\w+)\(/.exec(rest)?.[1]
        if (name === undefined) throw new Error(`${path} exports what cannot be loaded late: ${line}`)
        return `export function ${name}(...given) { return require('./${lateName(path)}.js').${name}(...given) }`
      })
      return { contents: calls.join('\n') }
    })
  },
}

/** Names stay, so that the stack of a failure can be read; ASCII is read in half the time. */
const written = { charset: 'ascii', minifyWhitespace: true, minifySyntax: true, legalComments: 'none' }
const { metafile, outputFiles } = await build({
  ...written,
  absWorkingDir: root,
  entryPoints: {
    index: 'src/action.ts',
    cli: 'src/cli.ts',
    ...Object.fromEntries(rare.map((path) => [lateName(path), path])),
  },
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
  plugins: [toolkitIsPure, rareParsers],
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
