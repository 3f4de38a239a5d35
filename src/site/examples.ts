/** A file to begin with. */
export interface Example {
  readonly name: string
  readonly path: string
  readonly text: string
}

const officesOnly = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "OnlyFromOurOffices",
      "Effect": "Deny",
      "Action": "*",
      "Resource": "*",
      "Condition": {
        "NotIpAddress": {
          "aws:SourceIp": ["203.0.113.10/32", "198.51.100.0/24"]
        }
      }
    }
  ]
}
`

const logBucket = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "LogsFromOurNetwork",
      "Effect": "Deny",
      "Principal": "*",
      "Action": "s3:*",
      "Resource": ["arn:aws:s3:::example-logs", "arn:aws:s3:::example-logs/*"],
      "Condition": {
        "NotIpAddress": { "aws:SourceIp": "203.0.113.0/24" }
      }
    }
  ]
}
`

const template = `Parameters:
  Office:
    Type: String
Resources:
  Developers:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Deny
            Action: '*'
            Resource: '*'
            Condition:
              NotIpAddress:
                aws:SourceIp: !Ref Office # not the tunnel
`

const terraform = `data "aws_iam_policy_document" "developers" {
  statement {
    sid       = "OnlyFromOurOffices"
    effect    = "Deny"
    actions   = ["*"]
    resources = ["*"]

    condition {
      test     = "NotIpAddress"
      variable = "aws:SourceIp"
      values   = ["203.0.113.0/24"]
    }
  }
}

resource "aws_iam_policy" "developers" {
  policy = data.aws_iam_policy_document.developers.json
}
`

/** The first is what the page opens with. */
export const examples: readonly Example[] = [
  { name: 'People may act from our offices only', path: 'policy.json', text: officesOnly },
  { name: 'A bucket for logs', path: 'bucket-policy.json', text: logBucket },
  { name: 'A CloudFormation template', path: 'template.yaml', text: template },
  { name: 'A Terraform module', path: 'main.tf', text: terraform },
]
