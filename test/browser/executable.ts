import { existsSync } from 'node:fs'

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** The browser that `CHROMIUM` names, or one that is installed. */
export const executablePath = [process.env['CHROMIUM'] ?? '', ...usual].find((path) => path !== '' && existsSync(path))
