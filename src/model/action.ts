/** The service prefix of an action, in lower case: `s3` of `s3:GetObject`; empty for what has none. */
export function serviceOf(action: string): string {
  return action.slice(0, Math.max(0, action.indexOf(':'))).toLowerCase()
}
