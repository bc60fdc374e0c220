import './read-only-text.css';

interface ReadOnlyTextProps {
  readonly label: string;
  readonly text: string;
}

/** A long text to be read, selected and copied, with a caret to go through it by keyboard. */
export function ReadOnlyText({ label, text }: ReadOnlyTextProps) {
  return <textarea className="text-field read-only-text" aria-label={label} readOnly value={text} />;
}
