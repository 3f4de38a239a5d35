import type { Condition, Statement } from '../model/policy.ts'
import { callSteps } from './call-steps.ts'
import { codeHtml, escapedHtml, linkHtml, listHtml, proseHtml } from './html-text.ts'
import type { JsonServicePath } from './json-report.ts'

/**
 * The way of a call as a picture to step through: who calls, who goes on, what AWS sees then and which condition decides. The steps are
 * radio buttons, so that keys step too and no script is needed; without style sheets everything is there to read. `name` is unique on
 * the page.
 */
export function wayHtml(path: JsonServicePath, { conditions }: Statement, name: string): string {
  const steps = callSteps(path)
  const details = [
    startDetail(path),
    ...(steps.length > 3 ? [serviceDetail(path, steps[1]?.what ?? '')] : []),
    requestDetail(path),
  ]
  const panels = [...details, denyDetail(path, conditions)]
  const boxes = steps.map(({ who, what }, index) => {
    const kind = index === steps.length - 1 ? `step end ${path.verdict}` : 'step'
    const note = what === '' ? '' : `<small>${proseHtml(what)}</small>`
    const checked = index === steps.length - 1 ? ' checked' : ''
    return `<label class="${kind}"><input type="radio" name="${name}"${checked}><span>${proseHtml(who)}</span>${note}</label>`
  })
  return (
    `<fieldset class="way"><legend>The call, step by step</legend>\n<div class="steps">${boxes.join('\n')}</div>\n` +
    `${panels.map((panel, index) => `<div class="panel"><b>Step ${index + 1}.</b> ${panel}</div>`).join('\n')}\n</fieldset>`
  )
}

function startDetail({ mechanism, network, entryActions }: JsonServicePath): string {
  const calls = entryActions.map((action) => codeHtml(action)).join(', ')
  if (mechanism !== 'forward-access-session') return `It begins with ${calls}.`
  return network === 'public'
    ? `It begins with ${calls}, from an address that the statement admits. This first call is not denied.`
    : `It begins with ${calls}, through a VPC endpoint.`
}

/** Where the address is lost: in the words of AWS's documents. */
function serviceDetail({ via, readings }: JsonServicePath, how: string): string {
  const claims = readings.map(({ claim, denied, source }) => {
    return `${denied ? 'denied' : 'not denied'}, if ${proseHtml(claim)} (${linkHtml(source.title, source.url)})`
  })
  return `${codeHtml(via)} calls ${proseHtml(how)}. What becomes of the address:${listHtml(claims)}`
}

function requestDetail({ action, request }: JsonServicePath): string {
  if (request === null) return `${codeHtml(action)} is called. The file does not hold what a whole request would take.`
  const { principal, resource, context } = request
  const rows = [
    ['resource', resource],
    ['principal', principal.arn ?? principal.service ?? principal.type],
    ...Object.entries(context).map(([key, value]) => [key, typeof value === 'string' ? value : value.join(', ')]),
  ].map(([key = '', value = '']) => `<dt>${escapedHtml(key)}</dt><dd>${codeHtml(value)}</dd>`)
  const absent = context['aws:SourceIp'] === undefined ? '<p>There is no <code>aws:SourceIp</code> in it.</p>' : ''
  return `AWS sees ${codeHtml(action)} so, for example:<dl>${rows.join('')}</dl>${absent}`
}

/** Of a request that is denied, every condition holds: that is what the witness is. */
function denyDetail({ verdict, request, undecided }: JsonServicePath, conditions: readonly Condition[]): string {
  const shown = conditions.map((condition) => conditionHtml(condition, request))
  if (verdict === 'may-be-denied')
    return `The statement matches if all of this holds:${listHtml(shown)}What is not known: ${undecided.map(proseHtml).join('; ')}.`
  const sure = verdict === 'contested' ? ' in the readings that deny it' : ''
  return `All conditions of the statement hold${sure}, so it is denied:${listHtml(shown)}`
}

function conditionHtml({ operator: { value }, key, values }: Condition, request: JsonServicePath['request']): string {
  const operator = `${value.quantifier === undefined ? '' : `${value.quantifier}:`}${value.base}${value.ifExists ? 'IfExists' : ''}`
  const written = values.map((each) => (each.kind === 'literal' ? each.text : each.expression)).join(', ')
  const text = `${codeHtml(`${operator} ${key.value}`.trim())} ${codeHtml(written)}`
  if (request === null) return text
  const given = Object.entries(request.context).find(([name]) => name.toLowerCase() === key.value.toLowerCase())?.[1]
  const seen =
    given === undefined ? 'there is none' : `it is ${codeHtml(typeof given === 'string' ? given : given.join(', '))}`
  return `${text}: ${seen}`
}
