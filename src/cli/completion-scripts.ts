import { type Completes, helpOption, type Option, type Synopsis } from './usage.ts'

const topOptions: Readonly<Record<string, Option>> = { version: { help: 'print the version' }, help: helpOption }

/**
 * For bash, also the old one of macOS. Where nothing is offered, bash offers files. Names of branches are offered only where they mean
 * nothing to a shell: what stands in a completion is typed, and then run.
 */
export function bashScript(synopses: readonly Synopsis[]): string {
  const names = [...synopses.map(({ name }) => name), ...optionWords(topOptions)]
  const cases = synopses.map(
    (synopsis) => `    ${synopsis.name})
      case $previous in
${valueCases(synopsis)}      esac
      words=${quoted(optionsOf(synopsis).join(' '))}
      operands=${quoted(wordsOf(synopsis.completes).join(' '))}
      takes_files=${synopsis.completes === 'file' ? 'yes' : ''}
      ;;
`,
  )
  return `# Completion of sourceip-guard in bash.
_sourceip_guard() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} words= operands= takes_files=
  COMPREPLY=()
  # bash takes \`--format=json\` for three words.
  if [[ $previous == = ]]; then previous=\${COMP_WORDS[COMP_CWORD-2]}; fi
  if [[ $current == = ]]; then current=; fi
  if ((COMP_CWORD == 1)); then
    COMPREPLY=($(compgen -W ${quoted(names.join(' '))} -- "$current"))
    return
  fi
  case \${COMP_WORDS[1]} in
${cases.join('')}    *) return ;;
  esac
  if [[ $current == -* || ( -z $operands && -z $takes_files ) ]]; then operands=$words; fi
  if [[ -n $operands ]]; then COMPREPLY=($(compgen -W "$operands" -- "$current")); fi
}
_sourceip_guard_refs() {
  local name
  while IFS= read -r name; do
    if [[ $name == "$1"* && $name != *[!A-Za-z0-9._/+@-]* ]]; then COMPREPLY+=("$name"); fi
  done < <(git for-each-ref --format='%(refname:short)' refs/heads refs/remotes refs/tags 2>/dev/null)
}
complete -o bashdefault -o default -F _sourceip_guard sourceip-guard
`
}

/** What follows an option that takes a value. */
function valueCases({ options }: Synopsis): string {
  return Object.entries(options)
    .filter(([, { value }]) => value !== undefined)
    .map(([name, { completes }]) => {
      const words = wordsOf(completes)
      if (completes === 'ref') return `        --${name}) _sourceip_guard_refs "$current"; return ;;\n`
      if (words.length === 0) return `        --${name}) return ;;\n`
      return `        --${name}) COMPREPLY=($(compgen -W ${quoted(words.join(' '))} -- "$current")); return ;;\n`
    })
    .join('')
}

/** For zsh: to be loaded at the start, or put into a folder of \`fpath\` as \`_sourceip-guard\`. */
export function zshScript(synopses: readonly Synopsis[]): string {
  const commands = synopses.map(({ name, summary }) => `    ${quoted(`${name}:${summary}`)}`)
  const cases = synopses.map((synopsis) => {
    const { name, options, completes, maxOperands } = synopsis
    const specs = Object.entries({ ...options, help: helpOption }).map(([option, about]) => zshOption(option, about))
    const operands = completes === undefined ? [] : [`${maxOperands === 1 ? '1' : '*'}:operand:${zshAction(completes)}`]
    return `    ${name})\n      _arguments ${[...specs, ...operands].map(quoted).join(' \\\n        ')}\n      ;;\n`
  })
  const top = Object.entries(topOptions).map(([name, about]) => quoted(`(- *)${zshOption(name, about)}`))
  return `#compdef sourceip-guard
# Completion of sourceip-guard in zsh.
_sourceip_guard_refs() {
  local -a names
  names=(\${(f)"$(git for-each-ref --format='%(refname:short)' refs/heads refs/remotes refs/tags 2>/dev/null)"})
  compadd -a names
}
_sourceip_guard() {
  local context state line
  typeset -A opt_args
  local -a commands
  commands=(
${commands.join('\n')}
  )
  _arguments -C ${top.join(' ')} '1:command:->command' '*::argument:->arguments'
  if [[ $state == command ]]; then
    _describe command commands
    return
  fi
  case $words[1] in
${cases.join('')}  esac
}
if [[ $funcstack[1] == _sourceip-guard ]]; then
  _sourceip_guard "$@"
else
  compdef _sourceip_guard sourceip-guard
fi
`
}

function zshOption(name: string, { value, help, completes }: Option): string {
  const about = help.replaceAll(/[\\[\]:]/g, '\\$&')
  return value === undefined ? `--${name}[${about}]` : `--${name}=[${about}]:${value}:${zshAction(completes)}`
}

function zshAction(completes: Completes | undefined): string {
  if (completes === 'file') return '_files'
  if (completes === 'ref') return '_sourceip_guard_refs'
  return completes === undefined ? ' ' : `(${completes.join(' ')})`
}

/** For fish. */
export function fishScript(synopses: readonly Synopsis[]): string {
  const names = synopses.map(({ name }) => name).join(' ')
  const line = (condition: string, rest: string) => `complete -c sourceip-guard -n ${fishQuoted(condition)} ${rest}\n`
  const first = `not __fish_seen_subcommand_from ${names}`
  const top = [
    ...synopses.map(({ name, summary }) => line(first, `-a ${name} -d ${fishQuoted(summary)}`)),
    ...Object.entries(topOptions).map(([name, about]) => line(first, fishOption(name, about))),
  ]
  const commands = synopses.flatMap(({ name, options, completes }) => {
    const behind = `__fish_seen_subcommand_from ${name}`
    const words = wordsOf(completes)
    return [
      ...(completes === 'file' ? [line(behind, '-F')] : []),
      ...(words.length === 0 ? [] : [line(behind, `-a ${fishQuoted(words.join(' '))}`)]),
      ...Object.entries({ ...options, help: helpOption }).map(([option, about]) =>
        line(behind, fishOption(option, about)),
      ),
    ]
  })
  return `# Completion of sourceip-guard in fish.
function __sourceip_guard_refs
  git for-each-ref --format='%(refname:short)' refs/heads refs/remotes refs/tags 2>/dev/null
end
complete -c sourceip-guard -f
${[...top, ...commands].join('')}`
}

function fishOption(name: string, { value, help, completes }: Option): string {
  const about = `-l ${name} -d ${fishQuoted(help)}`
  if (value === undefined) return about
  if (completes === 'file') return `${about} -r -F`
  const words = completes === 'ref' ? '(__sourceip_guard_refs)' : wordsOf(completes).join(' ')
  return words === '' ? `${about} -x` : `${about} -x -a ${fishQuoted(words)}`
}

function wordsOf(completes: Completes | undefined): readonly string[] {
  return completes === undefined || completes === 'file' || completes === 'ref' ? [] : completes
}

function optionsOf({ options }: Synopsis): string[] {
  return optionWords({ ...options, help: helpOption })
}

function optionWords(options: Readonly<Record<string, Option>>): string[] {
  return Object.keys(options).map((name) => `--${name}`)
}

/** One word of a shell, whatever stands in it. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}

/** In fish, a backslash and a quote are escaped inside quotes. */
function fishQuoted(text: string): string {
  return `'${text.replaceAll(/[\\']/g, '\\$&')}'`
}
