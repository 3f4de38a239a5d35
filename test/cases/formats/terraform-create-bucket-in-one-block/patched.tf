resource "aws_s3_bucket" "photos" {
  bucket = "orchard-photos"
  acl    = "private"
  policy = <<POLICY
{
  "Id": "photos",
  "Statement": [
    {
      "Sid": "IPAllow",
      "Effect": "Deny",
      "Principal": "*",
      "Action": "s3:*",
      "Resource": "arn:aws:s3:::orchard-photos/*",
      "Condition": {
         "NotIpAddress": {"aws:SourceIp": "192.0.2.8/32"},
         "BoolIfExists": { "aws:ViaAWSService": "false" }
      }
    }
  ]
}
POLICY
}
