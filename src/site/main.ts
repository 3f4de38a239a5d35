import { serve } from './engine.ts'
import { open } from './view.ts'

// One script, twice: as the page, and as the worker that the page makes of it.
if (typeof document === 'undefined') serve()
else open(document.currentScript?.textContent ?? '')
