import type { PolicyFormat } from '../model/contracts.ts'
import { editEmbedded, readEmbedded } from './embedded-read.ts'

/**
 * Policies anywhere in YAML and TOML, and in the strings of JSON: Serverless Framework, objects of Kubernetes (ACK, Crossplane,
 * Upjet), Ansible, Cloud Custodian, org-formation, Landing Zone Accelerator.
 */
export const embedded: PolicyFormat = {
  id: 'embedded',
  recognises: ({ path, text }) =>
    /\.(?:ya?ml|toml)$/i.test(path) || (/\.json[c5]?$/i.test(path) && holdsPolicyInString(text)),
  read: (file) => readEmbedded(file, 'embedded'),
  edit: (_, statement, changes) => editEmbedded(statement, changes),
}

/** Escaped quotes around an element of a policy, such an element after an escaped line end, or all of it encoded for an address. */
function holdsPolicyInString(text: string): boolean {
  if (/"\s*%7b/i.test(text)) return true
  return /\\(?:"|u0022)(?:Statement|Effect)\\+(?:"|u0022)\s*:|\\n[ -]*(?:Statement|Effect|Resources):/i.test(text)
}
