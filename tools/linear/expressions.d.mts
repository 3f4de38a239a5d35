export interface Expression {
  readonly place: string
  readonly name: string
  readonly pattern: string
  readonly flags: string
}

/** The literals of a file with their places, and the places where an expression is put together when the program runs. */
export function expressionsOf(
  file: string,
  text: string,
): { readonly literals: readonly Expression[]; readonly others: readonly string[] }

/** How slow it can be made, and by which text; undefined where it is shown that none does. */
export function whySlow(expression: Pick<Expression, 'pattern' | 'flags'>): Promise<string | undefined>
