module "exports_bucket" {
  source      = "git::https://git.example/modules/bucket.git?ref=v4"
  name        = "quarry-exports-${terraform.workspace}"
  force_destroy = false

  bucket_policy_statements = var.partner_ips != null ? [
    {
      sid     = "AllowedPartners"
      effect  = "Deny"
      actions = ["s3:GetObject"]
      principals = {
        identifiers = ["*"]
        type        = "AWS"
      }
      conditions = [
        {
          test     = "NotIpAddress"
          variable = "aws:SourceIp"
          values   = var.partner_ips
        },
        {
          test     = "BoolIfExists"
          variable = "aws:ViaAWSService"
          values   = ["false"]
        }
      ]
    }
  ] : [
    {
      sid        = "AllowedPartners"
      effect     = "Deny"
      actions    = ["s3:GetObject"]
      principals = { identifiers = ["*"], type = "AWS" }
      conditions = []
    }
  ]
}
