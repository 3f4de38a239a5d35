/** The configuration cannot be used. The message says where (`file:line`), what is wrong and, after `help:`, what to do. */
export class ConfigError extends Error {}

/** One thing that is wrong, as every message of ours tells it; `where` is `file:line: ` and the name of a value. */
export function fault(where: string, wrong: string, help: string): string {
  return `${where} ${wrong}\n  help: ${help}`
}

export function didYouMean(name: string): string {
  return `did you mean ${quoted(name)}?`
}

export function quoted(name: string): string {
  return `\`${name}\``
}

export function listed(names: readonly string[]): string {
  return names.map(quoted).join(', ')
}

/** Keys as people write them, `suppressions[0].expires`, in backticks. */
export function nameOfKeys(keys: readonly unknown[]): string {
  const named = keys.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
  return named.length === 0 ? 'the file' : quoted(named.join('').replace(/^\./, ''))
}
