import type { ServiceCallPath } from '../../model/request.ts'
import { archivedGuide, managedPolicy } from '../citations.ts'
import { forwardAccessSession, serviceLinkedRole } from '../mechanisms.ts'
import { inferredEntry } from '../notes.ts'

const via = 'imagebuilder.amazonaws.com'

export const imagebuilderPaths: readonly ServiceCallPath[] = [
  serviceLinkedRole({
    id: 'imagebuilder-slr',
    title: 'EC2 Image Builder builds images as its service-linked role',
    via,
    entryActions: ['imagebuilder:StartImagePipelineExecution'],
    hops: [{ actions: ['ec2:RunInstances', 'ssm:SendCommand', 'sns:Publish'] }, { actions: ['kms:Decrypt'] }],
    basis: 'documented',
    sources: [
      archivedGuide(
        'ec2-image-builder-user-guide@9fbda32',
        'doc_source/security_iam_service-with-iam.md',
        'EC2 Image Builder User Guide: How EC2 Image Builder works with IAM',
        '2023-06-15',
      ),
    ],
  }),
  forwardAccessSession({
    id: 'imagebuilder-kms',
    title: 'EC2 Image Builder decrypts the data of components for whoever reads them',
    via,
    entryActions: ['imagebuilder:GetComponent', 'imagebuilder:GetImageRecipe'],
    hops: [{ actions: ['kms:Decrypt'] }],
    basis: 'derived',
    note: `${inferredEntry} The policy is that of build instances, which make the first call.`,
    sources: [managedPolicy('EC2InstanceProfileForImageBuilder', 12, '2026-02-12')],
  }),
]
