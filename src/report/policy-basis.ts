import type { PolicyDocument } from '../model/policy.ts'

/** How the type of a policy was found, and which paths were left out for what the file shows of it: clauses without a full stop. */
export function policyBasis({ typeBasis, assumedBy, governs, type }: PolicyDocument): string {
  const role = `a role that ${listed(assumedBy)} assumes has it, so only calls made with such a role are held against it`
  const clauses = [
    typeBasis,
    ...(assumedBy.length > 0 ? [role] : []),
    ...(type === 'resource' && governs !== undefined ? [`only calls to ${governs} reach the resource`] : []),
  ]
  return clauses.join('; ')
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`
}
