const code = /\.(?:[cm]?[jt]s|[jt]sx|py|go|java|kt|cs|sh)$/i

/** Endings of the files in which people write programs that make policies: CDK, Pulumi, scripts. */
export const codeGlob = '**/*.{ts,mts,cts,tsx,js,mjs,cjs,jsx,py,go,java,kt,cs,sh}'

/** Whether a file is a program: it may make policies, and is not evaluated. */
export function isCode(path: string): boolean {
  return code.test(path)
}
