import { inspect } from '../../src/inspect.ts'
import type { EngineSettings } from '../../src/model/contracts.ts'
import type { Report } from '../../src/model/finding.ts'
import { registry } from '../../src/registry.ts'
import { type JsonFinding, type JsonReport, jsonReport } from '../../src/report/json-report.ts'

export const settings: EngineSettings = {
  failOn: 'error',
  contestedLevel: undefined,
  forwardAccessSessions: 'unknown',
  suppressions: [],
  policyHints: [],
  today: '2026-11-25',
  scope: 'change',
}

export interface Change {
  readonly head: string
  readonly base?: string
  readonly path?: string
  readonly settings?: Partial<EngineSettings>
}

/** What the engine, with everything that ships, says of one changed file. */
export function inspectChange({ head, base, path = 'policy.json', settings: own }: Change): Report {
  const file = { base: base === undefined ? undefined : { path, text: base }, head: { path, text: head } }
  return inspect([file], registry, { ...settings, ...own })
}

export function reportOf(change: Change): JsonReport {
  return jsonReport(inspectChange(change), 'test')
}

export function findingsOf(change: Change, rule?: string): readonly JsonFinding[] {
  return reportOf(change).findings.filter((finding) => rule === undefined || finding.rule === rule)
}

/** A policy of Version 2012-10-17, laid out as people do. */
export function policyOf(...statements: readonly object[]): string {
  return `${JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2)}\n`
}

/** The Deny of the mission, with other elements over it. */
export function denyOutside(other: object = {}): object {
  return {
    Effect: 'Deny',
    Action: '*',
    Resource: '*',
    Condition: { NotIpAddress: { 'aws:SourceIp': office } },
    ...other,
  }
}

export const office = ['203.0.113.10/32', '198.51.100.0/24']

/** Its condition, with others beside it. */
export function outside(other: object = {}): object {
  return { Condition: { NotIpAddress: { 'aws:SourceIp': office }, ...other } }
}
