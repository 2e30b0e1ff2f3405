/** An answer that is worked out when it is asked for, and once. */
export function lazy<T>(of: () => T): () => T {
  let known: { readonly answer: T } | undefined
  return () => {
    known ??= { answer: of() }
    return known.answer
  }
}
