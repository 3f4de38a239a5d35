/** Condition keys as AWS writes them; IAM itself minds no case. Source: IAM User Guide, "AWS global condition context keys". */
const written = [
  'aws:CalledVia',
  'aws:CalledViaFirst',
  'aws:CalledViaLast',
  'aws:CurrentTime',
  'aws:EpochTime',
  'aws:MultiFactorAuthPresent',
  'aws:PrincipalAccount',
  'aws:PrincipalArn',
  'aws:PrincipalIsAWSService',
  'aws:PrincipalOrgID',
  'aws:PrincipalOrgPaths',
  'aws:PrincipalServiceName',
  'aws:PrincipalServiceNamesList',
  'aws:PrincipalType',
  'aws:RequestedRegion',
  'aws:SecureTransport',
  'aws:SourceAccount',
  'aws:SourceArn',
  'aws:SourceIp',
  'aws:SourceOrgID',
  'aws:SourceOrgPaths',
  'aws:SourceVpc',
  'aws:SourceVpcArn',
  'aws:SourceVpce',
  'aws:UserAgent',
  'aws:userid',
  'aws:username',
  'aws:ViaAWSService',
  'aws:VpceAccount',
  'aws:VpceOrgID',
  'aws:VpceOrgPaths',
  'aws:VpcSourceIp',
  'kms:ViaService',
  'lambda:SourceFunctionArn',
  'ec2:SourceInstanceARN',
  'glue:CredentialIssuingService',
  'glue:RoleAssumedBy',
  'codebuild:BuildArn',
  'codebuild:ProjectArn',
  'ssm:SourceInstanceARN',
]
const byLowerCase = new Map(written.map((name) => [name.toLowerCase(), name]))

/** The key as AWS writes it; one that is not known as it is. */
export function keyAsWritten(key: string): string {
  return byLowerCase.get(key.toLowerCase()) ?? key
}

/** Keys of the caller's VPC, lower-cased: there only where a request comes through an endpoint, and never handed on by a service. */
export const vpcKeys: readonly string[] = [
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:sourcevpcarn',
  'aws:vpcsourceip',
  'aws:vpceaccount',
  'aws:vpceorgid',
  'aws:vpceorgpaths',
]
