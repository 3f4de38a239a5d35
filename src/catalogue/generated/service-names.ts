/**
 * Made by tools/generate-catalogue.mjs, not to be edited.
 * What people call the services of the table of managed policies. A line a service: principal or prefix, name.
 */
export const serviceNames = `
account Account Management
account-access Account access manager
acm Certificate Manager
agent-registry Agent Registry
aiops AI Operations
airflow Managed Workflows for Apache Airflow
airflow-serverless MWAA Serverless
aoss OpenSearch Serverless
appflow AppFlow
application-autoscaling Application Auto Scaling
application-signals.cloudwatch CloudWatch Application Signals
application-transformation Application Transformation Service
appsync AppSync
aps Managed Service for Prometheus
athena Athena
auditmanager Audit Manager
aws-marketplace AWS Marketplace
backup Backup
bedrock Bedrock
bedrock-agentcore Bedrock AgentCore
bedrock-mantle Bedrock Mantle
budgets Budgets
cleanrooms Clean Rooms
cleanrooms-ml Clean Rooms ML
cloud9 Cloud9
cloudformation CloudFormation
cloudfront CloudFront
cloudwatch CloudWatch
codecommit CodeCommit
codeguru-security CodeGuru Security
cognito-identity Cognito Identity
controltower Control Tower
databrew Glue DataBrew
dataexchange Data Exchange
datazone DataZone
docdb-elastic DocumentDB Elastic Clusters
drs Elastic Disaster Recovery
ds Directory Service
dsql Aurora DSQL
dynamodb DynamoDB
ec2 EC2
ec2-images EC2 (as ec2-images)
ec2fastlaunch EC2 Fast Launch
ecr ECR
ecr-public ECR Public
eks EKS
elasticfilesystem EFS
elasticloadbalancing Elastic Load Balancing
elasticmapreduce EMR
emr-containers EMR on EKS
emr-serverless EMR Serverless
es OpenSearch Service
events EventBridge
firehose Data Firehose
fsx FSx
glue Glue
guardduty GuardDuty
iam IAM
identitystore Identity Store
imagebuilder EC2 Image Builder
kinesis Kinesis Data Streams
kms KMS
lakeformation Lake Formation
lambda Lambda
launchwizard Launch Wizard
logs CloudWatch Logs
lookoutequipment Lookout for Equipment
mgn Application Migration Service
monitron Monitron
mpa Multi-party approval
neptune-graph Neptune Analytics
nimble Nimble Studio
observabilityadmin CloudWatch Observability Admin Service
odb Oracle Database@AWS
omics HealthOmics
ops.emr-serverless EMR Serverless (as ops.emr-serverless)
organizations Organizations
proton Proton
ram RAM
rds RDS
redshift Redshift
redshift-data Redshift Data API
redshift-serverless Redshift Serverless
resource-groups Resource Groups
robomaker RoboMaker
s3 S3
s3tables S3 Tables
s3vectors S3 Vectors
sagemaker SageMaker
scheduler EventBridge Scheduler
secretsmanager Secrets Manager
securitylake Security Lake
servicecatalog Service Catalog
servicecatalog-appregistry Service Catalog AppRegistry
servicequotas Service Quotas
signin Sign-In
sms-voice End User Messaging
sns SNS
sqlworkbench SQL Workbench
sqs SQS
ssm Systems Manager
ssm-guiconnect Systems Manager GUI Connect
sso IAM Identity Center
sso-directory IAM Identity Center directory
sts STS
tag Resource Groups Tagging
timestream Timestream
vpc-lattice VPC Lattice
wafv2 WAF
xray X-Ray
`
