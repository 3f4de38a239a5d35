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
  /** What is to be told of a change of a file of which not everything is read. */
  news?(base: SourceFile | undefined, head: SourceFile): readonly Problem[]
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
  /** Those of the values that are to be written as expressions. */
  readonly references?: readonly Reference[]
}

/** A value that stands in the policy already as an expression (`!Ref Endpoint`) and is to be written as that. */
export interface Reference {
  /** What stands for it among the values of the change: an id that nobody has. */
  readonly standIn: string
  readonly expression: string
  /** Its text. */
  readonly written: string
  /** Whether it is part of a string (`"${…}"`), so that the quotes stay. */
  readonly isInString: boolean
  /** Whether it may stand for several values: then it has to be all that its key has. */
  readonly mayBeList: boolean
}

/**
 * Other actions for a statement. Lists of actions are written alike in every format, so this needs none: see
 * `remedies/action-edits.ts`.
 */
export interface ActionChange {
  /** `add-actions`: it is about these too. `leave-out-actions`: it is about these no longer. */
  readonly kind: 'add-actions' | 'leave-out-actions'
  readonly actions: readonly string[]
}

/** What a rule may look at besides its statement. */
export interface RuleContext {
  readonly catalogue: readonly ServiceCallPath[]
  /** Service prefixes that RCPs govern. */
  readonly rcpServices: ReadonlySet<string>
  /** The generated part of the catalogue, where there is one. */
  readonly tables: CatalogueTables | undefined
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

/** Keys that are as they are at a moment, `aws:currenttime`. */
export interface Moments {
  readonly cleared: Readonly<Record<string, KeyState>>
  readonly inForce: Readonly<Record<string, KeyState>>
}

/** What a reader should know of a remedy before taking it; `docs/remedies.md` is made of these. A sentence each, with its full stop. */
export interface RemedyDocs {
  readonly when: string
  readonly clears: string
  readonly leaves: string
  readonly opens: string
  readonly cost: string
  readonly source: { readonly title: string; readonly url: string }
}

/** Policies to be put elsewhere than in the file, in the place of the statement: no edit of the text makes them. */
export interface Advice {
  /** Who is restricted by the policies: the caller that the proof takes. */
  readonly principal: RequestContext['principal']
  /** The trust policy that checks the address. */
  readonly trust: PolicyText
  /** What is left to the caller's own policy. */
  readonly caller: PolicyText
  /** Sentences with their full stops. */
  readonly costs: readonly string[]
}

/** A whole policy as JSON. */
export interface PolicyText {
  readonly title: string
  readonly text: string
}

export interface RemedyStrategy {
  readonly id: string
  readonly title: string
  readonly docs: RemedyDocs
  propose(finding: Finding, context: RuleContext): readonly (StatementChange | ActionChange)[]
  /** Where there is nothing to change in the statement but another place for it. */
  advise?(finding: Finding): Advice | undefined
  /** What it lets through besides what is found by trying, a clause each; then it is not offered for committing. */
  opens?(finding: Finding, context: RuleContext): readonly string[]
  /** Whether it stands behind every other remedy. */
  readonly isLastResort?: boolean
  /** Where it works for a while: what holds then (paths are cleared), and what holds when it is over (controls are denied). */
  moments?(settings: EngineSettings): Moments
}

/** A request that must stay denied: the keys that AWS's documents allow for it, without the address. */
export interface Control {
  readonly id: string
  readonly title: string
  readonly principal: RequestContext['principal']
  readonly keys: Readonly<Record<string, KeyState>>
}

/** The generated part of the catalogue: too much for a list that every statement is held against, and made when first asked for. */
export interface CatalogueTables {
  /** The CloudFormation resource types whose handlers call an action that `matches`, with these actions, by name. */
  typesCalling(
    matches: (action: string) => boolean,
  ): readonly { readonly type: string; readonly actions: readonly string[] }[]
  /** Any calls of CloudFormation's for whoever works on a stack, in one path that stands for those of all such types. */
  cloudFormationCalls(actions: readonly string[]): ServiceCallPath
  /** What AWS's managed policies show: one path for every two services. */
  servicePaths(): readonly ServiceCallPath[]
  /** These and one path for every resource type, sorted by id. */
  allPaths(): readonly ServiceCallPath[]
}

/** A service-call path as users write their own. */
export interface OwnPathSketch extends Pick<ServiceCallPath, 'id' | 'title' | 'via' | 'entryActions'> {
  readonly mechanism: (typeof ownMechanisms)[number]
  /** The calls that the service makes. */
  readonly actions: readonly string[]
  /** ARN pattern of what is called. */
  readonly resource: string | undefined
  /** ARN pattern of the role that the service assumes. */
  readonly principalArn: string | undefined
  /** Address of a document of their own. */
  readonly source: string | undefined
}

/** How the calls of an own path may come about; CloudShell and consoles are the same for everybody. */
export const ownMechanisms = [
  'forward-access-session',
  'service-role',
  'service-principal',
  'service-linked-role',
] as const

/** The names of AWS's actions, as far as they are known here: enough to tell a slip of the pen. */
export interface ActionNames {
  /** The prefixes of all services, `s3`. */
  readonly services: readonly string[]
  /** Names of the service's actions without the prefix: not all of them, but every one that resembles another. */
  namesOf(service: string): readonly string[]
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
  readonly tables?: CatalogueTables
  readonly actionNames?: ActionNames
  /** The path that a sketch of the user's stands for, with the readings of its mechanism. */
  readonly ownPath?: (sketch: OwnPathSketch) => ServiceCallPath
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
  /** Keys that have one value at the moment that is judged; absent: any moment. */
  readonly moment?: Readonly<Record<string, KeyState>>
  /** When a lift of the Deny ends, where somebody said so: `2026-12-01T00:00:00Z`. */
  readonly liftUntil?: string
  /** When the base commit, or that of a whole tree, was made, where it is known: a lift that nobody gave a date lasts a day from then. */
  readonly baseDate?: string
  /** The day on which suppressions are judged, `YYYY-MM-DD`. */
  readonly today: string
  /** `change`: what was so before is a notice; `tree`: no before is known, each statement has its own level. */
  readonly scope: 'change' | 'tree'
  /** Told, often, what is looked at: for those who wait. It has no say in the report. */
  readonly onStep?: (step: InspectionStep) => void
}

/** One of `count` files that are read, or of statements that are judged. */
export interface InspectionStep {
  readonly kind: 'file' | 'statement'
  /** From 0. */
  readonly index: number
  readonly count: number
  readonly path: string
}

/** What the configuration says of the policies in the files that `file` (a glob) names. */
export interface PolicyHint {
  readonly matches: (path: string) => boolean
  readonly type: PolicyType | undefined
  readonly assumedBy: readonly string[]
}
