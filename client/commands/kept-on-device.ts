/** Small habits of a person that this device keeps: the commands used last, and whether `?` is a key. */

const RECENT = 'samplan.recent-commands'
const QUESTION = 'samplan.question-key'
const MOST_RECENT = 5

/** Ids, the latest first. */
export function recentCommands(): readonly string[] {
  return (read(RECENT) ?? '').split(' ').filter((id) => id !== '')
}

export function noteCommand(id: string): void {
  const others = recentCommands().filter((known) => known !== id)
  write(RECENT, [id, ...others].slice(0, MOST_RECENT).join(' '))
}

/** Does `?` alone open the page of shortcuts? */
export function isQuestionKeyOn(): boolean {
  return read(QUESTION) !== 'off'
}

export function setQuestionKey(isOn: boolean): void {
  write(QUESTION, isOn ? 'on' : 'off')
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    // Not remembered on this device.
  }
}
