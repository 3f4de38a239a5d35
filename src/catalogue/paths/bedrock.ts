import type { ServiceCallPath } from '../../model/request.ts'
import { managedPolicy } from '../citations.ts'
import { forwardAccessSession } from '../mechanisms.ts'
import { inferredEntry } from '../notes.ts'

const via = 'bedrock.amazonaws.com'
const amazonBedrockFullAccess = managedPolicy('AmazonBedrockFullAccess', 11, '2026-08-04')

export const bedrockPaths: readonly ServiceCallPath[] = [
  forwardAccessSession({
    id: 'bedrock-marketplace',
    title: 'Bedrock subscribes to a third-party model in AWS Marketplace',
    via,
    entryActions: ['bedrock:CreateFoundationModelAgreement', 'bedrock:InvokeModel'],
    hops: [{ actions: ['aws-marketplace:Subscribe', 'aws-marketplace:ViewSubscriptions'] }],
    basis: 'derived',
    note: inferredEntry,
    sources: [amazonBedrockFullAccess],
  }),
  forwardAccessSession({
    id: 'bedrock-sagemaker',
    title: 'Bedrock Marketplace deploys and calls SageMaker endpoints',
    via,
    entryActions: ['bedrock:CreateMarketplaceModelEndpoint', 'bedrock:InvokeModel'],
    hops: [{ actions: ['sagemaker:CreateEndpoint', 'sagemaker:CreateModel', 'sagemaker:InvokeEndpoint'] }],
    basis: 'derived',
    note: inferredEntry,
    sources: [amazonBedrockFullAccess],
  }),
]
