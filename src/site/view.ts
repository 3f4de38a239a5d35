import { policyTypes } from '../model/policy.ts'
import { engineOf } from './engine.ts'
import { examples } from './examples.ts'
import type { Judgement, Sheet } from './judge.ts'
import { fragmentOf, sheetOf } from './share.ts'

/** After the last key. */
const pause = 250

/** Brings the page to life; `source` is its script, for the worker. */
export function open(source: string): void {
  const page = elements()
  let patches: readonly string[] = []
  let undone: Sheet | undefined
  const engine = engineOf(source, {
    judged: (judgement) => {
      patches = judgement.patches
      show(page, judgement)
    },
    failed: (why) => tell(page, `Not judged: ${why}.`, 'failure'),
  })
  const judge = () => {
    const sheet = sheetIn(page)
    page.verdict.dataset['state'] = 'working'
    engine.ask(sheet)
    // The address of the page is the sheet: it can be copied at any time, and reloading changes nothing.
    void fragmentOf(sheet).then((fragment) => {
      if (sheetIn(page).text === sheet.text) history.replaceState(null, '', fragment)
    })
  }
  const put = (sheet: Sheet) => {
    undone = sheetIn(page)
    page.undo.disabled = false
    fill(page, sheet)
    judge()
  }
  listen(page, {
    typed: judge,
    chosen: ({ path, text }) => put({ path, text, type: undefined }),
    taken: (index) => put({ ...sheetIn(page), text: patches[index] ?? page.text.value }),
    undo: () => undone !== undefined && put(undone),
  })
  const begin = async () => {
    const [first] = examples
    fill(page, (await sheetOf(location.hash)) ?? { path: first?.path ?? '', text: first?.text ?? '', type: undefined })
    judge()
  }
  addEventListener('hashchange', () => void begin())
  void begin()
}

interface Page {
  readonly path: HTMLInputElement
  readonly type: HTMLSelectElement
  readonly example: HTMLSelectElement
  readonly text: HTMLTextAreaElement
  readonly undo: HTMLButtonElement
  readonly share: HTMLButtonElement
  readonly verdict: HTMLElement
  readonly findings: HTMLElement
}

/** The page's elements, with the choices that the code knows filled in. */
function elements(): Page {
  const page: Page = {
    path: element('path', HTMLInputElement),
    type: element('type', HTMLSelectElement),
    example: element('example', HTMLSelectElement),
    text: element('text', HTMLTextAreaElement),
    undo: element('undo', HTMLButtonElement),
    share: element('share', HTMLButtonElement),
    verdict: element('verdict', HTMLElement),
    findings: element('findings', HTMLElement),
  }
  page.type.append(...[...new Set(Object.values(policyTypes))].map((type) => new Option(type, type)))
  page.example.append(...examples.map(({ name }, index) => new Option(name, String(index))))
  return page
}

function element<T extends HTMLElement>(id: string, kind: new () => T): T {
  const found = document.getElementById(id)
  if (found instanceof kind) return found
  throw new Error(`the page has no ${id}`)
}

function sheetIn({ path, type, text }: Page): Sheet {
  return { path: path.value.trim() || 'policy.json', text: text.value, type: policyTypes[type.value] }
}

function fill({ path, type, text }: Page, sheet: Sheet): void {
  path.value = sheet.path
  type.value = sheet.type ?? ''
  text.value = sheet.text
}

interface Wishes {
  readonly typed: () => void
  readonly chosen: (example: (typeof examples)[number]) => void
  readonly taken: (patch: number) => void
  readonly undo: () => void
}

function listen(page: Page, { typed, chosen, taken, undo }: Wishes): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const later = () => {
    clearTimeout(timer)
    timer = setTimeout(typed, pause)
  }
  page.text.addEventListener('input', later)
  page.path.addEventListener('input', later)
  page.type.addEventListener('change', typed)
  page.example.addEventListener('change', () => {
    const example = examples[Number(page.example.value || -1)]
    page.example.value = ''
    if (example !== undefined) chosen(example)
  })
  page.undo.addEventListener('click', undo)
  page.share.addEventListener('click', () => {
    void navigator.clipboard?.writeText(location.href).then(
      () => tellShared(page, 'The link is copied.'),
      () => tellShared(page, 'Copy the address of this page.'),
    )
  })
  page.findings.addEventListener('click', ({ target }) => {
    const number = target instanceof HTMLElement ? target.dataset['patch'] : undefined
    if (number === undefined) return
    taken(Number(number))
    page.verdict.focus()
  })
}

function tellShared({ share }: Page, text: string): void {
  share.textContent = text
  setTimeout(() => {
    share.textContent = 'Share'
  }, 2000)
}

/** All of the HTML went through `html-text.ts`; the page's policy lets no script of a file's run in any case. */
function show(page: Page, { conclusion, counts, html }: Judgement): void {
  page.findings.innerHTML = html
  tell(page, `${conclusion === 'success' ? 'Passed' : 'Failed'}. ${counts}`, conclusion)
}

function tell({ verdict }: Page, text: string, state: Judgement['conclusion']): void {
  verdict.textContent = text
  verdict.dataset['state'] = state
}
