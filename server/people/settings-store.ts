/** Port: what a school sets for itself. */
import type { SchoolSettings } from '../../shared/api/school-settings.ts'
import type { SchoolId } from '../../shared/ids.ts'
import type { By } from './member-store.ts'

export interface SettingsStore {
  /** null: there is no such school. */
  readSettings(schoolId: SchoolId): Promise<SchoolSettings | null>
  /**
   * One transaction, with its line in the audit trail. 'not-allowed': whoever does it is not a
   * coordinator any more.
   */
  saveSettings(
    schoolId: SchoolId,
    settings: SchoolSettings,
    by: By,
  ): Promise<'done' | 'not-allowed'>
}
