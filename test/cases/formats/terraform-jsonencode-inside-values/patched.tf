data "aws_iam_policy_document" "site" {
  statement {
    sid     = "DenyOutside"
    effect  = "Deny"
    actions = ["s3:ListBucket", "s3:GetObject", "s3:PutObject"]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
    resources = [
      "${aws_s3_bucket.site.arn}/*",
    "${aws_s3_bucket.site.arn}"]

    condition {
      test     = "NotIpAddress"
      variable = "aws:SourceIp"
      values   = [jsonencode(var.readers)]
    }

    condition {
      test     = "StringNotLike"
      variable = "aws:PrincipalArn"
      values   = [jsonencode(var.deployers)]
    }

    condition {
      test     = "BoolIfExists"
      variable = "aws:ViaAWSService"
      values   = ["false"]
    }
  }
}

resource "aws_s3_bucket_policy" "site" {
  bucket = aws_s3_bucket.site.bucket
  policy = data.aws_iam_policy_document.site.json
}
