import { type Judgement, judge, type Sheet } from './judge.ts'

/** Longer than any policy takes; what takes longer is given up. */
const patience = 20_000

/** Judges sheets beside the page, so that typing stays smooth: one at a time, and of those that wait the newest alone. */
export interface Engine {
  ask(sheet: Sheet): void
}

export interface Answers {
  readonly judged: (judgement: Judgement) => void
  readonly failed: (why: string) => void
}

/** An engine in a worker of the page's own script, `source`. */
export function engineOf(source: string, { judged, failed }: Answers): Engine {
  const address = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }))
  let worker: Worker | undefined
  let waiting: Sheet | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const start = (sheet: Sheet) => {
    worker ??= new Worker(address)
    worker.onmessage = ({ data }: MessageEvent<Judgement>) => done(() => judged(data))
    worker.onerror = ({ message }) => giveUp(`this is a mistake of the page's own: ${message}`)
    timer = setTimeout(() => giveUp('this takes too long'), patience)
    worker.postMessage(sheet)
  }
  const done = (tell: () => void) => {
    clearTimeout(timer)
    timer = undefined
    tell()
    const next = waiting
    waiting = undefined
    if (next !== undefined) start(next)
  }
  const giveUp = (why: string) => {
    worker?.terminate()
    worker = undefined
    done(() => failed(why))
  }
  return {
    ask(sheet) {
      if (timer === undefined) start(sheet)
      else waiting = sheet
    },
  }
}

/** What the script does in the worker. */
export function serve(): void {
  addEventListener('message', ({ data }: MessageEvent<Sheet>) => {
    postMessage(judge(data, new Date().toISOString().slice(0, 10)))
  })
}
