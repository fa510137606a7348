import { api } from "../../api/client.ts";
import { ApiProblem } from "../../api/problem.ts";

const kept = new Map<string, string>();

/**
 * A sending whose answer never came may have happened. Asked for again with the same words it carries the same key, so
 * that it happens once; a refusal frees the key, since the next try may be judged anew.
 */
export async function postOnce<T>(path: string, body: unknown): Promise<T> {
  const act = `${path} ${JSON.stringify(body)}`;
  const key = kept.get(act) ?? crypto.randomUUID();
  kept.set(act, key);
  try {
    const answer = await api<T>(path, { method: "POST", body, key });
    kept.delete(act);
    return answer;
  } catch (error) {
    if (!(error instanceof ApiProblem && error.passing)) kept.delete(act);
    throw error;
  }
}
