import type { ServiceCallPath } from '../model/request.ts'
import { airflowPaths } from './paths/airflow.ts'
import { apigatewayPaths } from './paths/apigateway.ts'
import { appflowPaths } from './paths/appflow.ts'
import { applicationAutoscalingPaths } from './paths/application-autoscaling.ts'
import { applicationSignalsPaths } from './paths/application-signals.ts'
import { appstreamPaths } from './paths/appstream.ts'
import { apsPaths } from './paths/aps.ts'
import { athenaPaths } from './paths/athena.ts'
import { auditmanagerPaths } from './paths/auditmanager.ts'
import { autoscalingPaths } from './paths/autoscaling.ts'
import { backupPaths } from './paths/backup.ts'
import { bedrockPaths } from './paths/bedrock.ts'
import { bedrockAgentcorePaths } from './paths/bedrock-agentcore.ts'
import { cleanroomsPaths } from './paths/cleanrooms.ts'
import { cloud9Paths } from './paths/cloud9.ts'
import { cloudformationPaths } from './paths/cloudformation.ts'
import { cloudformationResourcesPaths } from './paths/cloudformation-resources.ts'
import { cloudformationTemplatesPaths } from './paths/cloudformation-templates.ts'
import { cloudfrontPaths } from './paths/cloudfront.ts'
import { cloudshellPaths } from './paths/cloudshell.ts'
import { cloudtrailPaths } from './paths/cloudtrail.ts'
import { codebuildPaths } from './paths/codebuild.ts'
import { codepipelinePaths } from './paths/codepipeline.ts'
import { configPaths } from './paths/config.ts'
import { controltowerPaths } from './paths/controltower.ts'
import { databrewPaths } from './paths/databrew.ts'
import { dataexchangePaths } from './paths/dataexchange.ts'
import { datasyncPaths } from './paths/datasync.ts'
import { dmsPaths } from './paths/dms.ts'
import { docdbElasticPaths } from './paths/docdb-elastic.ts'
import { drsPaths } from './paths/drs.ts'
import { dynamodbPaths } from './paths/dynamodb.ts'
import { ec2Paths } from './paths/ec2.ts'
import { ec2fastlaunchPaths } from './paths/ec2fastlaunch.ts'
import { ecrPaths } from './paths/ecr.ts'
import { ecsPaths } from './paths/ecs.ts'
import { eksPaths } from './paths/eks.ts'
import { elasticachePaths } from './paths/elasticache.ts'
import { elasticbeanstalkPaths } from './paths/elasticbeanstalk.ts'
import { elasticfilesystemPaths } from './paths/elasticfilesystem.ts'
import { elasticloadbalancingPaths } from './paths/elasticloadbalancing.ts'
import { emrContainersPaths } from './paths/emr-containers.ts'
import { esPaths } from './paths/es.ts'
import { eventsPaths } from './paths/events.ts'
import { fsxPaths } from './paths/fsx.ts'
import { gluePaths } from './paths/glue.ts'
import { identitystorePaths } from './paths/identitystore.ts'
import { imagebuilderPaths } from './paths/imagebuilder.ts'
import { kinesisPaths } from './paths/kinesis.ts'
import { lakeformationPaths } from './paths/lakeformation.ts'
import { lambdaPaths } from './paths/lambda.ts'
import { lambdaRolesPaths } from './paths/lambda-roles.ts'
import { launchwizardPaths } from './paths/launchwizard.ts'
import { logsPaths } from './paths/logs.ts'
import { mgnPaths } from './paths/mgn.ts'
import { nimblePaths } from './paths/nimble.ts'
import { observabilityadminPaths } from './paths/observabilityadmin.ts'
import { odbPaths } from './paths/odb.ts'
import { omicsPaths } from './paths/omics.ts'
import { pipesPaths } from './paths/pipes.ts'
import { protonPaths } from './paths/proton.ts'
import { quicksightPaths } from './paths/quicksight.ts'
import { ramPaths } from './paths/ram.ts'
import { rdsPaths } from './paths/rds.ts'
import { redshiftPaths } from './paths/redshift.ts'
import { resourceGroupsPaths } from './paths/resource-groups.ts'
import { robomakerPaths } from './paths/robomaker.ts'
import { s3Paths } from './paths/s3.ts'
import { s3ObjectLambdaPaths } from './paths/s3-object-lambda.ts'
import { sagemakerPaths } from './paths/sagemaker.ts'
import { secretsmanagerPaths } from './paths/secretsmanager.ts'
import { securitylakePaths } from './paths/securitylake.ts'
import { servicecatalogPaths } from './paths/servicecatalog.ts'
import { servicecatalogAppregistryPaths } from './paths/servicecatalog-appregistry.ts'
import { sesPaths } from './paths/ses.ts'
import { snsPaths } from './paths/sns.ts'
import { sqlworkbenchPaths } from './paths/sqlworkbench.ts'
import { sqsPaths } from './paths/sqs.ts'
import { ssmPaths } from './paths/ssm.ts'
import { ssmGuiconnectPaths } from './paths/ssm-guiconnect.ts'
import { ssoPaths } from './paths/sso.ts'
import { statesPaths } from './paths/states.ts'
import { timestreamPaths } from './paths/timestream.ts'
import { transferPaths } from './paths/transfer.ts'
import { trustPoliciesPaths } from './paths/trust-policies.ts'
import { vpcLatticePaths } from './paths/vpc-lattice.ts'
import { wafv2Paths } from './paths/wafv2.ts'
import { workmailPaths } from './paths/workmail.ts'
import { workspacesPaths } from './paths/workspaces.ts'

/**
 * The known ways in which AWS itself calls an API for a customer, sorted by id: a new calling service is a new file
 * and a line here.
 */
export const catalogue: readonly ServiceCallPath[] = [
  ...airflowPaths,
  ...apigatewayPaths,
  ...appflowPaths,
  ...applicationAutoscalingPaths,
  ...applicationSignalsPaths,
  ...appstreamPaths,
  ...apsPaths,
  ...athenaPaths,
  ...auditmanagerPaths,
  ...autoscalingPaths,
  ...backupPaths,
  ...bedrockPaths,
  ...bedrockAgentcorePaths,
  ...cleanroomsPaths,
  ...cloud9Paths,
  ...cloudformationPaths,
  ...cloudformationResourcesPaths,
  ...cloudformationTemplatesPaths,
  ...cloudfrontPaths,
  ...cloudshellPaths,
  ...cloudtrailPaths,
  ...codebuildPaths,
  ...codepipelinePaths,
  ...configPaths,
  ...controltowerPaths,
  ...databrewPaths,
  ...dataexchangePaths,
  ...datasyncPaths,
  ...dmsPaths,
  ...docdbElasticPaths,
  ...drsPaths,
  ...dynamodbPaths,
  ...ec2Paths,
  ...ec2fastlaunchPaths,
  ...ecrPaths,
  ...ecsPaths,
  ...eksPaths,
  ...elasticachePaths,
  ...elasticbeanstalkPaths,
  ...elasticfilesystemPaths,
  ...elasticloadbalancingPaths,
  ...emrContainersPaths,
  ...esPaths,
  ...eventsPaths,
  ...fsxPaths,
  ...gluePaths,
  ...identitystorePaths,
  ...imagebuilderPaths,
  ...kinesisPaths,
  ...lakeformationPaths,
  ...lambdaPaths,
  ...lambdaRolesPaths,
  ...launchwizardPaths,
  ...logsPaths,
  ...mgnPaths,
  ...nimblePaths,
  ...observabilityadminPaths,
  ...odbPaths,
  ...omicsPaths,
  ...pipesPaths,
  ...protonPaths,
  ...quicksightPaths,
  ...ramPaths,
  ...rdsPaths,
  ...redshiftPaths,
  ...resourceGroupsPaths,
  ...robomakerPaths,
  ...s3Paths,
  ...s3ObjectLambdaPaths,
  ...sagemakerPaths,
  ...secretsmanagerPaths,
  ...securitylakePaths,
  ...servicecatalogPaths,
  ...servicecatalogAppregistryPaths,
  ...sesPaths,
  ...snsPaths,
  ...sqlworkbenchPaths,
  ...sqsPaths,
  ...ssmPaths,
  ...ssmGuiconnectPaths,
  ...ssoPaths,
  ...statesPaths,
  ...timestreamPaths,
  ...transferPaths,
  ...trustPoliciesPaths,
  ...vpcLatticePaths,
  ...wafv2Paths,
  ...workmailPaths,
  ...workspacesPaths,
].toSorted((a, b) => (a.id < b.id ? -1 : 1))
