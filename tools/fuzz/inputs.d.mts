import type { SourceFile } from '../../src/model/source.ts'
import type { Change } from './hold.mjs'

/** The input of one try: a pure function of the seed, the number of the try and the files of each format. */
export function inputOf(seed: number, index: number, filesOfFormats: readonly (readonly SourceFile[])[]): Change
