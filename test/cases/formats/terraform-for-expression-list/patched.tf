resource "aws_s3_bucket_policy" "manifests" {
  bucket = module.manifests.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "Subnets"
        Effect    = "Deny"
        Principal = "*"
        Action    = "s3:*"
        Resource = [
          module.manifests.arn,
          "${module.manifests.arn}/*",
        ]
        Condition = {
          "NotIpAddress" = {
            "aws:SourceIp" = [for s in data.aws_subnet.inner : s.cidr_block]
          }
          "BoolIfExists" = { "aws:ViaAWSService" = "false" }
        }
      },
    ]
  })
}

resource "kubernetes_secret" "manifests" {
  metadata {
    name      = "manifests"
    namespace = "depot"
  }
  data = { bucket_arn = module.manifests.arn }
}
