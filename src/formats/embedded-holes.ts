import { exampleAccount, exampleRegion } from './cloudformation-arns.ts'

/**
 * A part of a text. `written`: as the file has it. `known`: the same in every deployment but for account and Region. `example`: a
 * default that a deployment may change, or a name that AWS makes up. `hole`: nothing in the file says.
 */
export type Piece =
  | { readonly kind: 'written'; readonly text: string }
  | { readonly kind: 'known' | 'example'; readonly text: string; readonly expression: string }
  | { readonly kind: 'hole'; readonly expression: string }

/** Variables of template engines by what they stand for, wherever they stand. */
const known: Readonly<Record<string, string>> = {
  'AWS::AccountId': exampleAccount,
  'AWS::Region': exampleRegion,
  'AWS::Partition': 'aws',
  'aws:accountId': exampleAccount,
  'aws:region': exampleRegion,
  'aws:partition': 'aws',
  account_id: exampleAccount,
  region: exampleRegion,
  partition: 'aws',
}

/**
 * `{{ x }}` (Jinja, Go, dynamic references), `${x}` (Serverless Framework and others), `#{x}`, `<% x %>`, and `{x}` of Cloud
 * Custodian. A `${…}` that holds a condition key is a variable of IAM and stays.
 */
const pattern = /\{\{[^{}]*\}\}|[$#]\{(?:[^{}]|\{[^{}]*\})*\}|<%[^%]*%>|\{[A-Za-z_]\w*\}/g
/** Sources of variables in the Serverless Framework; `s3:` is one of its own where a path follows. */
const sources =
  /^(self|opt|env|file|ssm|cf|param|sls|git|terraform|vault|doppler|output|strToBool|awsSecretsManager)\b|^s3:.*\//

/** A text as pieces, holes where a template engine will write something. */
export function holesIn(text: string): Piece[] {
  if (!/[{<]/.test(text)) return [{ kind: 'written', text }]
  const pieces: Piece[] = []
  let at = 0
  for (const match of text.matchAll(pattern)) {
    const [whole] = match
    const expression = inside(whole)
    if (whole.startsWith('$') && isPolicyVariable(expression)) continue
    if (match.index > at) pieces.push({ kind: 'written', text: text.slice(at, match.index) })
    const meaning = Object.hasOwn(known, expression) ? known[expression] : undefined
    pieces.push(meaning === undefined ? { kind: 'hole', expression } : { kind: 'known', text: meaning, expression })
    at = match.index + whole.length
  }
  if (at < text.length || pieces.length === 0) pieces.push({ kind: 'written', text: text.slice(at) })
  return pieces
}

/** What stands between the delimiters. */
function inside(whole: string): string {
  const width = /^(\{\{|<%)/.test(whole) ? 2 : 1
  const from = /^([$#]\{|<%=)/.test(whole) ? width + 1 : width
  return whole.slice(from, -width).trim()
}

/** `aws:username`, `s3:prefix`, `*`: IAM fills these in. Source: IAM User Guide, "IAM policy elements: Variables and tags". */
function isPolicyVariable(expression: string): boolean {
  if (Object.hasOwn(known, expression) || sources.test(expression)) return false
  return /^[*?$]$|^[\w.-]+:[\w./-]+/.test(expression) && !expression.includes('::')
}
