import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import axe from 'axe-core'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { executablePath } from './executable.ts'

const flags = ['--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

let running: Promise<Browser> | undefined
after(async () => (await running)?.close())

/** A page of a fresh profile, closed afterwards. Every address that it asks for is in `asked`, and nothing is answered. */
async function onPage(options: BrowserContextOptions, use: (page: Page, asked: readonly string[]) => Promise<void>) {
  running ??= chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', ...flags],
  })
  const context = await (await running).newContext(options)
  try {
    const page = await context.newPage()
    page.setDefaultTimeout(30_000)
    const [asked, wrong]: [string[], string[]] = [[], []]
    page.on('request', (request) => asked.push(request.url()))
    page.on('pageerror', (error) => wrong.push(error.message))
    page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()))
    await use(page, asked)
    assert.deepEqual(wrong, [])
  } finally {
    await context.close()
  }
}

/** A test in a browser; skipped, with a word, where none is found. */
export function browserTest(
  name: string,
  use: (page: Page, asked: readonly string[]) => Promise<void>,
  options: BrowserContextOptions = {},
): void {
  const skip = executablePath === undefined && 'no Chromium was found: set CHROMIUM to one'
  test(name, { skip, timeout: 90_000 }, () => onPage(options, use))
}

const folder = mkdtempSync(join(tmpdir(), 'sourceip-guard-pages-'))
after(() => rmSync(folder, { recursive: true, force: true }))

/** Where a page of this run is put. */
export function fileFor(name: string): string {
  return join(folder, name)
}

/** The address of a page with this text. */
export function addressOf(name: string, html: string): string {
  const file = fileFor(name)
  writeFileSync(file, html)
  return pathToFileURL(file).href
}

/** What keeps people from using the page: the rules that axe finds broken, with the first place. */
export async function barriers(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source)
  const result = await page.evaluate<axe.AxeResults>('axe.run()')
  assert.ok(result.passes.length > 5)
  return result.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`)
}

/** How many pixels of the page stand out to the side of the window. */
export function overhang(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')
}
