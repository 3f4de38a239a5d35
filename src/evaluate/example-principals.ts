import type { PrincipalSelector } from '../model/policy.ts'
import { principalNamed } from '../model/principal.ts'
import type { KeyState, Mechanism, RequestPrincipal } from '../model/request.ts'
import { exampleAccount, fillPattern } from './example-resources.ts'

export const exampleUser: RequestPrincipal = {
  kind: 'user',
  name: `arn:aws:iam::${exampleAccount}:user/example`,
  account: exampleAccount,
}

/** Where the console puts the roles that it makes for services. */
const exampleServiceRole: RequestPrincipal = {
  kind: 'role',
  name: `arn:aws:iam::${exampleAccount}:role/service-role/example`,
  account: exampleAccount,
}

/** Who signs the calls of a mechanism: those that the statement and its conditions name first told, then anybody. */
export function examplePrincipals(
  call: { readonly mechanism: Mechanism; readonly via: string; readonly principalArn: KeyState | undefined },
  selector: PrincipalSelector | undefined,
  conditionArns: readonly string[],
): RequestPrincipal[] {
  if (call.mechanism === 'service-principal') return [{ kind: 'service', name: call.via, account: undefined }]
  const pattern =
    call.principalArn?.kind === 'like' && call.principalArn.pattern !== '*' ? call.principalArn.pattern : undefined
  if (pattern !== undefined) return [principalNamed(fillPattern(pattern))]
  if (call.mechanism === 'service-linked-role') {
    return [principalNamed(`arn:aws:iam::${exampleAccount}:role/aws-service-role/${call.via}/AWSServiceRoleForExample`)]
  }
  const natural = call.mechanism === 'service-role' ? [exampleServiceRole] : [exampleUser, roleOfPeople]
  const named = [...namedArns(selector), ...conditionArns].map((arn) => principalNamed(fillPattern(arn)))
  const fits = named.filter(({ kind }) =>
    call.mechanism === 'service-role' ? kind === 'role' : kind === 'user' || kind === 'role',
  )
  return [...natural, ...fits.slice(0, 12)]
}

const roleOfPeople: RequestPrincipal = {
  kind: 'role',
  name: `arn:aws:iam::${exampleAccount}:role/example`,
  account: exampleAccount,
}

function namedArns(selector: PrincipalSelector | undefined): string[] {
  return (selector?.entries ?? []).flatMap(({ kind, value }) => {
    if (kind !== 'AWS' || value.kind !== 'literal' || value.text === '*') return []
    const [, account] = /^(?:arn:aws[\w-]*:iam::)?(\d{12})(?::root)?$/.exec(value.text) ?? []
    return account === undefined
      ? [value.text]
      : [`arn:aws:iam::${account}:user/example`, `arn:aws:iam::${account}:role/example`]
  })
}
