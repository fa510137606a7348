import {
  AskForRecovery,
  CancelRecovery,
  Done,
  RecoveryAsked,
  RecoveryCodes,
  SecondFactorSetUp,
  SignedIn,
  TypedCode,
  WithPassword,
} from "@locum-passport/contract";
import { answer, route } from "../../http/route.ts";
import { cookieOf } from "./actions/actor.ts";
import { askForRecovery, cancelRecovery } from "./actions/recovery.ts";
import { makeRecoveryCodes, setUpSecondFactor, turnOffSecondFactor } from "./actions/second-factor.ts";
import { verifyRecoveryCode, verifyTimeCode } from "./actions/second-step.ts";

const tag = "Sign-in";
const done = { success: true } as const;
const open = { action: "account.sign-in", tag, idempotent: false } as const;
const signedIn = { action: "account.change-own", tag, idempotent: false } as const;

export const secondFactorRoutes = [
  route({
    ...signedIn,
    method: "POST",
    path: "/api/auth/two-factor/enable",
    summary: "Make a secret for an authenticator app, and recovery codes; on once a code was verified",
    body: WithPassword,
    answers: { 200: SecondFactorSetUp },
    run: (ctx, { body, headers }) => setUpSecondFactor(ctx, { ...body, cookie: cookieOf(headers) }),
  }),
  route({
    ...open,
    method: "POST",
    path: "/api/auth/two-factor/verify-totp",
    summary: "The code of the app: ends a sign-in, or turns the second factor on. Each code works once",
    body: TypedCode,
    answers: { 200: SignedIn },
    run: async (ctx, { body, headers }) => {
      const { body: shown, cookies } = await verifyTimeCode(ctx, { ...body, cookie: cookieOf(headers) });
      return answer({ status: 200, body: shown, headers: { "set-cookie": cookies } });
    },
  }),
  route({
    ...open,
    method: "POST",
    path: "/api/auth/two-factor/verify-backup-code",
    summary: "End a sign-in with a recovery code. Each works once",
    body: TypedCode,
    answers: { 200: SignedIn },
    run: async (ctx, { body, headers }) => {
      const { body: shown, cookies } = await verifyRecoveryCode(ctx, { ...body, cookie: cookieOf(headers) });
      return answer({ status: 200, body: shown, headers: { "set-cookie": cookies } });
    },
  }),
  route({
    ...signedIn,
    method: "POST",
    path: "/api/auth/two-factor/generate-backup-codes",
    summary: "Make new recovery codes; the old ones stop working",
    body: WithPassword,
    answers: { 200: RecoveryCodes },
    run: (ctx, { body, headers }) => makeRecoveryCodes(ctx, { ...body, cookie: cookieOf(headers) }),
  }),
  route({
    ...signedIn,
    method: "POST",
    path: "/api/auth/two-factor/disable",
    summary: "Turn the second factor off",
    body: WithPassword,
    answers: { 200: Done },
    run: async (ctx, { body, headers }) => {
      await turnOffSecondFactor(ctx, { ...body, cookie: cookieOf(headers) });
      return done;
    },
  }),
  route({
    ...open,
    method: "POST",
    path: "/api/auth/two-factor/recovery",
    summary: "Ask for a lost second factor to be taken off, in 72 hours",
    body: AskForRecovery,
    answers: { 200: RecoveryAsked },
    run: (ctx, { body, headers }) => askForRecovery(ctx, { ...body, cookie: cookieOf(headers) }),
  }),
  route({
    ...open,
    method: "POST",
    path: "/api/auth/two-factor/recovery/cancel",
    summary: "Stop that, signed in on any device or by the token in the mail",
    body: CancelRecovery.nullish(),
    answers: { 200: Done },
    run: async (ctx, { body }) => {
      await cancelRecovery(ctx, body ?? {});
      return done;
    },
  }),
];
