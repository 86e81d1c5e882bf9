import { z } from 'zod';

const Description = z.looseObject({
  components: z.looseObject({ schemas: z.record(z.string(), z.unknown()).default({}) }),
});

/** Drops component schemas that nothing refers to: each was generated once for requests and once for answers. */
export function tidyDescription<Document>(document: Document): Document {
  const { components, ...rest } = Description.parse(document);
  const used = new Set<string>();
  const queue: unknown[] = [rest];
  while (queue.length > 0) {
    for (const name of referencesIn(queue.pop())) {
      if (!used.has(name)) {
        used.add(name);
        queue.push(components.schemas[name]);
      }
    }
  }
  const schemas = Object.fromEntries(Object.entries(components.schemas).filter(([name]) => used.has(name)));
  return { ...document, components: { ...components, schemas } };
}

function referencesIn(value: unknown): readonly string[] {
  const text = JSON.stringify(value) ?? '';
  return Array.from(text.matchAll(/"#\/components\/schemas\/([^"/#]+)/gu), ([, name]) => name ?? '');
}
