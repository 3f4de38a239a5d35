import { isCode } from '../model/code-files.ts'
import type { PolicyFormat } from '../model/contracts.ts'
import type { Problem } from '../model/finding.ts'
import type { SourceFile } from '../model/source.ts'

/** Programs that make policies: AWS CDK, Pulumi, scripts. Nothing in them is evaluated; a change tells what to check instead. */
export const code: PolicyFormat = {
  id: 'code',
  recognises: ({ path, text }) => isCode(path) && /aws:sourceip/i.test(text) && /deny/i.test(text),
  read: () => ({ policies: [], problems: [] }),
  edit: () => [],
  news,
}

/** How a program is made to show its policies, by what it speaks of; the first that fits is told. */
const ways: readonly (readonly [pattern: RegExp, help: string])[] = [
  [/\bcdktf\b/i, 'run `cdktf synth`, then `sourceip-guard check cdktf.out`'],
  [/aws[-_]?cdk|amazon\.cdk/i, 'run `cdk synth`, then `sourceip-guard check cdk.out`'],
  [/pulumi/i, 'run `pulumi preview --json > preview.json`, then `sourceip-guard check preview.json`'],
  [/(?:)/, 'write the policy that it makes into a JSON file, and run `sourceip-guard check` on that'],
]

/** One notice where the change adds a line that names the key. */
function news(base: SourceFile | undefined, head: SourceFile): readonly Problem[] {
  const before = new Set(linesNaming(base?.text ?? '').map(({ line }) => line))
  const added = linesNaming(head.text).find(({ line }) => !before.has(line))
  if (added === undefined) return []
  const [, help = ''] = ways.find(([pattern]) => pattern.test(head.text)) ?? []
  const range = { start: added.at, end: added.at + 'aws:SourceIp'.length }
  return [
    { file: head, range, message: 'this is code, and the policies that it makes are not read', help, blocking: false },
  ]
}

/** Lines without the blanks around them, and where the key stands in the text. */
function linesNaming(text: string): { readonly line: string; readonly at: number }[] {
  return [...text.matchAll(/^.*?(aws:sourceip).*$/gim)].map(({ 0: line, index }) => {
    return { line: line.trim(), at: index + line.toLowerCase().indexOf('aws:sourceip') }
  })
}
