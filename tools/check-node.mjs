// Runs on any Node: says plainly what is wrong before TypeScript files fail to load.
const major = Number(process.versions.node.split('.')[0])
if (major < 24) {
  console.error(
    `sourceip-guard's scripts need Node 24 or newer; this is ${process.version} (${process.execPath}).\n` +
      'On Linux x64 `npm ci` puts Node 24 into node_modules (not with --omit=optional or --no-bin-links).\n' +
      'Elsewhere install Node 24 first, for example with `nvm install` (see .node-version).',
  )
  process.exit(1)
}
