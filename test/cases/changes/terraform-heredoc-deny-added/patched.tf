resource "aws_iam_group_policy" "pickers" {
  name   = "pickers"
  group  = aws_iam_group.pickers.name
  policy = <<-POLICY
    {
      "Version": "2012-10-17",
      "Statement": [
        {
          "Effect": "Allow",
          "Action": "*",
          "Resource": "*"
        },
        {
          "Effect": "Deny",
          "Action": "*",
          "Resource": "*",
          "Condition": { "NotIpAddress": { "aws:SourceIp": "${var.office}" }, "BoolIfExists": { "aws:ViaAWSService": "false" } }
        }
      ]
    }
  POLICY
}
