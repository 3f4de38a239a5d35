import type { RequestPrincipal } from './request.ts'

/** The principal that an ARN, a service principal's name or `*` (nobody who signs) stands for. */
export function principalNamed(name: string): RequestPrincipal {
  if (name === '*') return { kind: 'anonymous', name: '', account: undefined }
  if (/^[a-z0-9.-]+\.amazonaws\.com(\.cn)?$/.test(name)) return { kind: 'service', name, account: undefined }
  const [, account, resource = ''] = /^arn:[^:]*:(?:iam|sts)::(\d{12}):(.*)$/.exec(name) ?? []
  return { kind: kindOf(resource), name, account }
}

function kindOf(resource: string): RequestPrincipal['kind'] {
  if (resource.startsWith('role/aws-service-role/')) return 'service-linked-role'
  if (/^(role|assumed-role)\//.test(resource)) return 'role'
  return resource === 'root' ? 'root' : 'user'
}
