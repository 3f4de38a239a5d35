/** Whether a text may hold the key, spelt out in any case or hidden in JSON's escapes. */
export function speaksOfSourceIp(text: string): boolean {
  return /sourceip/i.test(text) || /\\u00/i.test(text)
}
