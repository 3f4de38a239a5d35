import type { Located, Range } from '../model/source.ts'
import type { SyntaxProblem } from './tree.ts'

/** A file of Terraform's language as parsed, every part with its range. What is broken is listed, the rest is there. */
export interface HclFile {
  readonly body: Body
  readonly problems: readonly SyntaxProblem[]
}

/** What stands between the braces of a block, or in a whole file. */
export interface Body {
  readonly range: Range
  readonly items: readonly (Attribute | Block)[]
}

/** `name = value`. */
export interface Attribute {
  readonly kind: 'attribute'
  readonly range: Range
  readonly name: Located<string>
  readonly value: Expression
}

/** `type "label" { … }`; its range runs from the type to the closing brace. */
export interface Block {
  readonly kind: 'block'
  readonly range: Range
  readonly type: Located<string>
  readonly labels: readonly string[]
  readonly body: Body
}

/** What an argument may be set to. */
export type Expression =
  | Constant
  | Template
  | { readonly kind: 'variable'; readonly range: Range; readonly name: string }
  | { readonly kind: 'attribute-of'; readonly range: Range; readonly target: Expression; readonly name: string }
  | { readonly kind: 'index'; readonly range: Range; readonly target: Expression; readonly key: Expression }
  | { readonly kind: 'splat'; readonly range: Range; readonly target: Expression }
  | Call
  | { readonly kind: 'tuple'; readonly range: Range; readonly items: readonly Expression[] }
  | ObjectExpression
  | ForExpression
  | { readonly kind: 'unary'; readonly range: Range; readonly operand: Expression }
  | { readonly kind: 'binary'; readonly range: Range; readonly left: Expression; readonly right: Expression }
  | Conditional
  | { readonly kind: 'parentheses'; readonly range: Range; readonly inner: Expression }

/** A number, `true`, `false` or `null`, as written. */
export interface Constant {
  readonly kind: 'constant'
  readonly range: Range
  readonly type: 'number' | 'boolean' | 'null'
  readonly text: string
}

/** A quoted string, or a heredoc. */
export interface Template {
  readonly kind: 'template'
  readonly range: Range
  readonly heredoc: boolean
  /** What stands between the quotes, or between the lines with the marker. */
  readonly body: Range
  readonly parts: readonly TemplatePart[]
}

/** What a template is made of. */
export type TemplatePart =
  /** Text with its escapes resolved. */
  | { readonly kind: 'text'; readonly range: Range; readonly text: string }
  /** `${…}` */
  | { readonly kind: 'interpolation'; readonly range: Range; readonly value: Expression }
  /** `%{ if … }` and its like. */
  | { readonly kind: 'directive'; readonly range: Range; readonly word: DirectiveWord; readonly value?: Expression }

/** The words that a directive begins with. */
export type DirectiveWord = 'if' | 'else' | 'endif' | 'for' | 'endfor'

/** `name(…)` */
export interface Call {
  readonly kind: 'call'
  readonly range: Range
  readonly name: string
  readonly args: readonly Expression[]
}

/** `{ key = value }` */
export interface ObjectExpression {
  readonly kind: 'object'
  readonly range: Range
  readonly items: readonly ObjectItem[]
}

/** A key of an object with its value. */
export interface ObjectItem {
  readonly range: Range
  readonly key: Expression
  readonly value: Expression
  readonly separator: '=' | ':'
}

/** `[for name, other in collection : value if condition]`, or with braces and a key. */
export interface ForExpression {
  readonly kind: 'for'
  readonly range: Range
  readonly names: readonly string[]
  readonly collection: Expression
  /** Only with braces. */
  readonly key: Expression | undefined
  readonly value: Expression
  readonly condition: Expression | undefined
}

/** `test ? yes : no` */
export interface Conditional {
  readonly kind: 'conditional'
  readonly range: Range
  readonly test: Expression
  readonly yes: Expression
  readonly no: Expression
}
