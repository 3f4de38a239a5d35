const helps: Readonly<Record<string, string>> = {
  'denies-everyone':
    'Whoever one of several Deny statements matches is denied, so a caller must be in all of their address lists. Join the lists in one statement.',
  'exemption-removed':
    'A condition such as `aws:ViaAWSService` or `kms:ViaService` kept calls that AWS services make alive. Put it back, or check that nobody needs these calls.',
  'exemption-without-effect':
    'The condition reads like an exemption and changes nothing, or switches the Deny off. Use `BoolIfExists` with `aws:ViaAWSService` set to `false`, or name the key that is meant.',
  'invalid-address':
    'Write addresses under `aws:SourceIp` as CIDR ranges with the host bits zero: `203.0.113.0/24`, `2001:db8::/32`.',
  'ipv6-missing':
    'Callers on dual-stack endpoints come by IPv6, and are in no IPv4 range. Add the IPv6 ranges of your network, or use endpoints of IPv4 alone.',
  'private-address':
    '`aws:SourceIp` holds public addresses alone. For calls from inside a VPC use `aws:VpcSourceIp`, `aws:SourceVpc` or `aws:SourceVpce`.',
  'service-call-denied':
    'AWS services call each other for you, and such calls may come from addresses of AWS. Exempt them, for example by `BoolIfExists` with `aws:ViaAWSService` set to `false`.',
  'unreadable-policy':
    'A Deny on `aws:SourceIp` may be hidden in a file that cannot be read. Mend the file, or leave it out with `paths`.',
  'vpc-endpoint-denied':
    'Calls through a VPC endpoint carry no `aws:SourceIp`, and `NotIpAddress` matches a key that is absent. Exempt your endpoints by `aws:SourceVpce` or `aws:SourceVpc`.',
}

/** What to do about a finding of a rule, in plain sentences. */
export function ruleHelp(id: string): string {
  return helps[id] ?? 'See the page of the rule in `docs/rules`.'
}
