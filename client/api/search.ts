/** Words in all plans of a school. */
import type { SearchHits } from '../../shared/api/search.ts'
import { request } from './request.ts'

export function searchPlans(schoolId: string, words: string): Promise<SearchHits> {
  return request(`/api/schools/${schoolId}/search?q=${encodeURIComponent(words)}`)
}
