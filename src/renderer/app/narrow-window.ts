/** True while panels would leave the text too little room, so that they lie over it instead. The style sheets name the same width. */
export function narrowWindow(): MediaQueryList {
  return window.matchMedia('(max-width: 859px)');
}
