/** One thing that the doctor looks at, and what it found. */

export interface Finding {
  /** 'warning': it works, and somebody should look. 'problem': something is broken. */
  readonly state: 'fine' | 'warning' | 'problem'
  /** In a sentence, with what to do. */
  readonly said: string
}

export interface Check {
  readonly name: string
  /** Failing is a finding too. */
  readonly look: () => Promise<Finding>
}

export interface Checked extends Finding {
  readonly name: string
}

export const fine = (said: string): Finding => ({ state: 'fine', said })
export const warning = (said: string): Finding => ({ state: 'warning', said })
export const problem = (said: string): Finding => ({ state: 'problem', said })

/** One after the other, whatever each finds. */
export async function runChecks(checks: readonly Check[]): Promise<readonly Checked[]> {
  const all: Checked[] = []
  for (const { name, look } of checks) {
    const found = await look().catch((error: unknown) =>
      problem(`could not be looked at: ${error instanceof Error ? error.message : String(error)}`),
    )
    all.push({ name, ...found })
  }
  return all
}
