// The inputs that are tried: files of the tests and of the corpus, mutated.
import { mutated } from './mutations.mjs'
import { randomOf, seedOf } from './random.mjs'

/**
 * The input of one try: a pure function of the seed, the number of the try and the files of each format, so that a thread that hangs
 * can be asked no more.
 */
export function inputOf(seed, index, filesOfFormats) {
  const random = randomOf(seedOf(seed, index))
  const files = random.pick(filesOfFormats)
  const [file, other] = [random.pick(files), random.pick(files)]
  const { text, done } = mutated(random, file.text, other.text)
  const head = { path: file.path, text }
  const base = random.pick([undefined, file, { path: file.path, text: mutated(random, file.text, other.text).text }])
  return { base, head, done, scope: base === undefined ? 'tree' : 'change', whole: random.chance(0.02) }
}
