import type { PolicyFormat } from '../model/contracts.ts'
import { editEmbedded, readEmbedded } from './embedded-read.ts'

/** Templates of AWS CloudFormation and SAM, and those of org-formation, as YAML or JSON. */
export const cloudformation: PolicyFormat = {
  id: 'cloudformation',
  recognises: ({ path, text }) => /(^|\/)[^/.]+$|\.(ya?ml|json[c5]?|template|cfn)$/i.test(path) && isTemplate(text),
  read: (file) => readEmbedded(file, 'cloudformation'),
  edit: (_, statement, changes) => editEmbedded(statement, changes),
}

/** `Resources` of the whole file, with types that have colons; below another key they are part of something else. */
function isTemplate(text: string): boolean {
  if (/(^|[\n{,])[ \t]*["']?AWSTemplateFormatVersion["']?\s*:/.test(text)) return true
  return /(^|\n)Resources[ \t]*:|"Resources"\s*:/.test(text) && /\bType["']?\s*:\s*["']?\w+::\w/.test(text)
}
