module "call_archive" {
  source   = "./modules/archive"
  lifecycle_rule = [
    {
      enabled = true
      id      = "recordings-expiry"
      prefix  = "recordings/"
      expiration = [{ days = 90 }]
    },
    {
      enabled = true
      id      = "transcripts-expiry"
      prefix  = "transcripts/"
      expiration = [{ days = 90 }]
    },
    {
      enabled = true
      id      = "summaries-expiry"
      prefix  = "summaries/"
      expiration = [{ days = 180 }]
    },
    {
      enabled = true
      id      = "stills-expiry"
      prefix  = "stills/"
      expiration = [{ days = 30 }]
    },
    {
      enabled = true
      id      = "thumbnails-expiry"
      prefix  = "thumbnails/"
      expiration = [{ days = 14 }]
    },
    {
      enabled = true
      id      = "waveforms-expiry"
      prefix  = "waveforms/"
      expiration = [{ days = 7 }]
    },
  ]
}

resource "aws_s3_bucket_policy" "call_archive" {
  bucket = module.call_archive.bucket_name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        "Sid": "NoListingFromOutside",
        "Effect": "Deny",
        "Principal": "*",
        "Action": ["s3:List*"],
        "Resource": [
          module.call_archive.bucket_arn,
          "${module.call_archive.bucket_arn}/*",
        ],
        "Condition": {
          "NotIpAddress": {
            "aws:SourceIp": [
              # tunnel, east
              "198.51.100.113",
              # tunnel, west
              "198.51.100.114",
            ]
          },
          "StringNotEqualsIfExists" = { "aws:sourceVpce" = "vpce-0f1e2d3c4b5a69788" },
          "StringNotEquals": {
            "aws:PrincipalArn": "arn:aws:iam::111122223333:role/archive-admin"
          },
          "Bool": { "aws:ViaAWSService": "false" },
          "BoolIfExists": { "aws:ViaAWSService": "false" }
        }
      },
      {
        Sid       = "NoReadingFromOutside"
        Effect    = "Deny"
        Principal = { "AWS" = "*" }
        "Action" : ["s3:GetObject*", "s3:PutObject*"],
        Resource  = "${module.call_archive.bucket_arn}/*"
        Condition = {
          NotIpAddress = { "aws:SourceIp" : ["198.51.100.113", "198.51.100.114", ] }
          Bool         = { "aws:ViaAWSService" = "false" }
          BoolIfExists = { "aws:PrincipalIsAWSService" = false, "aws:ViaAWSService" = "false" }
          ArnNotLike   = { "aws:PrincipalArn" = ["arn:aws:iam::*:role/*"] }
        }
      },
    ]
  })
}
