import { isIPv4 } from 'node:net'
import { registry } from '../registry.ts'
import { experiments } from './probe-experiments.ts'
import { probeScript } from './probe-script.ts'
import { openOutput, type Shell } from './shell.ts'
import { type Call, choiceOf, type Synopsis, usage } from './usage.ts'
import { configPath, outputOption } from './workspace.ts'

const services = Object.keys(experiments)
const defaultName = 'sourceip-guard-probe'

export const probeSynopsis: Synopsis = {
  name: 'probe',
  operands: '',
  summary: 'print an experiment on what AWS leaves open',
  does:
    'AWS’s documents disagree whether a call that a service makes for you keeps\n' +
    'your aws:SourceIp. Prints a script that tries it in your own account: read it,\n' +
    'then run it. Nothing is called by this command. See docs/probe.md.',
  examples: [
    'probe > probe.sh',
    'probe --service cloudformation --region eu-central-1',
    'probe --address 203.0.113.0/24',
  ],
  options: {
    service: { value: 'NAME', help: `whom you call: ${services.join(' or ')} (default: s3)`, completes: services },
    region: { value: 'REGION', help: 'where (default: the Region of your AWS CLI)' },
    address: { value: 'RANGE', help: 'where your calls come from (default: asked in the run)' },
    name: { value: 'NAME', help: `of the role that is made (default: ${defaultName})` },
    output: outputOption,
  },
  maxOperands: 0,
}

/**
 * What may stand in the script: nothing that means something to a shell. A name is part of a bucket's, and since all of that name is
 * deleted in the end, it is one that nothing else has.
 */
const region = /^[a-z]{2,4}(-[a-z]+)+-\d{1,2}$/
const roleName = /^sourceip-guard-[a-z0-9-]{0,15}[a-z0-9]$/

/** `probe`: the exit status. */
export function probe(call: Call, shell: Shell): number {
  const service = choiceOf(call, probeSynopsis, 'service', services) ?? 's3'
  const experiment = experiments[service]
  const path = registry.catalogue.find(({ id }) => id === experiment?.path)
  if (experiment === undefined || path === undefined) throw new Error(`no experiment for ${service}`)
  const script = probeScript(experiment, {
    name:
      checked(
        call,
        'name',
        (name) => roleName.test(name),
        '`sourceip-guard-` and at most 16 small letters, digits and hyphens',
      ) ?? defaultName,
    region: checked(call, 'region', (name) => region.test(name), 'a Region such as eu-central-1'),
    address: checked(call, 'address', isRange, 'an IPv4 range such as 203.0.113.0/24'),
    claims: path.readings.filter(({ id }) => id === 'address-kept' || id === 'address-lost'),
    configPath,
  })
  const { write, close } = openOutput(shell, call.flags.get('output'))
  write(script)
  close()
  return 0
}

function checked({ flags }: Call, flag: string, fits: (value: string) => boolean, wanted: string): string | undefined {
  const value = flags.get(flag)
  if (value === undefined || fits(value)) return value
  throw usage(probeSynopsis, `\`--${flag}\` must be ${wanted}, not \`${value}\``)
}

function isRange(text: string): boolean {
  const [address = '', prefix = '', ...rest] = text.split('/')
  return rest.length === 0 && isIPv4(address) && /^([89]|[12]\d|3[0-2])$/.test(prefix)
}
