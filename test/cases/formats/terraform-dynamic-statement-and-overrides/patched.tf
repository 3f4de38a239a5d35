data "aws_iam_policy_document" "tls" {
  count = local.on ? 1 : 0

  statement {
    sid       = "TlsOnly"
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [local.arn, "${local.arn}/*"]
    principals {
      identifiers = ["*"]
      type        = "*"
    }
    condition {
      test     = "Bool"
      values   = ["false"]
      variable = "aws:SecureTransport"
    }
  }

  dynamic "statement" {
    for_each = length(var.allow_from) > 0 ? [1] : []

    content {
      sid       = "AllowFromAddresses"
      effect    = "Deny"
      actions   = ["s3:*"]
      resources = [local.arn, "${local.arn}/*"]
      principals {
        identifiers = ["*"]
        type        = "*"
      }
      condition {
        test     = "NotIpAddress"
        variable = "aws:SourceIp"
        values   = var.allow_from
      }
      condition {
        test     = "BoolIfExists"
        variable = "aws:ViaAWSService"
        values   = ["false"]
      }
    }
  }
}

data "aws_iam_policy_document" "all" {
  count                     = local.on ? 1 : 0
  source_policy_documents   = [one(data.aws_iam_policy_document.tls[*].json)]
  override_policy_documents = var.extra_documents
}

resource "aws_s3_bucket_policy" "this" {
  count  = local.on ? 1 : 0
  bucket = one(aws_s3_bucket.this[*].id)
  policy = one(data.aws_iam_policy_document.all[*].json)
}
