import {
  AddPasskey,
  Done,
  Passkey,
  PasskeyOptions,
  RemovePasskey,
  SignedIn,
  UsePasskey,
} from "@locum-passport/contract";
import { answer, route } from "../../http/route.ts";
import { cookieOf } from "./actions/actor.ts";
import {
  addPasskey,
  passkeyOptionsForAdding,
  passkeyOptionsForSigningIn,
  removePasskey,
  signInByPasskey,
} from "./actions/passkeys.ts";

const tag = "Sign-in";
const open = { action: "account.sign-in", tag, idempotent: false } as const;
const signedIn = { action: "account.change-own", tag, idempotent: false } as const;

export const passkeyRoutes = [
  route({
    ...signedIn,
    method: "GET",
    path: "/api/auth/passkey/generate-register-options",
    summary: "Options to make a passkey, within an hour of signing in",
    answers: { 200: PasskeyOptions },
    run: async (ctx, { headers }) => {
      const { body, cookies } = await passkeyOptionsForAdding(ctx, { cookie: cookieOf(headers) });
      return answer({ status: 200, body, headers: { "set-cookie": cookies } });
    },
  }),
  route({
    ...signedIn,
    method: "POST",
    path: "/api/auth/passkey/verify-registration",
    summary: "Keep a passkey",
    body: AddPasskey,
    answers: { 200: Passkey },
    run: (ctx, { body, headers }) => addPasskey(ctx, { ...body, cookie: cookieOf(headers) }),
  }),
  route({
    ...open,
    method: "GET",
    path: "/api/auth/passkey/generate-authenticate-options",
    summary: "Options to sign in by passkey",
    answers: { 200: PasskeyOptions },
    run: async (ctx, { headers }) => {
      const { body, cookies } = await passkeyOptionsForSigningIn(ctx, { cookie: cookieOf(headers) });
      return answer({ status: 200, body, headers: { "set-cookie": cookies } });
    },
  }),
  route({
    ...open,
    method: "POST",
    path: "/api/auth/passkey/verify-authentication",
    summary: "Sign in by passkey",
    body: UsePasskey,
    answers: { 200: SignedIn },
    run: async (ctx, { body, headers }) => {
      const { body: shown, cookies } = await signInByPasskey(ctx, { ...body, cookie: cookieOf(headers) });
      return answer({ status: 200, body: shown, headers: { "set-cookie": cookies } });
    },
  }),
  route({
    ...signedIn,
    method: "POST",
    path: "/api/auth/passkey/delete-passkey",
    summary: "Remove a passkey",
    body: RemovePasskey,
    answers: { 200: Done },
    run: async (ctx, { body }) => {
      await removePasskey(ctx, body.id);
      return { success: true };
    },
  }),
];
