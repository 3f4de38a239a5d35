/** Remembers what was computed for an owner under a key, for as long as the owner lives. */
export type Memo<V> = (owner: object, key: string, compute: () => V) => V

/**
 * A memory of its own for each kind of answer. Statements are asked the same few questions once for every service-call path,
 * reading and control: measured by `npm run bench`, this is where the time went.
 */
export function memo<V>(): Memo<V> {
  const owners = new WeakMap<object, Map<string, { readonly value: V }>>()
  const begin = (owner: object): Map<string, { readonly value: V }> => {
    const answers = new Map<string, { readonly value: V }>()
    owners.set(owner, answers)
    return answers
  }
  return (owner, key, compute) => {
    const answers = owners.get(owner) ?? begin(owner)
    const found = answers.get(key)
    if (found !== undefined) return found.value
    const value = compute()
    answers.set(key, { value })
    return value
  }
}
