import type { Route } from "../../http/route.ts";
import { meRoutes } from "./me.routes.ts";
import { passkeyRoutes } from "./passkeys.routes.ts";
import { secondFactorRoutes } from "./second-factor.routes.ts";
import { signInRoutes } from "./sign-in.routes.ts";

/** Every route of this room: nothing of the sign-in library is reachable but through these. */
export const accountRoutes: readonly Route[] = [...signInRoutes, ...secondFactorRoutes, ...passkeyRoutes, ...meRoutes];
