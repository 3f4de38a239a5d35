import type { ServiceCallPath } from '../../model/request.ts'
import { archivedGuide, autopilotModel, dataPerimeterRcps } from '../citations.ts'
import { forwardAccessSession, type LostAddress } from '../mechanisms.ts'

const via = 'secretsmanager.amazonaws.com'
const operationModel = autopilotModel('secretsmanager')
const serviceNetwork: LostAddress = {
  claim: 'the call to KMS comes from the network of the service',
  source: dataPerimeterRcps,
}

export const secretsmanagerPaths: readonly ServiceCallPath[] = [
  forwardAccessSession({
    id: 'secrets-get-kms',
    title: 'Secrets Manager decrypts a secret',
    via,
    entryActions: ['secretsmanager:GetSecretValue', 'secretsmanager:BatchGetSecretValue'],
    hops: [{ actions: ['kms:Decrypt'] }],
    basis: 'documented',
    lost: serviceNetwork,
    sources: [
      archivedGuide(
        'aws-secrets-manager-docs@c3b51cc',
        'doc_source/security-encryption.md',
        'Secrets Manager User Guide: Secret encryption and decryption in AWS Secrets Manager',
        '2023-06-15',
      ),
      operationModel,
    ],
  }),
  forwardAccessSession({
    id: 'secrets-put-kms',
    title: 'Secrets Manager encrypts a secret',
    via,
    entryActions: ['secretsmanager:CreateSecret', 'secretsmanager:PutSecretValue', 'secretsmanager:UpdateSecret'],
    hops: [{ actions: ['kms:GenerateDataKey', 'kms:Decrypt'] }],
    basis: 'documented',
    lost: serviceNetwork,
    sources: [operationModel],
  }),
]
