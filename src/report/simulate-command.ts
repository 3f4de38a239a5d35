import { keyAsWritten } from '../model/condition-keys.ts'
import type { Condition, PolicyVersion, Selector, Statement, Value } from '../model/policy.ts'
import type { RequestContext } from '../model/request.ts'

/**
 * The command that puts a witness before AWS itself: it evaluates the statement, beside an Allow of everything, and must answer
 * `explicitDeny`. The principal elements are left out, since the command takes none. Undefined where a value of the statement is
 * not in the file. Everything that stems from a file is inside single quotes of the shell.
 * Source: AWS CLI, `aws iam simulate-custom-policy`.
 */
export function simulateCommand(
  statement: Statement,
  version: PolicyVersion,
  request: RequestContext,
): string | undefined {
  const written = statementAsWritten(statement)
  if (written === undefined) return undefined
  const allow = { Effect: 'Allow', Action: '*', Resource: '*' }
  const policy = JSON.stringify({ Version: version, Statement: [allow, written] })
  const entries = [...request.keys]
    .flatMap(([key, state]) => (state.kind === 'present' ? [{ key, values: state.values }] : []))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ key, values }) => ({
      ContextKeyName: keyAsWritten(key),
      ContextKeyValues: values,
      ContextKeyType: typeOf(key, values),
    }))
  return [
    'aws iam simulate-custom-policy',
    `--action-names ${quoted(request.action)}`,
    `--resource-arns ${quoted(request.resource)}`,
    `--context-entries ${quoted(JSON.stringify(entries))}`,
    `--policy-input-list ${quoted(policy)}`,
    "--query 'EvaluationResults[].EvalDecision' --output text",
  ].join(' ')
}

function typeOf(key: string, values: readonly string[]): string {
  if (key === 'aws:sourceip' || key === 'aws:vpcsourceip') return 'ip'
  const boolean = values.every((value) => value === 'true' || value === 'false')
  if (boolean) return 'boolean'
  return values.length > 1 || key === 'aws:calledvia' ? 'stringList' : 'string'
}

/** For a POSIX shell: nothing is special between single quotes but the quote. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}

function statementAsWritten({ actions, resources, conditions }: Statement): object | undefined {
  const values = [
    ...actions.patterns,
    ...(resources?.patterns ?? []),
    ...conditions.flatMap((condition) => condition.values),
  ]
  if (values.some(({ kind }) => kind === 'unresolved')) return undefined
  return {
    Effect: 'Deny',
    ...element('Action', actions),
    ...(resources === undefined ? { Resource: '*' } : element('Resource', resources)),
    Condition: conditionBlock(conditions),
  }
}

function element(name: string, { patterns, negated }: Selector): object {
  return { [negated ? `Not${name}` : name]: patterns.map(textOf) }
}

function conditionBlock(conditions: readonly Condition[]): Record<string, Record<string, readonly string[]>> {
  const block: Record<string, Record<string, readonly string[]>> = {}
  for (const { operator, key, values } of conditions) {
    const { base, ifExists, quantifier } = operator.value
    const name = `${quantifier === undefined ? '' : `${quantifier}:`}${base}${ifExists ? 'IfExists' : ''}`
    block[name] = { ...block[name], [key.value]: values.map(textOf) }
  }
  return block
}

function textOf(value: Value): string {
  return value.kind === 'literal' ? value.text : ''
}
