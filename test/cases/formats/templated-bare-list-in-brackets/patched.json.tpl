{
  "Id": "home",
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "Home",
      "Action": "s3:*",
      "Effect": "Deny",
      "Resource": [
        "arn:aws:s3:::${bucket}",
        "arn:aws:s3:::${bucket}/*"
      ],
      "Condition": {
        "NotIpAddress": {
          "aws:SourceIp": [${addresses}]
        },
        "BoolIfExists": { "aws:ViaAWSService": "false" }
      },
      "Principal": "*"
    }
  ]
}
