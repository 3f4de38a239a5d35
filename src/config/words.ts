export const levels = ['error', 'warning', 'notice'] as const
/** What `fail-on` may be. */
export const failOnLevels = [...levels, 'never'] as const
/** What `comments` may be. */
export const commentModes = ['review', 'summary', 'off'] as const
/** What may be said of forward access sessions. */
export const forwardAccessSessions = ['unknown', 'address-kept', 'address-lost'] as const

/** The ids of rules that a suppression may name. */
export const ruleIds = [
  'denies-everyone',
  'exemption-removed',
  'exemption-without-effect',
  'invalid-address',
  'ipv6-missing',
  'private-address',
  'service-call-denied',
  'vpc-endpoint-denied',
] as const

/** A service as a principal, `lambda.amazonaws.com`. */
export const servicePrincipal = /^[a-z0-9-]+(\.[a-z0-9-]+)*\.amazonaws\.com(\.cn)?$/
