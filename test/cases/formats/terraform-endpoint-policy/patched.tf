resource "aws_vpc_endpoint" "s3" {
  vpc_id       = aws_vpc.main.id
  service_name = "com.amazonaws.eu-north-1.s3"
  policy = jsonencode({
    Statement = [
      { Effect = "Allow", Principal = "*", Action = "*", Resource = "*" },
      {
        Sid       = "Subnets"
        Effect    = "Deny"
        Principal = "*"
        Action    = "*"
        Resource  = "*"
        Condition = { NotIpAddress = { "aws:SourceIp" = [aws_subnet.a.cidr_block] }, BoolIfExists = { "aws:ViaAWSService" = "false" } }
      }
    ]
  })
}
