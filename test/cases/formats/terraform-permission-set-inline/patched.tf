data "aws_iam_policy_document" "base" {
  statement {
    sid       = "Base"
    effect    = "Deny"
    actions   = ["*"]
    resources = ["*"]
    condition {
      test     = "NotIpAddress"
      variable = "aws:SourceIp"
      values   = var.sites
    }
    condition {
      test     = "BoolIfExists"
      variable = "aws:ViaAWSService"
      values   = ["false"]
    }
  }
}

data "aws_iam_policy_document" "analyst" {
  source_policy_documents = [data.aws_iam_policy_document.base.json]

  statement {
    actions   = ["athena:*", "glue:Get*"]
    resources = ["*"]
  }
}

resource "aws_ssoadmin_permission_set_inline_policy" "analyst" {
  instance_arn       = local.sso
  permission_set_arn = aws_ssoadmin_permission_set.analyst.arn
  inline_policy      = data.aws_iam_policy_document.analyst.json
}
