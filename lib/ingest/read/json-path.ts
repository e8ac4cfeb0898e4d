/** What stands at a path such as `detail.title` in a JSON value; of several, parted by ` | `, the first that is there. */
export function valueAt(record: unknown, paths: string): unknown {
  for (const one of paths.split(' | ')) {
    let value: unknown = record;
    for (const name of one.split('.'))
      value =
        typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
    if (value !== undefined && value !== null && value !== '') return value;
  }
  return undefined;
}
