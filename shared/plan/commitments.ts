/** The five eTwinning School commitments, in the order of the mission. Keys never change. */
export const COMMITMENTS = ['leadership', 'collaboration', 'pupils', 'models', 'inclusion'] as const

export type Commitment = (typeof COMMITMENTS)[number]

/** Is this one of the five keys? */
export function isCommitment(value: unknown): value is Commitment {
  return COMMITMENTS.some((commitment) => commitment === value)
}

/** Its place in the mission and in the wheel: 1 to 5. */
export function commitmentNumber(commitment: Commitment): number {
  return COMMITMENTS.indexOf(commitment) + 1
}
