#!/usr/bin/env node
import { main } from './cli/main.ts'

// A reader that has seen enough (`| head`) ends the program without a complaint.
process.stdout.on('error', (error) => {
  if ('code' in error && error.code === 'EPIPE') process.exit()
  throw error
})
// Whatever ends it before its time, it did not check.
process.exitCode = 2
void main(process.argv.slice(2), {
  folder: process.cwd(),
  env: process.env,
  // Opened only by who reads it.
  get input() {
    return process.stdin.setEncoding('utf8')
  },
  output: process.stdout,
  errors: process.stderr,
}).then((status) => {
  process.exitCode = status
})
