import { type Actor, nobody } from "../../../context.ts";
import type { OpenSession } from "../../../platform/sign-in/sessions.ts";
import type { Ports } from "../../../ports.ts";

/** Who asks, from the session cookie and from what the database says of them now; nothing a request claims counts. */
export async function actorFor(
  ports: Pick<Ports, "signIn" | "now">,
  headers: Readonly<Record<string, string | string[] | undefined>>,
): Promise<{ actor: Actor; session: OpenSession | undefined }> {
  const session = await ports.signIn.sessions.resolve(cookieOf(headers), ports.now());
  return { actor: session ? actorOf(session) : nobody, session };
}

export function cookieOf(headers: Readonly<Record<string, string | string[] | undefined>>): string | undefined {
  const { cookie } = headers;
  return Array.isArray(cookie) ? cookie.join("; ") : cookie;
}

function actorOf(session: OpenSession): Actor {
  const agency =
    session.agencyId !== null && session.agencyRole !== null
      ? { id: session.agencyId, role: session.agencyRole }
      : null;
  return {
    kind: session.kind === "staff" ? "staff" : agency ? "agency" : "locum",
    personId: session.personId,
    agency: session.kind === "staff" ? null : agency,
    staffRole: session.staffRole,
    secondFactor: session.secondFactor,
    sessionId: session.id,
  };
}
