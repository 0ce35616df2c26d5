/** The shape of one language's sentences: the same keys in every language, each a sentence. */
export type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> };
