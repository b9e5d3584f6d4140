/**
 * In place of ProseMirror's history (vite.config.ts). Tiptap asks it to begin a new
 * step after an input rule; the plan's undo is one of Yjs and does that itself
 * (open-plan/plan-undo.ts), so there is no history here to tell.
 */
export function closeHistory<Transaction>(transaction: Transaction): Transaction {
  return transaction
}
