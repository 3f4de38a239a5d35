import type { ServiceCallPath } from '../../model/request.ts'
import { archivedGuide } from '../citations.ts'
import { forwardAccessSession, serviceLinkedRole } from '../mechanisms.ts'
import { callerPermission } from '../notes.ts'

const via = 'autoscaling.amazonaws.com'

export const autoscalingPaths: readonly ServiceCallPath[] = [
  forwardAccessSession({
    id: 'autoscaling-runinstances-check',
    title: 'Auto Scaling checks the caller’s right to run instances from a launch template',
    via,
    entryActions: ['autoscaling:CreateAutoScalingGroup', 'autoscaling:UpdateAutoScalingGroup'],
    hops: [{ actions: ['ec2:RunInstances', 'ec2:CreateTags', 'iam:PassRole'] }],
    basis: 'documented',
    note: callerPermission,
    sources: [
      archivedGuide(
        'amazon-ec2-auto-scaling-user-guide@6c46a78',
        'doc_source/launch-templates.md',
        'EC2 Auto Scaling User Guide: Launch templates',
        '2023-06-15',
      ),
    ],
  }),
  serviceLinkedRole({
    id: 'autoscaling-slr',
    title: 'Auto Scaling launches instances with encrypted volumes as its service-linked role',
    via,
    entryActions: ['autoscaling:SetDesiredCapacity', 'autoscaling:UpdateAutoScalingGroup'],
    hops: [
      { actions: ['ec2:RunInstances', 'ec2:TerminateInstances'] },
      { actions: ['kms:CreateGrant', 'kms:Decrypt', 'kms:GenerateDataKeyWithoutPlaintext'] },
    ],
    basis: 'documented',
    note: 'A Deny in the key policy stops it; SCPs, RCPs and identity policies do not meet it.',
    sources: [
      archivedGuide(
        'amazon-ec2-auto-scaling-user-guide@6c46a78',
        'doc_source/key-policy-requirements-EBS-encryption.md',
        'EC2 Auto Scaling User Guide: Required AWS KMS key policy for use with encrypted volumes',
        '2023-06-15',
      ),
    ],
  }),
]
