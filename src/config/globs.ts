import picomatch from 'picomatch'

/** By extension, since names tell little; whether a file speaks of the key at all is asked of its content. */
const builtInGlobs = [
  '**/*.{tf,tf.json,hcl,json,jsonc,json5,yaml,yml,toml,template,tpl,tftpl,j2}',
  '!**/{node_modules,vendor,dist,.terraform,cdk.out,__snapshots__,cassettes,recordings,.git}/**',
  '!**/*.{tfstate,tfstate.*,snap,snap.json}',
  '!**/*{.test,.spec}.*',
  '!**/{test_*.py,*_test.py,*_test.go}',
  '!**/{package-lock.json,npm-shrinkwrap.json,pnpm-lock.yaml,packages.lock.json,.terraform.lock.hcl}',
  '!**/*{tfplan,.plan}.json',
]

/** Whether a path (repository-relative, `/` between folders) is one that the guard looks at. */
export function fileFilter({ paths }: { readonly paths: readonly string[] | undefined }): (path: string) => boolean {
  if (paths === undefined) return matcher(builtInGlobs)
  // Exclusions alone narrow the built-in globs: taken by themselves they would leave nothing to look at.
  return matcher(paths.every(isExclusion) ? [...builtInGlobs, ...paths] : paths)
}

/** A glob with `!` before it excludes whatever the others say; `!(a|b)` is a pattern of its own. */
export function matcher(globs: readonly string[]): (path: string) => boolean {
  const compiled = (some: readonly string[]) => some.map((pattern) => picomatch(pattern, { dot: true }))
  const included = compiled(globs.filter((pattern) => !isExclusion(pattern)).map(normalGlob))
  const excluded = compiled(globs.filter(isExclusion).map((pattern) => normalGlob(pattern.slice(1))))
  return (path) => included.some((matches) => matches(path)) && !excluded.some((matches) => matches(path))
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
