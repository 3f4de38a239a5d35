import type { ServiceCallPath } from '../../model/request.ts'
import { archivedGuide, dataPerimeterRcps, encryptedVolumesReport, kmsGlobalKeys } from '../citations.ts'
import { forwardAccessSession, type LostAddress, serviceRole } from '../mechanisms.ts'
import { callerPermission } from '../notes.ts'
import { like, unknown } from '../truth-table.ts'

const via = 'ec2.amazonaws.com'
const infrastructureAddress: LostAddress = {
  claim: 'the key of a volume that is attached is decrypted from an address of the EC2 infrastructure',
  source: kmsGlobalKeys,
}
const infrastructure = {
  'aws:principalarn': like('arn:*:iam::*:role/aws:ec2-infrastructure'),
  'kms:viaservice': unknown,
}

export const ec2Paths: readonly ServiceCallPath[] = [
  forwardAccessSession({
    id: 'ebs-volume-kms',
    title: 'EC2 asks KMS for the keys of encrypted EBS volumes and snapshots with the caller’s permissions',
    via,
    entryActions: ['ec2:CreateVolume', 'ec2:CopySnapshot', 'ec2:RunInstances', 'ec2:CreateSnapshot', 'ec2:CopyImage'],
    hops: [
      {
        actions: [
          'kms:CreateGrant',
          'kms:Decrypt',
          'kms:DescribeKey',
          'kms:GenerateDataKeyWithoutPlaintext',
          'kms:ReEncryptFrom',
          'kms:ReEncryptTo',
        ],
      },
    ],
    basis: 'documented',
    note: `${callerPermission} Launches were reported to fail in 2020, when EC2 did not yet set aws:ViaAWSService; AWS answered in 2022 that it does.`,
    sources: [
      archivedGuide(
        'amazon-ec2-user-guide@e3707c4',
        'doc_source/EBSEncryption.md',
        'EC2 User Guide: Amazon EBS encryption',
        '2023-06-15',
      ),
      encryptedVolumesReport,
    ],
  }),
  forwardAccessSession({
    id: 'ebs-attach-kms',
    title: 'EC2 has the key of an encrypted EBS volume decrypted when the volume is attached',
    via,
    entryActions: ['ec2:AttachVolume', 'ec2:StartInstances', 'ec2:RunInstances'],
    hops: [{ actions: ['kms:Decrypt', 'kms:CreateGrant'] }],
    basis: 'documented',
    note: 'The grant is created with the credentials of the caller. The KMS guide says that the decryption fails under a condition on the address; newer documents say that the role aws:ec2-infrastructure decrypts.',
    lost: infrastructureAddress,
    sources: [
      archivedGuide(
        'aws-kms-developer-guide@3447fd9',
        'doc_source/conditions-aws.md',
        'KMS Developer Guide: AWS global condition keys',
        '2023-06-15',
      ),
    ],
  }),
  forwardAccessSession({
    id: 'ebs-start-grant',
    title: 'EC2 creates a grant on the key of a volume when an instance is started',
    via,
    entryActions: ['ec2:StartInstances'],
    hops: [{ actions: ['kms:CreateGrant'] }],
    basis: 'documented',
    note: callerPermission,
    sources: [
      {
        title: 'AWS re:Post Knowledge Center: an EC2 instance with an encrypted volume stops right after its start',
        url: 'https://repost.aws/knowledge-center/kms-iam-ec2-permission',
        retrieved: '2026',
      },
    ],
  }),
  serviceRole({
    id: 'ebs-ec2-infrastructure-role',
    title: 'EC2 decrypts EBS volumes as the role aws:ec2-infrastructure',
    via,
    entryActions: ['ec2:RunInstances', 'ec2:StartInstances', 'ec2:AttachVolume'],
    hops: [{ actions: ['kms:Decrypt'], keys: infrastructure }],
    basis: 'documented',
    note: 'Meets SCPs, RCPs and key policies. The role has no policy of its own that anybody could change.',
    markers: { 'ec2:sourceinstancearn': unknown },
    sources: [dataPerimeterRcps],
  }),
]
