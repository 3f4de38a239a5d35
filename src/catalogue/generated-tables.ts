/** What the handlers of a CloudFormation resource type call. */
export interface TypeCalls {
  /** `AWS::S3::Bucket` */
  readonly type: string
  /** In AWS's spelling, sorted by service and name. */
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
    const known = asked.get(action)
    if (known !== undefined) return known
    const answer = matches(action)
    asked.set(action, answer)
    return answer
  }
  return lines.flatMap((line) => {
    const actions = line.actions.filter(wanted)
    return actions.length === 0 ? [] : [{ ...line, actions }]
  })
}

/**
 * Letters for the verbs that most actions begin with. In the tables a list of actions is a service prefix and a colon, then
 * for each thing that actions are about the thing, `=` and the verbs, those with a letter first:
 * `s3:Bucket=cd,Object=gRestore` is CreateBucket, DeleteBucket, GetObject and RestoreObject. This is two thirds of the plain
 * names, gzipped too, and less than a dictionary with differences of numbers; and a change of AWS's can be read.
 */
export const verbLetters: ReadonlyMap<string, string> = new Map([
  ['a', 'Add'],
  ['c', 'Create'],
  ['d', 'Delete'],
  ['e', 'Describe'],
  ['g', 'Get'],
  ['i', 'Disassociate'],
  ['l', 'List'],
  ['m', 'Modify'],
  ['n', 'Untag'],
  ['p', 'Put'],
  ['r', 'Remove'],
  ['s', 'Associate'],
  ['t', 'Tag'],
  ['u', 'Update'],
])

/** The table of resource types: a line is a type without `AWS::`, then for each service a list of actions. */
export function readTypes(table: readonly string[]): TypeCalls[] {
  return table.map((line) => {
    const [type = '', ...lists] = line.split(' ')
    return { type: `AWS::${type}`, actions: lists.flatMap(readActions) }
  })
}

/**
 * The table of managed policies: a line is the principal of the service that calls without `.amazonaws.com`, a list of
 * actions, and the policies that show it, each with version and date.
 */
export function readServices(table: readonly string[]): PolicyCalls[] {
  return table.map((line) => {
    const [via = '', actions = '', policies = ''] = line.split(' ')
    return { via: `${via}.amazonaws.com`, actions: readActions(actions), policies: policies.split(',') }
  })
}

function readActions(list: string): string[] {
  const afterPrefix = list.indexOf(':') + 1
  const prefix = list.slice(0, afterPrefix)
  const actions = list
    .slice(afterPrefix)
    .split(',')
    .flatMap((item) => {
      const [thing = '', verbs = ''] = item.split('=')
      return readVerbs(verbs).map((verb) => prefix + verb + thing)
    })
  return actions.toSorted()
}

const verbsRead = new Map<string, readonly string[]>()

/** Remembered: most things have one of a few sets of verbs. */
function readVerbs(verbs: string): readonly string[] {
  const known = verbsRead.get(verbs)
  if (known !== undefined) return known
  const [letters = ''] = /^[a-z]*/.exec(verbs) ?? []
  const read = [
    ...[...letters].map((letter) => verbLetters.get(letter) ?? letter),
    ...(verbs.slice(letters.length).match(/[A-Z][a-z]*/g) ?? []),
  ]
  verbsRead.set(verbs, read)
  return read
}

/** What `make` gives, made when first asked for: most runs never need the tables. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
