import type { InspectionStep } from '../model/contracts.ts'
import { columnsOf, visible } from '../report/plain-text.ts'
import type { Shell } from './shell.ts'

/** Shows at a terminal how far a long run is: a line that is drawn over, and taken away in the end. */
export interface Progress {
  readonly step: (step: InspectionStep) => void
  /** Leaves the terminal as if nothing had been drawn. */
  readonly clear: () => void
}

/** In milliseconds. A run that is over sooner shows nothing; a line that changes more often cannot be read. */
const [quietFor, betweenLines] = [1000, 100]
const eraseToEnd = '\u001b[K'

/** Progress on standard error; none where that is no terminal or `quiet` is asked for. `now`: a clock in milliseconds. */
export function openProgress({ errors, env }: Shell, quiet: boolean, now = () => performance.now()): Progress {
  if (errors.isTTY !== true || quiet || env['TERM'] === 'dumb') return { step: () => {}, clear: () => {} }
  let next = now() + quietFor
  let isDrawn = false
  return {
    step: (step) => {
      if (now() < next) return
      next = now() + betweenLines
      isDrawn = true
      errors.write(`\r${fitted(lineOf(step), (errors.columns || 80) - 1)}${eraseToEnd}`)
    },
    clear: () => {
      if (isDrawn) errors.write(`\r${eraseToEnd}`)
      isDrawn = false
    },
  }
}

function lineOf({ kind, index, count, path }: InspectionStep): string {
  const what = { file: 'reading file', statement: 'judging statement' }[kind]
  return `${what} ${index + 1} of ${count}: ${visible(path)}`
}

/** As much as stands on one line: a line that wraps could not be taken away. */
function fitted(text: string, columns: number): string {
  if (columnsOf(text) <= columns) return text
  let width = 1
  const kept = [...text].filter((character) => {
    width += columnsOf(character)
    return width <= columns
  })
  return `${kept.join('')}…`
}
