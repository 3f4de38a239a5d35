resource "aws_organizations_policy" "net" {
  name = "net"
  type = "SERVICE_CONTROL_POLICY"
  content = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid      = "HomeOrService"
      Effect   = "Deny"
      Action   = "*"
      Resource = "*"
      Condition = {
        NotIpAddress     = { "aws:SourceIp" = var.home }
        BoolIfExists     = { "aws:ViaAWSService" = "false" }
        ArnNotLikeIfExists = { "aws:PrincipalArn" = ["arn:aws:iam::*:role/*"] }
      }
    }]
  })
}

resource "aws_organizations_policy" "net_old" {
  name    = "net-old"
  type    = "SERVICE_CONTROL_POLICY"
  content = <<-JSON
    {
      "Version": "2012-10-17",
      "Statement": [
        {
          "Sid": "Home",
          "Effect": "Deny",
          "Action": "*",
          "Resource": "*",
          "Condition": { "NotIpAddress": { "aws:SourceIp": ${jsonencode(var.home)} }, "BoolIfExists": { "aws:ViaAWSService": "false" } }
        }
      ]
    }
  JSON
}
