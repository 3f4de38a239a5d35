import { actionNames } from './catalogue/action-names.ts'
import { catalogue } from './catalogue/catalogue.ts'
import { catalogueDate } from './catalogue/catalogue-date.ts'
import { controls } from './catalogue/controls.ts'
import {
  cloudFormationCalls,
  cloudFormationTypesCalling,
  generatedPaths,
  servicePaths,
} from './catalogue/generated-paths.ts'
import { ownPath } from './catalogue/own-path.ts'
import { rcpServices } from './catalogue/rcp-services.ts'
import { cloudformation } from './formats/cloudformation.ts'
import { code } from './formats/code.ts'
import { embedded } from './formats/embedded.ts'
import { iamJson } from './formats/iam-json.ts'
import { templatedJson } from './formats/templated-json.ts'
import { terraform } from './formats/terraform.ts'
import type { Registry } from './model/contracts.ts'
import { assumeRole } from './remedies/assume-role.ts'
import { calledVia } from './remedies/called-via.ts'
import { kmsViaService } from './remedies/kms-via-service.ts'
import { narrowActions } from './remedies/narrow-actions.ts'
import { servicePrincipal } from './remedies/service-principal.ts'
import { serviceRole } from './remedies/service-role.ts'
import { temporaryLift } from './remedies/temporary-lift.ts'
import { viaAwsService } from './remedies/via-aws-service.ts'
import { vpcEndpoint } from './remedies/vpc-endpoint.ts'
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
  // The first that recognises a file reads it: the particular before the general, what is no JSON before what is.
  formats: [code, terraform, templatedJson, cloudformation, embedded, iamJson],
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
  strategies: [
    viaAwsService,
    calledVia,
    servicePrincipal,
    serviceRole,
    kmsViaService,
    vpcEndpoint,
    narrowActions,
    assumeRole,
    temporaryLift,
  ],
  catalogue,
  catalogueDate,
  rcpServices: new Set(rcpServices),
  controls,
  tables: { typesCalling: cloudFormationTypesCalling, cloudFormationCalls, servicePaths, allPaths: generatedPaths },
  actionNames,
  ownPath,
}
