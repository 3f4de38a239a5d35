import { vpcKeys } from '../model/condition-keys.ts'
import type { Control } from '../model/contracts.ts'
import type { KeyState, RequestPrincipal } from '../model/request.ts'
import { absent, calledViaKeys, present, principalServiceKeys, roleMarkers, sourceResourceKeys } from './truth-table.ts'

type Keys = Readonly<Record<string, KeyState>>

const account = '111122223333'
const user: RequestPrincipal = { kind: 'user', name: `arn:aws:iam::${account}:user/example`, account }
const role: RequestPrincipal = {
  kind: 'role',
  name: `arn:aws:iam::${account}:role/example`,
  account,
  session: `arn:aws:sts::${account}:assumed-role/example/session`,
}
const root: RequestPrincipal = { kind: 'root', name: `arn:aws:iam::${account}:root`, account }
const federated: RequestPrincipal = {
  kind: 'federated',
  name: `arn:aws:sts::${account}:federated-user/example`,
  account,
}
const anonymous: RequestPrincipal = { kind: 'anonymous', name: '', account: undefined }

function each(keys: readonly string[], state: KeyState): Keys {
  return Object.fromEntries(keys.map((key) => [key, state]))
}

/** Nothing that only a service, or a session of code that runs on AWS, would carry. */
const direct: Keys = {
  ...each(calledViaKeys, absent),
  ...each(principalServiceKeys, absent),
  ...each(sourceResourceKeys, absent),
  ...each(roleMarkers, absent),
  'kms:viaservice': absent,
}

const overPublicNetwork: Keys = each(vpcKeys, absent)

/** An endpoint of somebody else’s: none of its ids and addresses is in a list of the customer’s. */
const overForeignEndpoint: Keys = {
  'aws:sourceip': absent,
  'aws:sourcevpce': present('vpce-0f0e0d0c0b0a09080'),
  'aws:sourcevpc': present('vpc-0f0e0d0c0b0a09080'),
  'aws:sourcevpcarn': present('arn:aws:ec2:us-east-1:999999999999:vpc/vpc-0f0e0d0c0b0a09080'),
  'aws:vpcsourceip': present('10.255.254.253'),
  'aws:vpceaccount': present('999999999999'),
  'aws:vpceorgid': present('o-zz9zz9zz9z'),
  'aws:vpceorgpaths': present('o-zz9zz9zz9z/r-zz99/ou-zz99-zz9zz9zz/'),
}

const networks = [
  ['public', 'over the public network', overPublicNetwork],
  ['vpce', 'through an endpoint of somebody else', overForeignEndpoint],
] as const

/** One page says that `aws:ViaAWSService` is in every request, another that direct requests do not have it. */
const viaServiceStates = [
  ['via-false', 'with aws:ViaAWSService false', present('false')],
  ['via-absent', 'without aws:ViaAWSService', absent],
] as const

/** Unsigned requests carry neither an ARN nor `aws:PrincipalIsAWSService` ("AWS global condition context keys"). */
const callers = [
  ['user', 'a user', user, { 'aws:principalisawsservice': present('false') }],
  ['role', 'a role session', role, { 'aws:principalisawsservice': present('false') }],
  ['root', 'the root user', root, { 'aws:principalisawsservice': present('false') }],
  ['federated', 'a federated user', federated, { 'aws:principalisawsservice': present('false') }],
  ['anonymous', 'nobody who signs', anonymous, { 'aws:principalisawsservice': absent, 'aws:principalarn': absent }],
] as const

/** A command typed in CloudShell is among these: but for its address, which the proof varies, it is any direct call. */
const directControls: readonly Control[] = callers.flatMap(([who, caller, principal, own]) =>
  networks.flatMap(([network, route, ofNetwork]) =>
    viaServiceStates.map(
      ([via, withKey, viaService]): Control => ({
        id: `direct-${who}-${network}-${via}`,
        title: `${caller} calls directly ${route}, ${withKey}`,
        principal,
        keys: { ...direct, ...ofNetwork, ...own, 'aws:viaawsservice': viaService },
      }),
    ),
  ),
)

/**
 * SAML and web identity: the calls to STS are not signed, from which it is inferred that they lack the keys of signed
 * requests.
 */
const signedKeyStates = [
  ['service-absent', 'without aws:PrincipalIsAWSService', absent],
  ['service-false', 'with aws:PrincipalIsAWSService false', present('false')],
] as const

const federationControls: readonly Control[] = viaServiceStates.flatMap(([via, withKey, viaService]) =>
  signedKeyStates.map(
    ([signed, withSignedKey, isService]): Control => ({
      id: `assume-role-with-token-${via}-${signed}`,
      title: `somebody exchanges a token for a role session, ${withKey} and ${withSignedKey}`,
      principal: anonymous,
      keys: {
        ...direct,
        ...overPublicNetwork,
        'aws:viaawsservice': viaService,
        'aws:principalisawsservice': isService,
        'aws:principalarn': absent,
      },
    }),
  ),
)

/**
 * Requests that a Deny on the address must go on denying: every combination of optional keys that AWS's documents
 * allow for a direct call. The address is left out, since the proof tries all of them; behind an endpoint there is
 * none.
 */
export const controls: readonly Control[] = [...directControls, ...federationControls]
