import type { ServiceCallPath } from '../../model/request.ts'
import { archivedGuide } from '../citations.ts'
import { forwardAccessSession } from '../mechanisms.ts'
import { callerPermission } from '../notes.ts'

export const apigatewayPaths: readonly ServiceCallPath[] = [
  forwardAccessSession({
    id: 'apigw-vpclink',
    title: 'API Gateway creates a VPC link',
    via: 'apigateway.amazonaws.com',
    entryActions: ['apigateway:POST'],
    hops: [
      {
        actions: [
          'ec2:CreateVpcEndpointServiceConfiguration',
          'ec2:ModifyVpcEndpointServicePermissions',
          'ec2:DescribeVpcEndpointServiceConfigurations',
          'elasticloadbalancing:DescribeLoadBalancers',
        ],
      },
    ],
    basis: 'documented',
    note: `${callerPermission} Applies to VPC links of REST APIs.`,
    sources: [
      archivedGuide(
        'amazon-api-gateway-developer-guide@6060e21',
        'doc_source/grant-permissions-to-create-vpclink.md',
        'API Gateway Developer Guide: Grant permissions to create a VPC link',
        '2023-06-29',
      ),
    ],
  }),
]
