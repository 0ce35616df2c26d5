interface PolicyFactory {
  createPolicy(name: string, rules: { createHTML: (html: string) => string | null }): unknown;
}

/**
 * Under Trusted Types, libraries may still empty an element (`innerHTML = ''`, which ECharts does); any other string
 * is refused. Angular and DOMPurify bring policies of their own.
 */
export function allowClearing(): void {
  const factory: PolicyFactory | undefined = Reflect.get(globalThis, 'trustedTypes');
  factory?.createPolicy('default', { createHTML: (html) => (html === '' ? html : null) });
}
