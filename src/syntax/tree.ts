import type { Located, Range } from '../model/source.ts'

/** A parsed file in the one shape that all formats read: mappings, sequences, scalars, each with its exact range. */
export type TreeNode = Mapping | Sequence | Scalar

export interface Mapping {
  readonly kind: 'mapping'
  readonly range: Range
  readonly members: readonly Member[]
}

export interface Member {
  /** The key as read; its range takes in the quotes. */
  readonly key: Located<string>
  readonly value: TreeNode
}

export interface Sequence {
  readonly kind: 'sequence'
  readonly range: Range
  readonly items: readonly TreeNode[]
}

export interface Scalar {
  readonly kind: 'scalar'
  readonly range: Range
  /** `expression`: the file holds an expression (`var.cidrs`) that comes to a value, or to several, which are not in the file. */
  readonly type: 'string' | 'number' | 'boolean' | 'null' | 'expression'
  /** The value's text: a string without quotes and escapes, `true`, `8080`; of an expression the expression itself. */
  readonly text: string
  /** Of a string that is an example of what an expression comes to (a bucket's name in an ARN): that expression. */
  readonly expression?: string
}

/** Why a text is not what its kind of file must be. */
export interface SyntaxProblem {
  readonly range: Range
  readonly message: string
}

export interface ParsedTree {
  /** Absent where nothing could be read. */
  readonly root: TreeNode | undefined
  readonly problems: readonly SyntaxProblem[]
}

/** The members of a mapping with this exact key, in the order of the text: more than one is the file's mistake. */
export function membersNamed(mapping: Mapping, key: string): Member[] {
  return mapping.members.filter((member) => member.key.value === key)
}
