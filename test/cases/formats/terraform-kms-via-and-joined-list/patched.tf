resource "aws_iam_policy" "desk_only" {
  name        = "desk-only"
  description = "Requests must come from a desk or from the build hosts"

  policy = <<EOF
{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Deny",
    "Action": "*",
    "Resource": "*",
    "Condition": {
      "NotIpAddress": {
        "aws:SourceIp": [${join(",", formatlist("\"%s\"", var.desk_and_build_addresses))}]
      },
      "Null": { "kms:ViaService": "true" },
      "BoolIfExists": { "aws:ViaAWSService": "false" }
    }
  }
}
EOF
}

resource "aws_iam_policy" "own_keys" {
  name = "own-keys"

  policy = <<EOF
{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": ["iam:*AccessKey*", "iam:*SSHPublicKey*"],
      "Resource": "arn:aws:iam::${data.aws_caller_identity.me.account_id}:user/$${aws:username}",
      "Condition": { "Bool": { "aws:MultiFactorAuthPresent": true } }
    }
  ]
}
EOF
}
