// What inputs that are meant to take long take of the processor, the worst last: `node tools/worst-inputs.mjs [part of a name]`. Each
// is as large as is read at all.
import { inspect } from '../src/inspect.ts'
import { registry } from '../src/registry.ts'
import { settings } from '../test/unit/inspecting.ts'
import { largestRead, worstInputs } from '../test/worst-inputs.ts'

const rows = worstInputs
  .filter(({ what }) => what.includes(process.argv[2] ?? ''))
  .map((input) => {
    const file = largestRead(input)
    const start = process.cpuUsage()
    const scope = file.base === undefined ? 'tree' : 'change'
    const { conclusion } = inspect([file], registry, { ...settings, scope })
    const { user, system } = process.cpuUsage(start)
    return { seconds: (user + system) / 1e6, what: input.what, size: file.head.text.length, conclusion }
  })
for (const { seconds, what, size, conclusion } of rows.toSorted((a, b) => a.seconds - b.seconds))
  console.log(`${seconds.toFixed(2)} s  ${(size / 1000).toFixed(0)} kB  ${what}: ${conclusion}`)
