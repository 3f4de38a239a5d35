import type { ServiceCallPath } from '../../model/request.ts'
import { archivedGuide } from '../citations.ts'
import { forwardAccessSession, serviceRole } from '../mechanisms.ts'
import { callerPermission } from '../notes.ts'

const via = 'eks.amazonaws.com'

export const eksPaths: readonly ServiceCallPath[] = [
  forwardAccessSession({
    id: 'eks-kms',
    title: 'EKS creates a grant on the key that encrypts the secrets of a cluster',
    via,
    entryActions: ['eks:CreateCluster', 'eks:AssociateEncryptionConfig'],
    hops: [{ actions: ['kms:DescribeKey', 'kms:CreateGrant'] }],
    basis: 'documented',
    note: callerPermission,
    sources: [
      archivedGuide(
        'amazon-eks-user-guide@4d52b4d0',
        'latest/ug/security/security-k8s.adoc',
        'EKS User Guide: Security considerations for Kubernetes',
        '2024-12-18',
      ),
    ],
  }),
  serviceRole({
    id: 'eks-cluster-role',
    title: 'EKS manages network interfaces and load balancers with the cluster role',
    via,
    entryActions: ['eks:CreateCluster'],
    hops: [
      { actions: ['ec2:DescribeInstances', 'ec2:CreateNetworkInterface', 'elasticloadbalancing:CreateLoadBalancer'] },
    ],
    basis: 'documented',
    sources: [
      archivedGuide(
        'amazon-eks-user-guide@4d52b4d0',
        'latest/ug/security/iam-reference/cluster-iam-role.adoc',
        'EKS User Guide: Amazon EKS cluster IAM role',
        '2024-12-18',
      ),
    ],
  }),
]
