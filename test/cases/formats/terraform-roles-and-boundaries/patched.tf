data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["ec2.${data.aws_partition.current.dns_suffix}", "lambda.amazonaws.com"]
    }
    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::${data.aws_caller_identity.me.account_id}:root"]
    }
  }
}

resource "aws_iam_role" "ferry" {
  assume_role_policy   = data.aws_iam_policy_document.trust.json
  permissions_boundary = aws_iam_policy.boundary.arn

  inline_policy {
    name   = "harbour"
    policy = data.aws_iam_policy_document.harbour.json
  }
}

data "aws_iam_policy_document" "harbour" {
  statement {
    effect    = "Deny"
    actions   = concat(["s3:*"], var.more)
    resources = [for bucket in ["quay", "pier"] : "arn:aws:s3:::${bucket}/*"]

    dynamic "condition" {
      for_each = [
        { test = "NotIpAddress", key = "aws:SourceIp", values = ["192.0.2.0/24"] },
        { test = "StringNotEquals", key = "aws:PrincipalTag/deck", values = ["upper"] },
      ]
      content {
        test     = condition.value.test
        variable = condition.value.key
        values   = condition.value.values
      }
    }

    dynamic "condition" {
      for_each = var.exempt ? [1] : []
      iterator = it
      content {
        test     = "BoolIfExists"
        variable = "aws:ViaAWSService"
        values   = ["false"]
      }
    }

    condition {
      test     = "BoolIfExists"
      variable = "aws:ViaAWSService"
      values   = ["false"]
    }
  }
}

# A policy in quotes, as the console shows it.
resource "aws_iam_policy" "boundary" {
  policy = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":\"arn:aws:iam::*:user/$${aws:username}\",\"Condition\":{\"NotIpAddress\":{\"aws:SourceIp\":\"${var.ip}\"}}}]}"
}

resource "aws_iam_policy" "crew" {
  policy = jsonencode({
    Statement = { Effect = "Deny", NotAction = "iam:*", Resource = "*", Condition = { NotIpAddress = { "aws:SourceIp" = ["192.0.2.1"] }, BoolIfExists = { "aws:ViaAWSService" = "false" } } }
  })
}

resource "aws_iam_role_policy_attachment" "crew" {
  role       = aws_iam_role.ferry.name
  policy_arn = aws_iam_policy.crew.arn
}

resource "aws_kms_key" "chest" {
  policy = <<-EOF
    {
      "Version": "2012-10-17",
      "Statement": [
        %{ for account in var.accounts ~}
        { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::${account}:root" }, "Action": "kms:*", "Resource": "*" },
        %{ endfor ~}
        ${jsonencode({ Effect = "Deny", Principal = "*", Action = "kms:*", Resource = "*", Condition = { NotIpAddress = { "aws:SourceIp" = ["192.0.2.0/24"] }, BoolIfExists = { "aws:ViaAWSService" = "false" } } })},
        {
          "Effect": "Deny", "Principal": "*", "Action": "kms:*", "Resource": "*",
          "Condition": { "NotIpAddress": { "aws:SourceIp": ${jsonencode(var.decks)} }
            %{ if var.exempt },"Bool": { "aws:ViaAWSService": "false" }%{ endif } }
        }
      ]
    }
  EOF
}

resource "null_resource" "hand_made" {
  provisioner "local-exec" {
    command = <<-EOF
      aws iam put-user-policy --policy-document '{"Statement":[{"Effect":"Deny","Condition":{"NotIpAddress":{"aws:SourceIp":"192.0.2.4"}}}]}'
    EOF
  }
}
