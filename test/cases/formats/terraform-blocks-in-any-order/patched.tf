data "aws_iam_policy_document" "hop" {
  statement {
    condition {
      variable = "aws:SourceIp"
      values   = var.cidr_blocks
      test     = "NotIpAddress"
    }

    condition {
      variable = "aws:ViaAWSService"
      values   = ["false"]
      test     = "Bool"
    }

    condition {
      test     = "BoolIfExists"
      variable = "aws:ViaAWSService"
      values   = ["false"]
    }

    resources = ["*"]
    actions   = ["*"]
    effect    = "Deny"
  }
}

resource "aws_iam_policy" "hop" {
  policy = data.aws_iam_policy_document.hop.json
}

resource "aws_iam_user_policy_attachment" "hop" {
  user       = "hop"
  policy_arn = aws_iam_policy.hop.arn
}
