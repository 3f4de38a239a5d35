import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { PolicyDocument, Statement } from '../model/policy.ts'
import { canonicalStatement } from './canonical.ts'

/**
 * What a finding is known by from run to run, 32 hexadecimal digits: the rule, the file as the base names it, and the statement's
 * Sid, or its meaning where it has none. No line is in it, so moving, re-indenting and rebasing keep it.
 */
export function fingerprintOf(ruleId: string, basePath: string, policy: PolicyDocument, statement: Statement): string {
  const sid = statement.sid?.value
  const identity = sid === undefined ? canonicalStatement(statement, policy) : `Sid:${sid}`
  return shortOf(JSON.stringify([ruleId, basePath, identity]))
}

/** What stands for a text of any length, 32 hexadecimal digits. */
export function shortOf(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text))).slice(0, 32)
}
