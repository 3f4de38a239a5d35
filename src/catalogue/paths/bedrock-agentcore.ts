import type { ServiceCallPath } from '../../model/request.ts'
import { managedPolicy } from '../citations.ts'
import { forwardAccessSession } from '../mechanisms.ts'
import { inferredEntry } from '../notes.ts'

export const bedrockAgentcorePaths: readonly ServiceCallPath[] = [
  forwardAccessSession({
    id: 'bedrock-agentcore-kms',
    title: 'Bedrock AgentCore uses keys and reads artifacts from S3',
    via: 'bedrock-agentcore.amazonaws.com',
    entryActions: ['bedrock-agentcore:CreateAgentRuntime', 'bedrock-agentcore:CreateMemory'],
    hops: [{ actions: ['kms:Decrypt', 'kms:GenerateDataKey'] }, { actions: ['s3:GetObject'] }],
    basis: 'derived',
    note: inferredEntry,
    sources: [managedPolicy('BedrockAgentCoreFullAccess', 19, '2026-08-11')],
  }),
]
