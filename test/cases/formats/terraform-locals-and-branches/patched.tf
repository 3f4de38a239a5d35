# One statement, told in a local, goes into three policies.
locals {
  deny_outside = {
    Sid       = "Shared"
    Effect    = "Deny"
    Principal = "*"
    Action    = "s3:*"
    Resource  = ["${aws_s3_bucket.granary.arn}/*", "arn:aws:s3:::${local.silo}"]
    Condition = local.outside
  }
  silo    = "silo-7"
  outside = { NotIpAddress = { "aws:SourceIp" = concat(local.ranges, var.more) } }
  ranges  = ["192.0.2.0/24", var.annex]

  optional = var.strict ? [
    {
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:Put*"
      Resource  = "*"
      Condition = { NotIpAddress = { "aws:SourceIp" = var.writers }, BoolIfExists = { "aws:ViaAWSService" = "false" } }
    },
  ] : []
}

variable "annex" {
  default = "198.51.100.0/24"
}

variable "more" {
  default = []
}

resource "aws_s3_bucket" "granary" {
  bucket = "granary-of-${local.silo}"
}

resource "aws_s3_bucket_policy" "granary" {
  bucket = aws_s3_bucket.granary.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat([local.deny_outside], local.optional, var.public ? [] : [
      { Sid = "Readers", Effect = "Allow", Principal = { AWS = "*" }, Action = "s3:Get*", Resource = "*" },
    ])
  })
}

resource "aws_s3_bucket_policy" "barn" {
  bucket = "barn"
  policy = jsonencode({
    Statement = [
      local.deny_outside,
      {
        Effect = "Deny", Principal = "*", Action = "*", Resource = "*",
        Condition = merge(local.outside, var.exempt ? { BoolIfExists = { "aws:ViaAWSService" = "false" } } : {})
      },
    ]
  })
}

resource "aws_s3_bucket_policy" "sheds" {
  for_each = var.sheds
  bucket   = each.value
  policy = jsonencode({
    Statement = [for shed in var.sheds : merge(local.deny_outside, { Sid = "Shed", Resource = "arn:aws:s3:::${shed}/*" })]
  })
}
