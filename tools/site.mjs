// Builds the playground: one page with the engine in it, which loads nothing. `node tools/site.mjs [FILE]`. Same input, same bytes.
import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { noticesOf } from './notices.mjs'

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')
const { version } = JSON.parse(await readFile(`${root}/package.json`, 'utf8'))

/** Minified, for the page is opened over a network. What is of Node is refused. */
async function bundled(entry, format) {
  const result = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    write: false,
    platform: 'browser',
    target: ['chrome110', 'firefox115', 'safari16.4'],
    format,
    minify: true,
    mainFields: ['module', 'main'],
    legalComments: 'none',
    charset: 'ascii',
    metafile: true,
    logLevel: 'warning',
    define: { __TOOL_VERSION__: JSON.stringify(version) },
  })
  return { ...result, text: result.outputFiles[0].text.trim() }
}

const script = await bundled('src/site/main.ts', 'iife')
const look = await bundled('src/report/html-style.ts', 'esm')
const { reportStyle } = await import(`data:text/javascript,${encodeURIComponent(look.text)}`)
const style = `${reportStyle}${await readFile(`${root}/src/site/site.css`, 'utf8')}`
const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
const policy = [
  "default-src 'none'",
  `script-src ${hash(script.text)}`,
  `style-src ${hash(style)}`,
  'worker-src blob:',
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')
const parts = { policy, style, script: script.text }
const page = await readFile(`${root}/src/site/page.html`, 'utf8')
const filled = page.replaceAll(
  /\{\{(policy)\}\}|\s*\/\* (style|script) \*\/\s*/g,
  (_, ...names) => parts[names[0] ?? names[1]],
)
const notices = (await noticesOf([script], root)).join('\n').replaceAll('--', '- -')
const file = resolve(process.argv[2] ?? `${root}/site/index.html`)
await mkdir(dirname(file), { recursive: true })
await writeFile(file, `${filled}<!--\nWhat this page contains besides SourceIp Guard itself:\n\n${notices}-->\n`)
console.log(`${file} ${((await readFile(file)).length / 1024).toFixed(0)} kB`)
