// Renders what the README shows, from what the project says of its example: the review comment, the HTML report, the playground. Needs a
// Chromium (see test/browser/browser.ts for where it is looked for).
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { createTwoFilesPatch } from 'diff'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { chromium } from 'playwright-core'
import { htmlReport } from '../src/report/html-report.ts'
import { escapedHtml } from '../src/report/html-text.ts'
import { executablePath } from '../test/browser/executable.ts'
import { exampleBase, exampleComment, exampleHead, examplePath, exampleReport } from '../test/unit/example-comment.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const pictures = join(root, 'docs/pictures')

/** The look of a review comment, with our own few rules. */
const style = `
:root { --ground: #fff; --text: #1f2328; --soft: #59636e; --line: #d1d9e0; --sheet: #f6f8fa; --link: #0969da; --new: #dafbe1; --gone: #ffebe9; --code: #eff1f3; }
@media (prefers-color-scheme: dark) { :root { --ground: #0d1117; --text: #f0f6fc; --soft: #9198a1; --line: #3d444d; --sheet: #151b23; --link: #4493f8; --new: #12261e; --gone: #25171c; --code: #262c36; } }
body { margin: 0; padding: 12px; background: var(--ground); color: var(--text); font: 14px/1.5 system-ui, sans-serif; }
.file { border: 1px solid var(--line); border-radius: 6px; overflow: hidden; }
.name { padding: 8px 12px; background: var(--sheet); border-bottom: 1px solid var(--line); font: 12px ui-monospace, monospace; }
.lines { font: 12px/20px ui-monospace, monospace; white-space: pre; } .lines div { padding: 0 10px; } .new { background: var(--new); } .gone { background: var(--gone); }
.n { display: inline-block; width: 3em; color: var(--soft); text-align: right; margin-right: 12px; }
.comment { margin: 12px; border: 1px solid var(--line); border-radius: 6px; }
.who { display: flex; gap: 8px; align-items: center; padding: 8px 12px; color: var(--soft); } .who b { color: var(--text); } .tag { border: 1px solid var(--line); border-radius: 2em; padding: 0 7px; font-size: 12px; }
.face { width: 24px; height: 24px; border-radius: 50%; background: #8250df; color: #fff; font: 700 13px/24px system-ui; text-align: center; }
.body { padding: 0 12px 8px; } .body p { margin: 0 0 12px; } a { color: var(--link); }
code { background: var(--code); border-radius: 6px; padding: .2em .4em; font: 85% ui-monospace, monospace; }
.suggestion { border: 1px solid var(--line); border-radius: 6px; margin-bottom: 12px; overflow: hidden; } .suggestion > b { display: block; padding: 6px 10px; border-bottom: 1px solid var(--line); font-weight: 600; font-size: 12px; }
.commit { padding: 8px 10px; border-top: 1px solid var(--line); text-align: right; } .commit span { border: 1px solid var(--line); background: var(--sheet); border-radius: 6px; padding: 3px 10px; font-size: 12px; }
`

function lineHtml(kind, number, text) {
  const sign = { new: '+', gone: '-', same: ' ' }[kind]
  return `<div class="${kind}"><span class="n">${number}</span>${sign} ${escapedHtml(text)}</div>`
}

/** The last lines of the change above the comment, as the page of the pull request shows them. */
function hunkHtml(endLine) {
  const patch = createTwoFilesPatch('a', 'b', exampleBase, exampleHead)
  const lines = []
  let [number, isIn] = [0, false]
  for (const line of patch.split('\n')) {
    const start = /^@@ -\d+(?:,\d+)? \+(\d+)/.exec(line)
    if (start) [number, isIn] = [Number(start[1]), true]
    else if (isIn && /^[+ ]/.test(line)) {
      lines.push({ number, html: lineHtml(line[0] === '+' ? 'new' : 'same', number, line.slice(1)) })
      number += 1
    }
  }
  const shown = lines.filter((line) => line.number <= endLine).slice(-9)
  return `<div class="lines">${shown.map(({ html }) => html).join('')}</div>`
}

/** The block of a suggestion as a change of the lines that the comment stands on. */
function suggestionHtml(code, { startLine, endLine }) {
  const gone = exampleHead.split('\n').slice(startLine - 1, endLine)
  const lines = [
    ...gone.map((text, index) => lineHtml('gone', startLine + index, text)),
    ...code.map((text, index) => lineHtml('new', startLine + index, text)),
  ]
  return `<div class="suggestion"><b>Suggested change</b><div class="lines">${lines.join('')}</div><div class="commit"><span>Commit suggestion</span></div></div>`
}

function commentPage(comment) {
  const blocks = []
  const markdown = comment.body.replace(/^```suggestion\n([\s\S]*?)\n```$/m, (_, code) => {
    blocks.push(suggestionHtml(code.split('\n'), comment))
    return '\n@@suggestion@@\n'
  })
  const options = { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] }
  const body = micromark(markdown, options).replace('<p>@@suggestion@@</p>', () => blocks.join(''))
  return `<!doctype html><html lang="en"><meta charset="utf-8"><style>${style}</style><body><div class="file"><div class="name">${examplePath}</div>${hunkHtml(comment.endLine)}
<div class="comment"><div class="who"><span class="face">S</span><b>github-actions</b> <span class="tag">bot</span> commented on ${comment.startLine === comment.endLine ? `line +${comment.endLine}` : `lines +${comment.startLine} to +${comment.endLine}`}</div>
<div class="body">${body}</div></div></div></body></html>`
}

const folder = mkdtempSync(join(tmpdir(), 'sourceip-guard-pictures-'))
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic'] })
try {
  mkdirSync(pictures, { recursive: true })
  const comment = exampleComment()
  // What was rendered stands beside the picture, so that a test can tell whether the picture is still true.
  writeFileSync(join(pictures, 'comment.md'), comment.body)
  const pages = [
    { name: 'comment', html: commentPage(comment), width: 860 },
    { name: 'report', html: htmlReport(exampleReport(), 'x'), width: 1000, height: 760 },
  ]
  for (const { name, html } of pages) writeFileSync(join(folder, `${name}.html`), html)
  execFileSync(process.execPath, ['tools/site.mjs', join(folder, 'playground.html')], { cwd: root })
  for (const { name, width, height } of [...pages, { name: 'playground', width: 1200, height: 760 }]) {
    for (const colorScheme of ['light', 'dark']) {
      const viewport = { width, height: height ?? 600 }
      const page = await browser.newPage({ viewport, colorScheme, deviceScaleFactor: name === 'comment' ? 1.5 : 1 })
      await page.goto(pathToFileURL(join(folder, `${name}.html`)).href)
      if (name === 'playground') await page.locator('.place').first().waitFor()
      const path = join(pictures, `${name}-${colorScheme}.png`)
      await page.screenshot({ path, fullPage: height === undefined })
      await page.close()
    }
  }
} finally {
  await browser.close()
  rmSync(folder, { recursive: true })
}
