import { guard } from './action/guard.ts'

process.exitCode = await guard()
