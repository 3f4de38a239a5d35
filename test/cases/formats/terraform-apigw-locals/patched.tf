locals {
  body = templatefile("${path.module}/openapi.yaml", { upstream = var.upstream })

  # who may call the gateway
  gate = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = "*"
        Action    = "execute-api:Invoke"
        Resource  = "execute-api:/*"
        Condition = {
          IpAddress = { "aws:SourceIp" : var.callers }
        }
      },
      {
        Effect    = "Deny"
        Principal = "*"
        Action    = "execute-api:Invoke"
        Resource  = "execute-api:/*"
        Condition = {
          NotIpAddress = { "aws:SourceIp" : var.callers }
          BoolIfExists = { "aws:ViaAWSService" : "false" }
        }
      }
    ]
  })
}
