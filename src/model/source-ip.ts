/**
 * Whether a text may hold the key: spelt out in any case, hidden in escapes or in broken lines of JSON, YAML, TOML and HCL, or stood
 * in for by a name beside an operator that compares addresses.
 */
export function speaksOfSourceIp(text: string): boolean {
  if (/sourceip|\\u00/i.test(text)) return true
  if (namesAddressOperator(text) && /deny/i.test(text)) return true
  return /\\x|\\\r?\n/i.test(text) && /sourceip/i.test(unescaped(text))
}

/** An operator that compares addresses; `PrivateIpAddress` and `ipAddress` are fields of other things. */
export function namesAddressOperator(text: string): boolean {
  return /notipaddress/i.test(text) || /(?<![A-Za-z_])IpAddress(?![a-z])/.test(text)
}

/** Without YAML's escapes of two digits, and with the lines joined that a backslash breaks. */
function unescaped(text: string): string {
  const joined = text.replaceAll(/\\\r?\n[ \t]*/g, '')
  return joined.replaceAll(/\\x([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}
