import './key-cap.css';

/** A key as it is printed on the keyboard. Its control says the same with `aria-keyshortcuts`, so readers pass over it. */
export function KeyCap({ children }: { readonly children: string }) {
  return (
    <span aria-hidden="true">
      <kbd className="key-cap">{children}</kbd>
    </span>
  );
}
