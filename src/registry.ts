import { catalogue, catalogueDate } from './catalogue/catalogue.ts'
import { controls } from './catalogue/controls.ts'
import { rcpServices } from './catalogue/rcp-services.ts'
import { iamJson } from './formats/iam-json.ts'
import type { Registry } from './model/contracts.ts'
import { kmsViaService } from './remedies/kms-via-service.ts'
import { viaAwsService } from './remedies/via-aws-service.ts'
import { deniesEveryone } from './rules/denies-everyone.ts'
import { exemptionRemoved } from './rules/exemption-removed.ts'
import { exemptionWithoutEffect } from './rules/exemption-without-effect.ts'
import { invalidAddress } from './rules/invalid-address.ts'
import { ipv6Missing } from './rules/ipv6-missing.ts'
import { privateAddress } from './rules/private-address.ts'
import { serviceCallDenied } from './rules/service-call-denied.ts'
import { undocumentedConditions } from './rules/undocumented.ts'
import { vpcEndpointDenied } from './rules/vpc-endpoint-denied.ts'

/** The table of contents: a new format, rule or remedy is a new file and a line here. */
export const registry: Registry = {
  formats: [iamJson],
  rules: [
    serviceCallDenied,
    exemptionRemoved,
    exemptionWithoutEffect,
    privateAddress,
    vpcEndpointDenied,
    invalidAddress,
    deniesEveryone,
    ipv6Missing,
  ],
  questions: [undocumentedConditions],
  strategies: [viaAwsService, kmsViaService],
  catalogue,
  catalogueDate,
  rcpServices: new Set(rcpServices),
  controls,
}
