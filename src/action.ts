import { guard } from './action/guard.ts'

void guard().then((status) => {
  process.exitCode = status
})
