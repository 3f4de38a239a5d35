import type { ChangedStatement } from './change.ts'
import type { Finding, Level, Problem } from './finding.ts'
import type { PolicyDocument, PolicyType, Statement } from './policy.ts'
import type { KeyState, RequestContext, ServiceCallPath } from './request.ts'
import type { Range, SourceFile, TextEdit } from './source.ts'

/** Where policies live in one kind of file, and how such a file is edited. */
export interface PolicyFormat {
  readonly id: string
  /** Cheap: looks at the name and the first characters. */
  recognises(file: SourceFile): boolean
  read(file: SourceFile): ReadResult
  /** The smallest edits of the text that make `changes` of `statement`; none where the place cannot take them. */
  edit(policy: PolicyDocument, statement: Statement, changes: readonly StatementChange[]): readonly TextEdit[]
}

export interface ReadResult {
  readonly policies: readonly PolicyDocument[]
  readonly problems: readonly Problem[]
}

/** A change in the language of policies, not of text: the format turns it into edits. */
export interface StatementChange {
  readonly kind: 'add-condition'
  readonly operator: string
  readonly key: string
  readonly values: readonly string[]
}

/** What a rule may look at besides its statement. */
export interface RuleContext {
  readonly catalogue: readonly ServiceCallPath[]
  /** Service prefixes that RCPs govern. */
  readonly rcpServices: ReadonlySet<string>
  readonly settings: EngineSettings
}

export interface Rule {
  readonly id: string
  readonly title: string
  check(subject: ChangedStatement, context: RuleContext): readonly Finding[]
}

/** What AWS's documents leave open in a statement: told as a problem, and evaluated as unknown. */
export interface Question {
  readonly id: string
  ask(statement: Statement): readonly { readonly range: Range; readonly message: string; readonly help: string }[]
}

export interface RemedyStrategy {
  readonly id: string
  readonly title: string
  propose(finding: Finding): readonly StatementChange[]
}

/** A request that must stay denied: the keys that AWS's documents allow for it, without the address. */
export interface Control {
  readonly id: string
  readonly title: string
  readonly principal: RequestContext['principal']
  readonly keys: Readonly<Record<string, KeyState>>
}

/** Everything the engine can be extended with, as plain lists. */
export interface Registry {
  readonly formats: readonly PolicyFormat[]
  readonly rules: readonly Rule[]
  readonly questions: readonly Question[]
  readonly strategies: readonly RemedyStrategy[]
  readonly catalogue: readonly ServiceCallPath[]
  readonly catalogueDate: string
  readonly rcpServices: ReadonlySet<string>
  readonly controls: readonly Control[]
}

export interface Suppression {
  readonly rule: string
  /** Whether the suppression's `file` glob names this path. */
  readonly matches: (path: string) => boolean
  readonly sid: string | undefined
  readonly reason: string
  /** `YYYY-MM-DD`: from that day on the suppression is no longer in force. */
  readonly expires: string
}

/** What the engine is told besides the files. */
export interface EngineSettings {
  readonly failOn: Level | 'never'
  /** Level of findings on which AWS's documents disagree; absent: as the table of levels says. */
  readonly contestedLevel: Level | undefined
  readonly forwardAccessSessions: 'unknown' | 'address-kept' | 'address-lost'
  readonly suppressions: readonly Suppression[]
  /** Types of policies by file, from the configuration. */
  readonly policyHints: readonly PolicyHint[]
  /** The day on which suppressions are judged, `YYYY-MM-DD`. */
  readonly today: string
  /** `change`: what was so before is a notice; `tree`: no before is known, each statement has its own level. */
  readonly scope: 'change' | 'tree'
}

/** What the configuration says of the policies in the files that `file` (a glob) names. */
export interface PolicyHint {
  readonly matches: (path: string) => boolean
  readonly type: PolicyType | undefined
  readonly assumedBy: readonly string[]
}
