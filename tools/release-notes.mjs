// The notes of a release, `v1.2.3`: its part of CHANGELOG.md. Fails where the tag is not the version of package.json, or where
// there is nothing to tell.
import { readFileSync } from 'node:fs'

const tag = process.argv[2] ?? ''
const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
if (tag !== `v${version}`) throw new Error(`the tag is ${tag}, and package.json has version ${version}`)
const parts = readFileSync('CHANGELOG.md', 'utf8').split(/^## /m)
const part = parts.find((text) => new RegExp(`^\\[?v?${version.replaceAll('.', '\\.')}\\b`).test(text))
const notes = part?.slice(part.indexOf('\n')).trim() ?? ''
if (notes === '') throw new Error(`CHANGELOG.md says nothing of ${version}`)
const verify = `gh attestation verify dist/index.js --repo ${process.env['GITHUB_REPOSITORY'] ?? 'OWNER/sourceip-guard'}`
console.log(
  `${notes}\n\nThis commit: \`${process.env['GITHUB_SHA'] ?? 'unknown'}\`. Pin it in \`uses:\`. Where it comes from: \`${verify}\`.`,
)
