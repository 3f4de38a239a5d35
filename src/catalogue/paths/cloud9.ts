import type { ServiceCallPath } from '../../model/request.ts'
import { archivedGuide, managedPolicy } from '../citations.ts'
import { forwardAccessSession } from '../mechanisms.ts'

export const cloud9Paths: readonly ServiceCallPath[] = [
  forwardAccessSession({
    id: 'cloud9-ssm',
    title: 'Cloud9 opens Session Manager sessions as the user',
    via: 'cloud9.amazonaws.com',
    entryActions: ['cloud9:CreateEnvironmentEC2', 'cloud9:DescribeEnvironmentStatus'],
    hops: [{ actions: ['ssm:StartSession', 'ssm:GetConnectionStatus'] }],
    basis: 'documented',
    sources: [
      archivedGuide(
        'aws-cloud9-user-guide@b0f2ce3',
        'doc_source/ec2-ssm.md',
        'Cloud9 User Guide: Accessing no-ingress EC2 instances with AWS Systems Manager',
        '2023-06-15',
      ),
      managedPolicy('AWSCloud9User', 12, '2026-02-12'),
    ],
  }),
]
