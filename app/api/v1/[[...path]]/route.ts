import { serve } from '@/lib/api/serve';
import { serveEvidence } from '../../../_evidence/serve-evidence';

/** Every question of the API: lib/api/registry.ts says which there are. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ path?: string[] }> },
): Promise<Response> {
  const { path = [] } = await params;
  return serve(request, path.map(decoded), serveEvidence);
}

/** A segment that is no valid encoding stays as it is: then there is no such question. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
