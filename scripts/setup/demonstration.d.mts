export function withServer<T>(env: Record<string, string>, use: (base: string) => Promise<T>): Promise<T>;
export function withDemonstration<T>(
  use: (env: Record<string, string>) => Promise<T>,
  documents?: number,
): Promise<T>;
