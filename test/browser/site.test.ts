import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { before, test } from 'node:test'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { examples } from '../../src/site/examples.ts'
import { denyOutside, policyOf } from '../unit/inspecting.ts'
import { barriers, browserTest, fileFor, overhang } from './browser.ts'
import { executablePath } from './executable.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const file = fileFor('site.html')
const address = pathToFileURL(file).href
before(() => {
  if (executablePath !== undefined) execFileSync(process.execPath, ['tools/site.mjs', file], { cwd: root })
})

const seed = policyOf(denyOutside())

/** Waits until the sheet of the page is judged. */
async function judged(page: Page): Promise<string> {
  await page.locator('#verdict:not([data-state=working])[data-state]').waitFor()
  return page.locator('#verdict').innerText()
}

/** Types a text and waits for what is said of it. */
async function type(page: Page, text: string, verdict: RegExp): Promise<void> {
  await page.locator('#text').fill(text)
  await page.locator('#verdict').filter({ hasText: verdict }).waitFor()
}

browserTest(
  'the seed policy is typed, its finding is seen, the patch is taken, and it is clean',
  async (page, asked) => {
    await page.goto(address)
    assert.match(await judged(page), /^Failed\. .*1 error/)
    await type(page, '{}', /^Passed\. 0 files/)
    await type(page, seed, /^Failed\. .*1 error/)
    assert.match(await page.locator('h2').first().innerText(), /^CloudFormation cannot create EC2 instances/)
    await page.getByRole('button', { name: 'Take this patch (via-aws-service)' }).click()
    await page.locator('#verdict[data-state=success]').waitFor()
    assert.match(await page.locator('#text').inputValue(), /"BoolIfExists": \{\s*"aws:ViaAWSService": "false"/)
    assert.match(await page.locator('#verdict').innerText(), /^Passed\. .*0 errors/)
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.locator('#verdict[data-state=failure]').waitFor()
    assert.equal(await page.locator('#text').inputValue(), seed)
    assert.deepEqual(
      asked.filter((each) => !each.startsWith('blob:')),
      [address],
    )
  },
)

browserTest('the address of the page opens the same again', async (page) => {
  await page.goto(address)
  await judged(page)
  const text = seed.replace('"*"', '"ec2:*"').replace('"Deny"', '"Deny", "Sid": "Büro 東京 <b>"')
  await page.locator('#type').selectOption('scp')
  await page.locator('#path').fill('policies/office.json')
  await type(page, text, /^Failed\. .*1 error/)
  await page.getByText('policies/office.json').first().waitFor()
  await page.getByText('Read as a policy of type scp').first().waitFor()
  await page.getByText('Take this patch').first().waitFor({ state: 'detached' })
  const link = page.url()
  assert.match(link, /#1\.[\w-]+$/)
  const verdict = await page.locator('#findings').innerText()
  await page.goto('about:blank')
  await page.goto(link)
  await judged(page)
  assert.equal(await page.locator('#text').inputValue(), text)
  assert.equal(await page.locator('#path').inputValue(), 'policies/office.json')
  assert.equal(await page.locator('#type').inputValue(), 'scp')
  assert.equal(await page.locator('#findings').innerText(), verdict)
  assert.match(verdict, /Read as a policy of type scp/)
})

browserTest('a link that is none opens the page as it is', async (page) => {
  await page.goto(`${address}#1.not-ours`)
  assert.match(await judged(page), /^Failed\. .*1 error/)
})

browserTest('every example has a finding and a patch to take', async (page) => {
  await page.goto(address)
  await judged(page)
  // The first is there already.
  for (const { name, path } of [...examples.slice(1), ...examples.slice(0, 1)]) {
    await page.getByLabel('Example').selectOption(name)
    await page.locator('.place').filter({ hasText: path }).first().waitFor()
    assert.ok((await page.locator('button[data-patch]').count()) > 0, name)
  }
})

browserTest('hostile text is shown and does nothing', async (page) => {
  await page.goto(address)
  await judged(page)
  const evil = '</textarea><img src=x onerror="document.title=1"><script>document.title=1</script>'
  await type(page, policyOf(denyOutside({ Sid: evil, Action: ['kms:*', evil] })), /^Failed\. /)
  await page.locator('#path').fill(`${evil}.json`)
  await page.getByText('.json, lines').first().waitFor()
  assert.equal(await page.locator('#findings img, #findings script').count(), 0)
  assert.equal(await page.title(), 'SourceIp Guard: try a policy')
})

browserTest('typing stays smooth while the engine works', async (page) => {
  await page.goto(address)
  await judged(page)
  await page.evaluate(`(() => {
    window.longest = 0
    window.started = performance.now()
    let last = window.started
    const look = () => {
      window.longest = Math.max(window.longest, performance.now() - last)
      last = performance.now()
      setTimeout(look, 0)
    }
    look()
  })()`)
  const statements = Array.from({ length: 8 }, (_, index) =>
    denyOutside({ Sid: `S${index}`, Action: [`s3:Get${index}*`, 'kms:*'] }),
  )
  await page.locator('#text').fill(policyOf(...statements))
  await page.locator('.place').nth(7).waitFor()
  // Were the engine to run in the page, it would stand still for nearly all of the time.
  const share = await page.evaluate<number>('window.longest / (performance.now() - window.started)')
  assert.ok(share < 0.5, String(share))
})

for (const look of [
  { name: 'a wide window', viewport: { width: 1400, height: 900 } },
  { name: 'a phone in the dark', viewport: { width: 360, height: 740 }, colorScheme: 'dark' },
] as const) {
  browserTest(
    `the page has no barriers and fits, in ${look.name}`,
    async (page) => {
      await page.goto(address)
      await judged(page)
      assert.ok((await overhang(page)) <= 0)
      assert.deepEqual(await barriers(page), [])
    },
    look,
  )
}

test('what the page may do is to run its own script', { skip: executablePath === undefined }, () => {
  const html = readFileSync(file, 'utf8')
  const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html) ?? []
  assert.match(
    policy,
    /^default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+'; worker-src blob:; connect-src 'none'; base-uri 'none'; form-action 'none'$/,
  )
  assert.doesNotMatch(html, /<script[^>]+src=|<link|@import/)
})
