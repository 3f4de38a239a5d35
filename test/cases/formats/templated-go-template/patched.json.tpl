{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Deny",
      "Resource": "*",
      "Action": "*",
      "Condition": { "NotIpAddress": { "aws:SourceIp": "{{.Tunnel}}" }, "BoolIfExists": { "aws:ViaAWSService": "false" } }
    }
  ]
}
