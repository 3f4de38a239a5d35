// The licences of the packages that have bytes in a bundle.
import { readdir, readFile } from 'node:fs/promises'

/** Name, version and licence of each package, sorted; `results` are those of esbuild, with their metafiles. */
export async function noticesOf(results, root) {
  const texts = await Promise.all(bundledPackages(results).map((folder) => notice(`${root}/${folder}`)))
  return [...new Set(texts)].sort((a, b) => (a < b ? -1 : 1))
}

function bundledPackages(results) {
  const folders = new Set()
  for (const { metafile } of results) {
    for (const output of Object.values(metafile.outputs)) {
      for (const [input, { bytesInOutput }] of Object.entries(output.inputs)) {
        const at = input.lastIndexOf('node_modules/')
        if (at < 0 || bytesInOutput === 0) continue
        const [scope, name] = input.slice(at + 13).split('/')
        folders.add(input.slice(0, at + 13) + (scope.startsWith('@') ? `${scope}/${name}` : scope))
      }
    }
  }
  return [...folders]
}

async function notice(folder) {
  const manifest = JSON.parse(await readFile(`${folder}/package.json`, 'utf8'))
  const file = (await readdir(folder)).sort().find((name) => /^(licen[cs]e|copying)(\.|$)/i.test(name))
  const text = file
    ? (await readFile(`${folder}/${file}`, 'utf8')).replaceAll('\r\n', '\n').trim()
    : '(the package ships no licence file)'
  return `${manifest.name} ${manifest.version}\nLicence: ${manifest.license ?? 'unknown'}\n\n${text}\n`
}
