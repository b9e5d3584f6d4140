/** What a text box says of itself to screen readers: the same for static words and editor. */
import type { TextFieldProps } from './text-field.tsx'

export function textboxAttributes(
  { kind, label, labelledBy, describedBy, placeholder }: TextFieldProps,
  isReadOnly: boolean,
): Readonly<Record<string, string>> {
  return {
    'data-kind': kind,
    'aria-multiline': String(kind === 'rich'),
    'aria-placeholder': placeholder,
    ...nameAttributes({ label, labelledBy }),
    ...(describedBy ? { 'aria-describedby': describedBy } : {}),
    ...(isReadOnly ? { 'aria-readonly': 'true' } : {}),
  }
}

/** Its name: what `labelledBy` points to, else the label itself. */
export function nameAttributes({
  label,
  labelledBy,
}: Pick<TextFieldProps, 'label' | 'labelledBy'>): Readonly<Record<string, string>> {
  return labelledBy ? { 'aria-labelledby': labelledBy } : { 'aria-label': label }
}
