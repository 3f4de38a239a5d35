import type { Citation, ServiceCallPath } from '../../model/request.ts'
import { archivedGuide } from '../citations.ts'
import { forwardAccessSession, type LostAddress } from '../mechanisms.ts'
import { callerPermission } from '../notes.ts'

const via = 'rds.amazonaws.com'
const customTroubleshooting = archivedGuide(
  'amazon-rds-user-guide@f2e9ed3',
  'doc_source/custom-troubleshooting.md',
  'RDS User Guide: Troubleshooting DB issues for Amazon RDS Custom',
  '2023-06-15',
)
const crossRegionReplica = archivedGuide(
  'amazon-rds-user-guide@f2e9ed3',
  'doc_source/USER_ReadRepl.XRgn.md',
  'RDS User Guide: Creating a read replica in a different AWS Region',
  '2023-06-15',
)
const crossRegionSnapshot = archivedGuide(
  'amazon-rds-user-guide@f2e9ed3',
  'doc_source/USER_CopySnapshot.md',
  'RDS User Guide: Copying a DB snapshot',
  '2023-06-15',
)
/** RDS calls the source Region; its guide asks not to deny calls that services make. */
function sourceRegion(source: Citation): LostAddress {
  return { claim: 'conditions on the source of a request make the call to the source Region fail', source }
}
const customVersion: LostAddress = {
  claim: 'a condition on the address makes the creation of an engine version fail',
  source: customTroubleshooting,
}

export const rdsPaths: readonly ServiceCallPath[] = [
  forwardAccessSession({
    id: 'rds-kms',
    title: 'RDS uses a KMS key for whoever creates, restores or changes a database',
    via,
    entryActions: [
      'rds:CreateDBInstance',
      'rds:CreateDBCluster',
      'rds:RestoreDBInstanceFromDBSnapshot',
      'rds:ModifyDBInstance',
    ],
    hops: [{ actions: ['kms:CreateGrant', 'kms:DescribeKey'] }],
    basis: 'documented',
    sources: [
      archivedGuide(
        'amazon-rds-user-guide@f2e9ed3',
        'doc_source/Overview.Encryption.Keys.md',
        'RDS User Guide: AWS KMS key management',
        '2023-06-15',
      ),
    ],
  }),
  forwardAccessSession({
    id: 'rds-managed-secret',
    title: 'RDS creates the secret that holds the password of the master user',
    via,
    entryActions: ['rds:CreateDBInstance', 'rds:CreateDBCluster', 'rds:ModifyDBInstance'],
    hops: [
      {
        actions: ['secretsmanager:CreateSecret', 'secretsmanager:TagResource'],
        resource: 'arn:*:secretsmanager:*:*:secret:rds!*',
      },
      {
        actions: ['kms:DescribeKey', 'kms:Decrypt', 'kms:GenerateDataKey', 'kms:CreateGrant'],
        through: ['secretsmanager.amazonaws.com'],
      },
    ],
    basis: 'documented',
    note: `${callerPermission} Applies where RDS manages the master user password.`,
    sources: [
      archivedGuide(
        'amazon-rds-user-guide@f2e9ed3',
        'doc_source/rds-secrets-manager.md',
        'RDS User Guide: Password management with Amazon RDS and AWS Secrets Manager',
        '2023-06-15',
      ),
    ],
  }),
  forwardAccessSession({
    id: 'rds-xregion-replica',
    title: 'RDS calls the source Region for whoever creates a read replica in another Region',
    via,
    entryActions: ['rds:CreateDBInstanceReadReplica'],
    hops: [{ actions: ['rds:CreateDBInstanceReadReplica'] }],
    basis: 'documented',
    lost: sourceRegion(crossRegionReplica),
    sources: [crossRegionReplica],
  }),
  forwardAccessSession({
    id: 'rds-xregion-snapshot',
    title: 'RDS calls the source Region for whoever copies a snapshot to another Region',
    via,
    entryActions: ['rds:CopyDBSnapshot', 'rds:CopyDBClusterSnapshot'],
    hops: [
      { actions: ['rds:CopyDBSnapshot', 'rds:CopyCustomDBEngineVersion'] },
      { actions: ['kms:CreateGrant', 'kms:DescribeKey'] },
    ],
    basis: 'documented',
    lost: sourceRegion(crossRegionSnapshot),
    sources: [crossRegionSnapshot],
  }),
  forwardAccessSession({
    id: 'rds-custom-cev',
    title: 'RDS Custom reads installation files from S3 for whoever creates an engine version',
    via,
    entryActions: ['rds:CreateCustomDBEngineVersion'],
    hops: [{ actions: ['s3:GetObject'] }, { actions: ['s3:CreateBucket', 's3:PutBucketPolicy'] }],
    basis: 'documented',
    note: 'The troubleshooting page names a condition on aws:SourceIp as a cause of failure and refers to the example that denies by address, as it was in 2023.',
    lost: customVersion,
    sources: [customTroubleshooting],
  }),
  forwardAccessSession({
    id: 'rds-perfinsights-kms',
    title: 'RDS Performance Insights decrypts its data for whoever reads it',
    via,
    entryActions: ['pi:GetResourceMetrics', 'pi:DescribeDimensionKeys'],
    hops: [{ actions: ['kms:Decrypt', 'kms:GenerateDataKey'] }],
    basis: 'documented',
    sources: [
      archivedGuide(
        'amazon-aurora-user-guide@7a931b4',
        'doc_source/USER_PerfInsights.access-control.md',
        'Aurora User Guide: Configuring access policies for Performance Insights',
        '2023-06-15',
      ),
    ],
  }),
]
