import type { ServiceCallPath } from '../../model/request.ts'
import { archivedGuide, glueContextKeys, managedPolicy } from '../citations.ts'
import { forwardAccessSession, serviceRole } from '../mechanisms.ts'
import { callerPermission, inferredEntry } from '../notes.ts'
import { absent, present } from '../truth-table.ts'

const via = 'glue.amazonaws.com'
const byGlueItself = { 'glue:credentialissuingservice': absent, 'glue:roleassumedby': present('glue.amazonaws.com') }
const jobCode = { 'glue:credentialissuingservice': present('glue.amazonaws.com') }

export const gluePaths: readonly ServiceCallPath[] = [
  forwardAccessSession({
    id: 'glue-catalog-kms',
    title: 'The Glue Data Catalog encrypts and decrypts metadata for whoever reads or writes it',
    via,
    entryActions: ['glue:GetTable', 'glue:CreateTable', 'glue:GetPartitions', 'glue:GetDatabase'],
    hops: [{ actions: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey'] }],
    basis: 'documented',
    note: `${callerPermission} Applies to encrypted catalogs.`,
    sources: [
      archivedGuide(
        'aws-glue-developer-guide@c4620ef',
        'doc_source/encrypt-glue-data-catalog.md',
        'Glue Developer Guide: Encrypting Your Data Catalog',
        '2023-06-15',
      ),
    ],
  }),
  serviceRole({
    id: 'glue-job-role',
    title: 'Glue jobs and crawlers call AWS with their role',
    via,
    entryActions: ['glue:StartJobRun', 'glue:StartCrawler', 'glue:CreateJob'],
    hops: [
      { actions: ['s3:GetObject', 's3:PutObject'] },
      { actions: ['logs:PutLogEvents'] },
      { actions: ['kms:Decrypt'], through: ['s3.amazonaws.com'] },
      { actions: ['ec2:CreateNetworkInterface'], keys: byGlueItself },
    ],
    basis: 'documented',
    note: 'Jobs in a VPC may call from that VPC. Glue marks the sessions of its jobs with glue:CredentialIssuingService, and calls of its own with glue:RoleAssumedBy.',
    markers: jobCode,
    sources: [
      archivedGuide(
        'aws-glue-developer-guide@c4620ef',
        'doc_source/create-an-iam-role.md',
        'Glue Developer Guide: Step 2: Create an IAM Role for AWS Glue',
        '2023-06-15',
      ),
      glueContextKeys,
    ],
  }),
  forwardAccessSession({
    id: 'glue-lakeformation',
    title: 'Glue asks Lake Formation for access to data',
    via,
    entryActions: ['glue:GetTable', 'glue:GetPartitions'],
    hops: [{ actions: ['lakeformation:GetDataAccess'] }],
    basis: 'derived',
    note: inferredEntry,
    sources: [managedPolicy('AmazonDataZoneGlueManageAccessRolePolicy', 18, '2026-02-12')],
  }),
  forwardAccessSession({
    id: 'glue-redshift-serverless',
    title: 'Glue manages Redshift Serverless workgroups for its catalogs',
    via,
    entryActions: ['glue:CreateCatalog', 'glue:DeleteCatalog'],
    hops: [{ actions: ['redshift-serverless:CreateNamespace', 'redshift-serverless:CreateWorkgroup'] }],
    basis: 'derived',
    note: inferredEntry,
    sources: [managedPolicy('AmazonDataZoneRedshiftManageAccessRolePolicy', 5, '2026-02-12')],
  }),
]
