/** Where main says what happened. Lines hold no article text. */
export interface Log {
  info(message: string): void;
  warning(message: string): void;
  error(message: string): void;
}
