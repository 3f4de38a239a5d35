import { styleText } from 'node:util'
import { visible } from './plain-text.ts'

type Style = Parameters<typeof styleText>[0]
/** Text in a style, or as it is where there are no colours. */
export type Paint = (style: Style, text: string) => string

/** Paints for a terminal, or leaves all text as it is. */
export function painter(colour: boolean): Paint {
  return (style, text) => (colour ? styleText(style, text, { validateStream: false }) : text)
}

/** The lines of a unified diff in the colours that git gives them, made harmless. */
export function paintedDiff(diff: string, paint: Paint): string[] {
  const lines = diff.trimEnd().split('\n')
  return lines.map((line) => {
    const shown = visible(line.replace(/\r$/, ''))
    const style = ({ '+': 'green', '-': 'red', '@': 'cyan' } as const)[line.slice(0, 1)]
    return style === undefined ? shown : paint(style, shown)
  })
}
