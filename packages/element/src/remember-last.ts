/** The same function, which does nothing anew where it is called as it was last. */
export function rememberLast<Given extends readonly unknown[], Made>(
  make: (...given: Given) => Made,
): (...given: Given) => Made {
  let last: { readonly given: Given; readonly made: Made } | undefined;
  return (...given) => {
    if (last === undefined || given.some((value, i) => value !== last?.given[i]))
      last = { given, made: make(...given) };
    return last.made;
  };
}
