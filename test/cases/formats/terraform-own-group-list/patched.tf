variable "known_addresses" {
  type        = list(string)
  description = "who may come in"
  default     = ["192.0.2.50/32", "192.0.2.51/32"]
}

resource "aws_iam_policy" "known" {
  name   = "known-addresses"
  policy = data.aws_iam_policy_document.known.json
}

data "aws_iam_policy_document" "known" {
  statement {
    sid       = "Known"
    effect    = "Deny"
    actions   = ["*"]
    resources = ["*"]
    condition {
      test     = "NotIpAddress"
      variable = "aws:SourceIp"
      values   = var.known_addresses
    }
    condition {
      test     = "BoolIfExists"
      variable = "aws:ViaAWSService"
      values   = ["false"]
    }
  }
}

resource "aws_iam_group_policy_attachment" "known" {
  for_each   = toset(["admins", "developers"])
  group      = each.value
  policy_arn = aws_iam_policy.known.arn
}
