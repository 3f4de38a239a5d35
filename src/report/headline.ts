import type { JsonFinding, JsonServicePath } from './json-report.ts'

type Verdict = JsonServicePath['verdict']

/** What a sentence says in the place of `creates`: of news, and of what is so without a change. */
interface Phrases {
  readonly news: Readonly<Record<Verdict, string>>
  readonly standing: Readonly<Record<Verdict, string>>
}

const active: Phrases = {
  news: { denied: 'can no longer', contested: 'can no longer', 'may-be-denied': 'may no longer be able to' },
  standing: { denied: 'cannot', contested: 'cannot', 'may-be-denied': 'may be unable to' },
}
const passive: Phrases = {
  news: { denied: 'can no longer be', contested: 'can no longer be', 'may-be-denied': 'may fail to be' },
  standing: { denied: 'cannot be', contested: 'cannot be', 'may-be-denied': 'may fail to be' },
}
/** Before a title that is no sentence with a verb we know: a path of the user's own. */
const plain: Phrases = {
  news: {
    denied: 'this no longer works',
    contested: 'this no longer works',
    'may-be-denied': 'this may no longer work',
  },
  standing: { denied: 'this does not work', contested: 'this does not work', 'may-be-denied': 'this may not work' },
}

const condition = 'if one set of AWS’s documents is right'

/**
 * What breaks, in the words of the catalogue's titles: `CloudFormation stops EC2 instances` becomes `After this change CloudFormation
 * can no longer stop EC2 instances`. Without a full stop. For findings that are not about service calls it is their message.
 */
export function breakText({ change, message, servicePaths }: JsonFinding): string {
  const [lead, ...more] = servicePaths
  if (lead === undefined) return capital(message)
  const isNews = change !== 'existing' && !lead.existing
  const phrases = ({ news, standing }: Phrases) => (isNews ? news : standing)[lead.verdict]
  const broken = negated(lead.title, phrases(active), phrases(passive))
  const isOpen = lead.verdict === 'contested'
  const sentence =
    broken === undefined
      ? `${phrases(plain)}${isOpen ? `, ${condition}` : ''}: ${lead.title}`
      : `${isNews ? midSentence(broken) : broken}${isOpen ? `, ${condition}` : ''}`
  const rest =
    more.length === 0 ? '' : ` (and ${more.length} more service-call ${more.length === 1 ? 'path' : 'paths'})`
  return `${capital(isNews ? `after this change ${sentence}` : sentence)}${rest}`
}

/** The verbs of titles. `have` is irregular. */
const verbs = (
  'accept add ask assume attach build call change check create decrypt delete deliver deploy download encrypt export fetch get have ' +
  'import invoke launch load look manage open provision query read record replicate request resolve run send set share start stop ' +
  'store subscribe tag terminate turn unload update upload use watch work write'
).split(' ')
const infinitives = new Map(verbs.map((verb) => [thirdPerson(verb), verb]))
const bases = new Set(verbs)
/** These are things too: `CodeBuild builds call AWS`. */
const things = new Set(['builds', 'exports', 'imports', 'queries', 'records', 'uploads'])

function thirdPerson(verb: string): string {
  if (verb === 'have') return 'has'
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ies`
  return /(?:ch|sh|ss|x)$/.test(verb) ? `${verb}es` : `${verb}s`
}

/** The title with its verbs in the infinitive behind `phrase`; undefined where no verb of it is known. */
function negated(title: string, phrase: string, bePhrase: string): string | undefined {
  const words = title.split(' ')
  const at = words.findIndex((word, index) => index > 0 && isVerb(word, words[index - 1] ?? '', words[index + 1] ?? ''))
  const verb = bare(words[at] ?? '')
  if (verb === '') return undefined
  const rest = words.slice(at + 1)
  if (verb === 'is' || verb === 'are') return [...words.slice(0, at), bePhrase, ...rest].join(' ')
  const predicate = [words[at] ?? '', ...rest].map((word, index, all) => {
    const joined = index === 0 || all[index - 1] === 'and' || startsList(all, index)
    const infinitive = joined ? infinitives.get(bare(word)) : undefined
    return infinitive === undefined ? word : `${infinitive}${word.slice(bare(word).length)}`
  })
  return [...words.slice(0, at), phrase, ...predicate].join(' ')
}

/** `creates, changes and deletes`: all but the last have a comma, and each follows another. */
function startsList(words: readonly string[], index: number): boolean {
  const before = words.slice(0, index)
  return before.every((word) => word.endsWith(',') && infinitives.has(bare(word)))
}

/** `jobs and crawlers call` has its verb in the plural; in `builds call` the first word is none. */
function isVerb(word: string, previous: string, next: string): boolean {
  const name = bare(word)
  if (name === 'is' || name === 'are') return /^\w+ed$/.test(next)
  if (infinitives.has(name)) return !(things.has(name) && bases.has(bare(next)))
  return bases.has(name) && /^[a-z]+s$/.test(previous)
}

function bare(word: string): string {
  return word.replace(/,$/, '')
}

/** A title in the middle of a sentence. */
function midSentence(title: string): string {
  return title.replace(/^(?:An?|The) /, (article) => article.toLowerCase())
}

function capital(sentence: string): string {
  return sentence.slice(0, 1).toUpperCase() + sentence.slice(1)
}
