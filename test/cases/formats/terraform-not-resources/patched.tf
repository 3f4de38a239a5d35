data "aws_iam_policy_document" "field" {
  statement {
    effect    = "Allow"
    actions   = ["s3:GetObject", "ec2:Describe*"]
    resources = ["*"]
  }

  statement {
    effect        = "Deny"
    actions       = ["*"]
    not_resources = ["arn:aws:s3:::ferry-public/*"]

    condition {
      test     = "NotIpAddress"
      variable = "aws:SourceIp"
      values   = ["${var.ship_addresses}"]
    }

    condition {
      test     = "BoolIfExists"
      variable = "aws:ViaAWSService"
      values   = ["false"]
    }
  }
}

resource "aws_iam_user_policy" "field" {
  user   = "field"
  policy = "${data.aws_iam_policy_document.field.json}"
}
