import {
  AskForPasswordReset,
  ChangePassword,
  ConfirmAddress,
  ConfirmationSent,
  ConfirmationState,
  Confirmed,
  Done,
  ResendConfirmation,
  ResetPassword,
  SignedIn,
  SignedUp,
  SignIn,
  SignUp,
} from "@locum-passport/contract";
import { z } from "zod";
import { answer, NoBody, route } from "../../http/route.ts";
import { cookieOf } from "./actions/actor.ts";
import { confirmAddress, confirmByLink, isConfirmed } from "./actions/confirm-address.ts";
import { resendConfirmation } from "./actions/confirmation-mail.ts";
import { signOut } from "./actions/devices.ts";
import { askForPasswordReset, changePassword, resetPassword } from "./actions/passwords.ts";
import { signInByPassword } from "./actions/sign-in.ts";
import { signUp } from "./actions/sign-up.ts";

const tag = "Sign-in";
const done = { success: true } as const;
/** Never answered twice from memory: an answer here holds cookies or codes. */
const once = { action: "account.sign-in", tag, idempotent: false } as const;

export const signInRoutes = [
  route({
    ...once,
    method: "POST",
    path: "/api/auth/sign-up/email",
    summary: "Sign up; the address is confirmed before the first sign-in",
    body: SignUp,
    answers: { 200: SignedUp },
    run: (ctx, { body }) => signUp(ctx, body),
  }),
  route({
    ...once,
    method: "POST",
    path: "/api/auth/confirm",
    summary: "Confirm the address by the code or the link's token",
    body: ConfirmAddress,
    answers: { 200: Confirmed },
    run: async (ctx, { body }) => {
      await confirmAddress(ctx, body);
      return { confirmed: true };
    },
  }),
  route({
    ...once,
    method: "GET",
    path: "/api/auth/confirm",
    summary: "The link in the mail: confirms the address and leads on to the screen that says so",
    query: z.object({ token: z.string().max(256) }),
    answers: { 303: NoBody },
    run: async (ctx, { query }) => {
      const outcome = await confirmByLink(ctx, query.token);
      return answer({ status: 303, headers: { location: `${ctx.ports.settings.publicUrl}/confirm#${outcome}` } });
    },
  }),
  route({
    ...once,
    method: "GET",
    path: "/api/auth/confirmation",
    summary: "Whether the address of a sign-up has been confirmed, on any device",
    query: z.object({ handle: z.string().min(16).max(256) }),
    answers: { 200: ConfirmationState },
    run: async (ctx, { query }) => ({ confirmed: await isConfirmed(ctx, query.handle) }),
  }),
  route({
    ...once,
    method: "POST",
    path: "/api/auth/confirmation/resend",
    summary: "Send the confirmation mail again, or to a corrected address",
    body: ResendConfirmation,
    answers: { 200: ConfirmationSent },
    run: (ctx, { body }) => resendConfirmation(ctx, body),
  }),
  route({
    ...once,
    method: "POST",
    path: "/api/auth/sign-in/email",
    summary: "Sign in by password; `twoFactorRedirect` where a second step follows",
    body: SignIn,
    answers: { 200: SignedIn },
    run: async (ctx, { body, headers }) => {
      const { body: shown, cookies } = await signInByPassword(ctx, { ...body, cookie: cookieOf(headers) });
      return answer({ status: 200, body: shown, headers: { "set-cookie": cookies } });
    },
  }),
  route({
    ...once,
    method: "POST",
    path: "/api/auth/sign-out",
    summary: "Sign out on this device",
    answers: { 200: Done },
    run: async (ctx) => answer({ status: 200, body: done, headers: { "set-cookie": await signOut(ctx) } }),
  }),
  route({
    ...once,
    method: "POST",
    path: "/api/auth/request-password-reset",
    summary: "Mail a link that sets a new password; the answer is the same for every address",
    body: AskForPasswordReset,
    answers: { 200: Done },
    run: async (ctx, { body }) => {
      await askForPasswordReset(ctx, body.email);
      return done;
    },
  }),
  route({
    ...once,
    method: "POST",
    path: "/api/auth/reset-password",
    summary: "Set a new password by the link's token; signs out every device",
    body: ResetPassword,
    answers: { 200: Done },
    run: async (ctx, { body }) => {
      await resetPassword(ctx, body);
      return done;
    },
  }),
  route({
    ...once,
    action: "account.change-own",
    method: "POST",
    path: "/api/auth/change-password",
    summary: "Change the password; signs out every other device",
    body: ChangePassword,
    answers: { 200: Done },
    run: async (ctx, { body }) => {
      await changePassword(ctx, body);
      return done;
    },
  }),
];
