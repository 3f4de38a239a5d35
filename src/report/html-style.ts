/** The look of the report and of the page that shows one. Colours have a contrast of at least 4.5 on their ground, in light and dark. */
export const reportStyle = `
:root { color-scheme: light dark; --ground: #fff; --text: #1c2127; --soft: #545d68; --line: #c9d1d9; --sheet: #f5f7f9;
  --error: #b3161b; --warning: #8a5000; --notice: #0b5cad; --good: #176b2c; --gone: #ffe2e0; --new: #d7f5dd; --link: #0b5cad; }
@media (prefers-color-scheme: dark) { :root { --ground: #12161b; --text: #e4e9ee; --soft: #a7b1bc; --line: #3a434d; --sheet: #1b2127;
  --error: #ff8f8a; --warning: #e8b04c; --notice: #78b7ff; --good: #6fd087; --gone: #58201f; --new: #17452a; --link: #78b7ff; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1rem; max-width: 70rem; background: var(--ground); color: var(--text);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.2rem; line-height: 1.35; } h3 { font-size: 1rem; }
h1, h2, h3, p, ul, figure, dl { margin: 0 0 .75rem; }
a { color: var(--link); }
code, pre { font: .875em/1.45 ui-monospace, Menlo, Consolas, monospace; direction: ltr; unicode-bidi: isolate; }
code { background: var(--sheet); border-radius: .25em; padding: .1em .3em; }
pre { margin: 0 0 .75rem; padding: .6rem; background: var(--sheet); border: 1px solid var(--line); border-radius: .4rem;
  white-space: pre-wrap; overflow-wrap: anywhere; }
pre code { padding: 0; font-size: 1em; background: none; }
article { margin: 0 0 1.5rem; padding: 1rem; border: 1px solid var(--line); border-inline-start: .35rem solid var(--line); border-radius: .5rem; }
article.error { border-inline-start-color: var(--error); } article.warning { border-inline-start-color: var(--warning); }
.place, .basis, .foot { color: var(--soft); font-size: .9rem; }
.level.error, .failure { color: var(--error); } .level.warning { color: var(--warning); } .level.notice { color: var(--notice); }
.success, .proof { color: var(--good); }
details { margin: 0 0 .6rem; } summary { cursor: pointer; padding: .25rem 0; } details[open] > summary { margin-bottom: .5rem; }
details details { margin-inline-start: 1rem; }
summary:focus-visible, a:focus-visible, button:focus-visible, label:focus-within { outline: 3px solid var(--notice); outline-offset: 2px; }
.way { margin: 0 0 1rem; padding: .75rem; border: 1px solid var(--line); border-radius: .5rem; min-width: 0; }
.steps { display: flex; flex-wrap: wrap; gap: .6rem 1.6rem; margin-bottom: .75rem; }
.step { position: relative; flex: 1 1 11rem; padding: .5rem .6rem; border: 2px solid var(--line); border-radius: .5rem; background: var(--sheet); cursor: pointer; }
.step + .step::before { content: "\\2192"; content: "\\2192" / ""; position: absolute; inset-inline-start: -1.45rem; top: .5rem; color: var(--soft); }
.step input { margin: 0 .4rem 0 0; } .step small { display: block; color: var(--soft); }
.step.end { font-weight: 600; } .step.denied, .step.contested { border-color: var(--error); color: var(--error); }
.step.may-be-denied { border-color: var(--warning); color: var(--warning); }
.step code { background: none; padding: 0; }
.panel { margin-bottom: .5rem; } .panel p, .panel ul { margin: .25rem 0 .5rem; }
@supports selector(:has(a)) { .panel { display: none; } .step:has(:checked) { box-shadow: 0 0 0 2px currentcolor; }
  .way:has(.step:nth-child(1) :checked) .panel:nth-of-type(2), .way:has(.step:nth-child(2) :checked) .panel:nth-of-type(3),
  .way:has(.step:nth-child(3) :checked) .panel:nth-of-type(4), .way:has(.step:nth-child(4) :checked) .panel:nth-of-type(5) { display: block; } }
dl { display: grid; grid-template-columns: minmax(6rem, max-content) 1fr; gap: .15rem .75rem; margin: .4rem 0; } dt { color: var(--soft); } dd { margin: 0; }
.sides { display: grid; grid-template-columns: 1fr 1fr; gap: .75rem; } .sides figure { min-width: 0; } figcaption { color: var(--soft); font-size: .9rem; }
.sides pre { white-space: pre-wrap; } ins, del { text-decoration: none; } ins { background: var(--new); } del { background: var(--gone); } .n { color: var(--soft); }
@media (max-width: 45rem) { body { padding: .6rem; } article { padding: .6rem; } .sides { grid-template-columns: 1fr; }
  .steps { flex-direction: column; gap: 1.5rem; } .step { flex-basis: auto; }
  .step + .step::before { content: "\\2193"; content: "\\2193" / ""; inset-inline-start: 1rem; top: -1.55rem; } dl { grid-template-columns: 1fr; } dd { margin-bottom: .3rem; } }
@media print { body { max-width: none; } .panel { display: block !important; } article { break-inside: auto; } h2, h3 { break-after: avoid; }
  details::details-content { content-visibility: visible; block-size: auto; } }
`
