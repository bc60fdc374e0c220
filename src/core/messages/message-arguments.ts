/**
 * What a message must be given, read off its own text: `{name}` wants words or a figure, `{count, plural, …}` a number, `{kind, select, …}` words.
 * Branches may hold plain arguments and no further branches: a sentence that wants more is two sentences.
 */
export type MessageArguments<Text extends string> = {
  readonly [Argument in ArgumentIn<Text> as Argument[0]]: Argument[1];
};

type ArgumentIn<Text> = Text extends `${string}{${infer Inside}` ? FirstOf<Inside> : never;

/** `Inside` begins behind the brace that opens an argument. */
type FirstOf<Inside> = Inside extends `${infer Name}}${infer After}`
  ? Name extends `${string},${string}`
    ? Branching<Inside>
    : [Name, string | number] | ArgumentIn<After>
  : never;

type Branching<Inside> = Inside extends `${infer Name}, ${infer Kind}, ${infer Branches}`
  ? [Name, Kind extends 'plural' ? number : string] | Branch<Branches>
  : never;

type Branch<Branches> = Branches extends `${string}{${infer Inside}` ? InBranch<Inside> : never;

/** `Inside` begins in a branch: what is closed next is an argument of it, or the branch itself. */
type InBranch<Inside> = Inside extends `${infer Text}}${infer After}`
  ? Text extends `${string}{${infer Name}`
    ? [Name, string | number] | InBranch<After>
    : After extends `}${infer Tail}`
      ? ArgumentIn<Tail>
      : Branch<After>
  : never;
