/** What a final close of the socket means: the reason says it, else the number. */
import { FAILURES, type FailureCode, isFailureCode } from '../../shared/failure.ts'

const BY_NUMBER: Readonly<Record<number, FailureCode>> = {
  4401: 'sign-in-required',
  4403: 'access-denied',
  4404: 'plan-not-found',
  4409: 'epoch-changed',
  4413: 'update-too-large',
  4426: 'client-too-old',
}

export function finalCode(code: number, reason: string): FailureCode {
  if (isFailureCode(reason) && FAILURES[reason].close === code) return reason
  return BY_NUMBER[code] ?? 'update-refused'
}
