import picomatch from 'picomatch'
import { codeGlob } from '../model/code-files.ts'

/** By extension, since names tell little; whether a file speaks of the key at all is asked of its content. */
const policyGlob =
  '**/*.{tf,tofu,tf.json,hcl,tfvars,json,jsonc,json5,yaml,yml,toml,policy,template,cfn,tpl,tftpl,tmpl,gotmpl,j2,jinja,jinja2,erb,hbs,mustache}'

/** What is no policy: state, snapshots, recorded answers, tests, lock files, plans, and what `cdk synth` writes beside templates. */
const noPolicies = [
  '!**/{__snapshots__,cassettes,recordings}/**',
  '!**/*.{tfstate,tfstate.*,snap,snap.json}',
  '!**/*{.test,.spec}.*',
  '!**/{test_*.py,*_test.py,*_test.go}',
  '!**/{package-lock.json,npm-shrinkwrap.json,pnpm-lock.yaml,packages.lock.json,.terraform.lock.hcl}',
  '!**/*{tfplan,.plan}.json',
  '!**/cdk.out/**/{tree,manifest,*.assets}.json',
]

/** Folders of what others wrote and of what was made of this: read where one of them is named on purpose. */
const skippedFolders = matcher(['**/{node_modules,vendor,dist,.terraform,cdk.out,.git}/**'])

/**
 * Tells whether the guard looks at a path (repository-relative, `/` between folders) that was found below `folder`, which somebody
 * named, or nobody. Programs are looked at in a change, for what it adds to them; of a whole tree nothing can be told of them.
 */
export function fileFilter(
  { paths }: { readonly paths: readonly string[] | undefined },
  scope: 'change' | 'tree' = 'change',
): (path: string, folder?: string) => boolean {
  // Exclusions alone narrow the built-in globs: taken by themselves they would leave nothing to look at.
  if (paths !== undefined && !paths.every(isExclusion)) return matcher(paths)
  const wanted = scope === 'change' ? [policyGlob, codeGlob] : [policyGlob]
  const matches = matcher([...wanted, ...noPolicies, ...(paths ?? [])], 'any-case')
  return (path, folder = '') => matches(path) && !skippedFolders(path.slice(folder === '' ? 0 : folder.length + 1))
}

/**
 * A glob with `!` before it excludes whatever the others say; `!(a|b)` is a pattern of its own. `any-case`: what is included is so in
 * capitals too, `GUARD.JSON`.
 */
export function matcher(
  globs: readonly string[],
  included: 'any-case' | 'as-written' = 'as-written',
): (path: string) => boolean {
  const compiled = (some: readonly string[], nocase = false) => some.map((pattern) => matching(pattern, nocase))
  const includedGlobs = globs.filter((pattern) => !isExclusion(pattern)).map(normalGlob)
  const inclusions = compiled(includedGlobs, included === 'any-case')
  const excluded = compiled(globs.filter(isExclusion).map((pattern) => normalGlob(pattern.slice(1))))
  return (path) => inclusions.some((matches) => matches(path)) && !excluded.some((matches) => matches(path))
}

/** Made when the first path is asked for: of most changes few are. */
function matching(pattern: string, nocase: boolean): (path: string) => boolean {
  let matches: ((path: string) => boolean) | undefined
  return (path) => {
    matches ??= picomatch(pattern, { dot: true, nocase })
    return matches(path)
  }
}

function isExclusion(pattern: string): boolean {
  return pattern.startsWith('!') && !pattern.startsWith('!(')
}

/** `./policies/` is meant as `policies/**`; taken literally it would match nothing, in silence. */
function normalGlob(pattern: string): string {
  return pattern
    .trim()
    .replace(/^(\.?\/)+/, '')
    .replace(/\/$/, '/**')
}

/** Whether something is left of a pattern after what it is normalised by. */
export function isGlob(pattern: string): boolean {
  const bare = normalGlob(isExclusion(pattern) ? pattern.slice(1) : pattern)
  return bare !== '' && bare.length <= 4096
}
