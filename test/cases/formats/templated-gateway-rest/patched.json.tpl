{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Principal": "*", "Action": "execute-api:Invoke", "Resource": "${gateway_arn}" },
    {
      "Effect": "Deny",
      "Principal": "*",
      "Action": "execute-api:Invoke",
      "Resource": "${gateway_arn}",
      "Condition": { "NotIpAddress": { "aws:SourceIp": ${known} }, "BoolIfExists": { "aws:ViaAWSService": "false" } }
    }
  ]
}
