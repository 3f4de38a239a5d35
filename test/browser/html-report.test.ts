import assert from 'node:assert/strict'
import { inspect } from '../../src/inspect.ts'
import { registry } from '../../src/registry.ts'
import { htmlReport } from '../../src/report/html-report.ts'
import { denyOutside, office, policyOf, settings } from '../unit/inspecting.ts'
import { addressOf, barriers, browserTest, overhang } from './browser.ts'

const evil = '</style></pre><script>document.title = "taken"</script><img src=x onerror="document.title=1">'
const rightToLeft = 'שלום "עולם" \u202e'
const manyStatements = [
  denyOutside({ Sid: 'A' }),
  denyOutside({ Sid: 'C', Condition: { NotIpAddress: { 'aws:SourceIp': [...office, '10.0.0.0/8', '1.2.3'] } } }),
  denyOutside({ Sid: 'D', Action: 'kms:*', Condition: { NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } }),
]
const hostile = denyOutside({
  Sid: evil,
  Action: ['kms:Decrypt', `s3:${evil}`],
  Resource: [`arn:aws:s3:::${rightToLeft}`, `arn:aws:kms:::${'x'.repeat(400)}`],
  Condition: {
    NotIpAddress: { 'aws:SourceIp': [...office, evil] },
    StringNotEquals: { [`aws:PrincipalTag/${rightToLeft}`]: [evil, rightToLeft] },
  },
})

const { tables: _, catalogue, ...withoutTables } = registry
/** Reports as pages, by what is in them. */
const pages: readonly (readonly [name: string, html: string])[] = [
  ['many findings', page({ head: policyOf(...manyStatements) })],
  ['nothing', page({ head: policyOf({ Effect: 'Allow', Action: 's3:*', Resource: '*' }) })],
  ['hostile text', page({ head: policyOf(hostile), path: `policies/${rightToLeft}/${evil}.json` })],
  ['a file that cannot be read', page({ head: policyOf(...manyStatements).slice(0, -30) })],
]

/** With a part of the catalogue: each path looks alike, and axe looks at all of them. */
function page({ head, path = 'policy.json' }: { readonly head: string; readonly path?: string }): string {
  const few = catalogue.filter(({ id }, index) => index % 40 === 0 || id === 'cfn-ec2-run')
  const files = [{ base: undefined, head: { path, text: head } }]
  return htmlReport(inspect(files, { ...withoutTables, catalogue: few }, settings), 'test')
}

const looks = [
  { name: 'a wide window', viewport: { width: 1200, height: 800 } },
  { name: 'a phone in the dark', viewport: { width: 360, height: 740 }, colorScheme: 'dark' },
] as const

for (const [index, [name, html]] of pages.entries()) {
  // Every page in one look and the hostile one in both: axe takes its time.
  for (const look of looks.filter((_, at) => at === index % 2 || name === 'hostile text')) {
    browserTest(
      `a report of ${name} has no barriers, fits and asks for nothing, in ${look.name}`,
      async (page, asked) => {
        const address = addressOf(`report-${index}.html`, html)
        await page.goto(address)
        assert.match(await page.title(), /^SourceIp Guard: (passed|failed)$/)
        await page.evaluate(
          'for (const each of document.querySelectorAll("article:first-of-type details")) each.open = true',
        )
        assert.ok((await overhang(page)) <= 0)
        assert.deepEqual(await barriers(page), [])
        assert.deepEqual(asked, [address])
        assert.equal(await page.locator('script, img').count(), 0)
      },
      look,
    )
  }
}

const mission = page({ head: policyOf(denyOutside()) })

browserTest('the steps of a call are clicked through, and keys step too', async (page) => {
  await page.goto(addressOf('steps.html', mission))
  const way = page.locator('.way').first()
  const shown = async () => (await way.locator('.panel:visible').allInnerTexts()).map((text) => text.slice(0, 7))
  assert.deepEqual(await shown(), ['Step 4.'])
  await way.locator('.step').nth(1).click()
  assert.deepEqual(await shown(), ['Step 2.'])
  assert.match(await way.locator('.panel:visible').innerText(), /What becomes of the address/)
  await page.keyboard.press('ArrowRight')
  assert.deepEqual(await shown(), ['Step 3.'])
  assert.match(await way.locator('.panel:visible').innerText(), /AWS sees ec2:RunInstances/)
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  assert.deepEqual(await shown(), ['Step 1.'])
})

browserTest(
  'without scripts everything is there to read',
  async (page) => {
    await page.goto(addressOf('no-script.html', mission))
    await page.locator('.step').nth(0).click()
    assert.match(
      await page.locator('.panel:visible').first().innerText(),
      /^Step 1\. It begins with cloudformation:CreateStack/,
    )
    await page.getByText('Sources', { exact: true }).click()
    assert.ok(
      await page
        .getByRole('link', { name: /Forward access sessions/ })
        .last()
        .isVisible(),
    )
  },
  { javaScriptEnabled: false },
)

browserTest('on paper every step is there', async (page) => {
  await page.goto(addressOf('print.html', mission))
  await page.emulateMedia({ media: 'print' })
  assert.equal(await page.locator('.way').first().locator('.panel:visible').count(), 4)
})
