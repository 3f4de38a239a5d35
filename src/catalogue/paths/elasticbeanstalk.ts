import type { ServiceCallPath } from '../../model/request.ts'
import { archivedGuide, dataPerimeterScps } from '../citations.ts'
import { forwardAccessSession, serviceRole } from '../mechanisms.ts'

const via = 'elasticbeanstalk.amazonaws.com'

export const elasticbeanstalkPaths: readonly ServiceCallPath[] = [
  forwardAccessSession({
    id: 'beanstalk-user',
    title: 'Elastic Beanstalk creates the resources of an environment with the caller’s permissions',
    via,
    entryActions: [
      'elasticbeanstalk:CreateEnvironment',
      'elasticbeanstalk:UpdateEnvironment',
      'elasticbeanstalk:TerminateEnvironment',
      'elasticbeanstalk:CreateApplicationVersion',
    ],
    hops: [
      { actions: ['cloudformation:CreateStack'], resource: 'arn:*:cloudformation:*:*:stack/awseb-*' },
      {
        actions: ['ec2:RunInstances', 'autoscaling:CreateAutoScalingGroup', 'elasticloadbalancing:CreateLoadBalancer'],
        through: ['cloudformation.amazonaws.com'],
      },
      { actions: ['s3:PutObject', 's3:GetObject'] },
    ],
    basis: 'documented',
    sources: [
      archivedGuide(
        'aws-elastic-beanstalk-developer-guide@5d7c96f',
        'doc_source/concepts-roles-user.md',
        'Elastic Beanstalk Developer Guide: Elastic Beanstalk user policy',
        '2023-06-15',
      ),
      dataPerimeterScps,
    ],
  }),
  serviceRole({
    id: 'beanstalk-service-role',
    title: 'Elastic Beanstalk watches and updates environments with its service role',
    via,
    entryActions: ['elasticbeanstalk:CreateEnvironment'],
    hops: [
      {
        actions: [
          'ec2:DescribeInstances',
          'elasticloadbalancing:DescribeInstanceHealth',
          'autoscaling:DescribeAutoScalingGroups',
        ],
      },
    ],
    basis: 'documented',
    sources: [
      archivedGuide(
        'aws-elastic-beanstalk-developer-guide@5d7c96f',
        'doc_source/concepts-roles-service.md',
        'Elastic Beanstalk Developer Guide: Elastic Beanstalk service role',
        '2023-06-15',
      ),
    ],
  }),
]
