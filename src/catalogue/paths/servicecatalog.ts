import type { ServiceCallPath } from '../../model/request.ts'
import { anyAction } from '../any-action.ts'
import { archivedGuide, cloudFormationAccess, dataPerimeterOwned } from '../citations.ts'
import { forwardAccessSession, type LostAddress, serviceRole } from '../mechanisms.ts'
import { unknown } from '../truth-table.ts'

const via = 'servicecatalog.amazonaws.com'
const constraintsLaunch = archivedGuide(
  'aws-service-catalog-admin-guide@059daa1',
  'doc_source/constraints-launch.md',
  'Service Catalog Administrator Guide: AWS Service Catalog Launch Constraints',
  '2023-06-15',
)
const ownAddress: LostAddress = {
  claim: 'CloudFormation provisions resources from an address of its own, not from that of the request',
  source: cloudFormationAccess,
}
/** Whether such calls are forward access sessions is not documented. */
const viaUnknown = {
  'aws:viaawsservice': unknown,
  'aws:calledvia': unknown,
  'aws:calledviafirst': unknown,
  'aws:calledvialast': unknown,
}

export const servicecatalogPaths: readonly ServiceCallPath[] = [
  forwardAccessSession({
    id: 'servicecatalog-provision',
    title: 'Service Catalog provisions a product with the credentials of the end user',
    via,
    entryActions: [
      'servicecatalog:ProvisionProduct',
      'servicecatalog:UpdateProvisionedProduct',
      'servicecatalog:TerminateProvisionedProduct',
    ],
    hops: [
      {
        actions: ['cloudformation:CreateStack', 'cloudformation:UpdateStack', 'cloudformation:DeleteStack'],
        resource: 'arn:*:cloudformation:*:*:stack/SC-*',
      },
      { actions: anyAction, through: ['cloudformation.amazonaws.com'] },
    ],
    basis: 'documented',
    note: 'Applies to products without a launch constraint.',
    lost: ownAddress,
    sources: [constraintsLaunch],
  }),
  serviceRole({
    id: 'servicecatalog-launch-role',
    title: 'Service Catalog provisions a product with the launch role',
    via,
    entryActions: ['servicecatalog:ProvisionProduct'],
    hops: [
      { actions: ['cloudformation:CreateStack'], resource: 'arn:*:cloudformation:*:*:stack/SC-*', keys: viaUnknown },
    ],
    basis: 'documented',
    note: 'Applies to products with a launch constraint. Whether aws:ViaAWSService is set is not documented.',
    sources: [constraintsLaunch],
  }),
  forwardAccessSession({
    id: 'servicecatalog-template-s3',
    title: 'Service Catalog downloads the template of a product from a bucket of its own',
    via,
    entryActions: ['servicecatalog:ProvisionProduct', 'servicecatalog:DescribeProvisioningArtifact'],
    hops: [{ actions: ['s3:GetObject'], resource: 'arn:*:s3:::sc-*/*' }],
    basis: 'documented',
    sources: [dataPerimeterOwned],
  }),
]
