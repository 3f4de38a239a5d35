declare const __TOOL_VERSION__: string

/** The version of this tool, set when `dist/` is built; code run from source says so. */
export const version: string = typeof __TOOL_VERSION__ === 'string' ? __TOOL_VERSION__ : '0.0.0-source'
