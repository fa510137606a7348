import { z } from "zod";
import { Id, Instant } from "./primitives.ts";

const Email = z.email("Enter an email address, for example name@example.com").max(254);
const Password = z.string().min(1, "Enter your password").max(128);
export const NewPassword = z.string().min(12, "Use 12 characters or more").max(128, "Use 128 characters or fewer");
const LinkToken = z.string().min(16).max(256);

export const Done = z.object({ success: z.literal(true) });
export const Confirmed = z.object({ confirmed: z.literal(true) });
/** `email` corrects the address while it is unconfirmed. */
export const ResendConfirmation = z.object({ confirmation: LinkToken, email: Email.optional() });
export const ConfirmationSent = z.object({ resendAfterSeconds: z.number().int() });

export const WithPassword = z.object({ password: Password });
/** What an authenticator app takes, and ten codes for the day it is lost. Shown once. */
export const SecondFactorSetUp = z.object({ totpURI: z.string(), backupCodes: z.array(z.string()) });
export const RecoveryCodes = z.object({ backupCodes: z.array(z.string()) });
export const TypedCode = z.object({ code: z.string().trim().min(1, "Enter the code").max(32) });

export const AskForRecovery = z.object({ email: z.string().max(254), password: z.string().max(128) });
export const RecoveryAsked = z.object({ readyAt: Instant });
/** Without a token by whoever is signed in; with the token of one of the three mails by whoever reads that mailbox. */
export const CancelRecovery = z.object({ token: LinkToken.optional() });

export const AskForPasswordReset = z.object({ email: Email });
export const ResetPassword = z.object({ token: LinkToken, newPassword: NewPassword });
export const ChangePassword = z.object({ currentPassword: Password, newPassword: NewPassword });

/** Options for `navigator.credentials`, as WebAuthn Level 3 writes them in JSON. */
export const PasskeyOptions = z.looseObject({ challenge: z.string() });
/** A credential's answer, as `PublicKeyCredential.toJSON()` writes it. */
const PasskeyResponse = z.looseObject({ id: z.string().max(2048) });
export const AddPasskey = z.object({ response: PasskeyResponse, name: z.string().trim().min(1).max(60).optional() });
export const Passkey = z.object({ id: z.string(), name: z.string(), addedAt: Instant });
const Base64Url = z
  .string()
  .max(8192)
  .regex(/^[\w-]*$/);
/** An assertion in JSON form, WebAuthn Level 3 section 5.1. Extensions are not asked for and not read. */
export const UsePasskey = z.object({
  response: z.object({
    id: Base64Url,
    rawId: Base64Url,
    type: z.literal("public-key"),
    response: z.object({
      clientDataJSON: Base64Url,
      authenticatorData: Base64Url,
      signature: Base64Url,
      userHandle: Base64Url.optional(),
    }),
  }),
});
export const RemovePasskey = z.object({ id: Id });

export const AcceptTerms = z.object({ licence: z.string(), privacy: z.string() });
export const Consent = z.object({ noticeVersion: z.string(), at: Instant });
/** Who runs this service, where it keeps data, and the largest file it takes. */
export const Service = z.object({
  controllerName: z.string(),
  controllerAddress: z.string(),
  privacyContact: z.string(),
  storageCountry: z.string(),
  maxFileBytes: z.number().int(),
});
