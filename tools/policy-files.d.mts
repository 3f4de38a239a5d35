/** A policy of about 1.6 kB: some Allow statements, and in one of `every` a Deny on addresses. */
export function policy(index: number, every: number): string
