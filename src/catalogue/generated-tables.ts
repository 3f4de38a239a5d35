/** What the handlers of a CloudFormation resource type call. */
export interface TypeCalls {
  /** `AWS::S3::Bucket` */
  readonly type: string
  /** In AWS's spelling, sorted. */
  readonly actions: readonly string[]
}

/** What a service calls with the credentials of its caller. */
export interface ServiceCalls {
  /** `athena.amazonaws.com` */
  readonly via: string
  readonly actions: readonly string[]
}

/** A line of the table of managed policies: what one service calls of another, and the policies that show it. */
export interface PolicyCalls extends ServiceCalls {
  readonly policies: readonly string[]
}

/** The lines with an action that `matches`, and these alone of their actions; `matches` is asked once for every action. */
export function calling<T extends { readonly actions: readonly string[] }>(
  lines: readonly T[],
  matches: (action: string) => boolean,
): T[] {
  const asked = new Map<string, boolean>()
  const wanted = (action: string) => {
    const known = asked.get(action) ?? matches(action)
    asked.set(action, known)
    return known
  }
  return lines.flatMap((line) => {
    const actions = line.actions.filter(wanted)
    return actions.length === 0 ? [] : [{ ...line, actions }]
  })
}

/** The table of resource types; its module tells the form of a line. */
export function readTypes(table: string): TypeCalls[] {
  return linesOf(table).map((line) => {
    const [type = '', ...lists] = line.split(' ')
    return { type: `AWS::${type}`, actions: lists.flatMap(readActions) }
  })
}

/** The table of managed policies; its module tells the form of a line. */
export function readServices(table: string): PolicyCalls[] {
  return linesOf(table).map((line) => {
    const [via = '', actions = '', policies = ''] = line.split(' ')
    return { via: `${via}.amazonaws.com`, actions: readActions(actions), policies: policies.split(',') }
  })
}

export function linesOf(table: string): string[] {
  return table.trim().split('\n')
}

function readActions(list: string): string[] {
  const afterPrefix = list.indexOf(':') + 1
  const prefix = list.slice(0, afterPrefix)
  return list
    .slice(afterPrefix)
    .split(',')
    .map((name) => prefix + name)
}

/** What `make` gives, made when first asked for: most runs never need the tables. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
