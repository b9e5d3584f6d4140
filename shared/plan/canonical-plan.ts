/**
 * A plan as one text that is the same for the same content, however it came to
 * be: keys sorted, marks sorted, neighbouring runs joined, no state vectors.
 *
 * For comparing what two browsers and the server hold. Not yet the fingerprint
 * of an approval, which leaves progress out and is defined in its own SPEC.
 */
import { canonicalJson } from '../text/canonical-json.ts'
import type { Plan } from './plan.ts'

/** Hash this (SHA-256 of its UTF-8 bytes) to compare content. */
export function canonicalPlan(plan: Plan): string {
  return canonicalJson(plan)
}
