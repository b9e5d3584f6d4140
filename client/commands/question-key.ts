/** Whether `?` alone is a key, on this device: for everybody at it, so it outlives a sign-out. */

const QUESTION = 'samplan.question-key'

/** Does `?` alone open the page of shortcuts? */
export function isQuestionKeyOn(): boolean {
  try {
    return localStorage.getItem(QUESTION) !== 'off'
  } catch {
    return true
  }
}

export function setQuestionKey(isOn: boolean): void {
  try {
    localStorage.setItem(QUESTION, isOn ? 'on' : 'off')
  } catch {
    // Not remembered on this device.
  }
}
