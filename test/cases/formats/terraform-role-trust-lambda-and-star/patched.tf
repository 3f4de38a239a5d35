resource "aws_iam_role" "resize" {
  name = "resize"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { Service = ["lambda.amazonaws.com", "edgelambda.amazonaws.com"] }
        Action    = "sts:AssumeRole"
      },
      {
        Sid       = "AssumeFromOffice"
        Effect    = "Deny"
        Principal = "*"
        Action    = "sts:AssumeRole"
        Condition = { NotIpAddress = { "aws:SourceIp" = ["203.0.113.141/32"] }, BoolIfExists = { "aws:ViaAWSService" = "false" } }
      }
    ]
  })
}
