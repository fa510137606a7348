/** WebAuthn through JSON: the browser's own reading where it has one, ours where it has not. */

type Json = object;

const fromBase64Url = (text: string): ArrayBuffer => {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0)).buffer;
};
const toBase64Url = (bytes: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

export const passkeysWork = () => typeof PublicKeyCredential === "function";

/** The person closed the browser's window, or it timed out: not an error to show as one. */
export const wasDismissed = (error: unknown) =>
  error instanceof DOMException && (error.name === "NotAllowedError" || error.name === "AbortError");

export async function createPasskey(options: PublicKeyCredentialCreationOptionsJSON): Promise<Json> {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON?.(options) ?? creationOptions(options);
  return toJson(await navigator.credentials.create({ publicKey }));
}

export async function askForPasskey(options: PublicKeyCredentialRequestOptionsJSON): Promise<Json> {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON?.(options) ?? requestOptions(options);
  return toJson(await navigator.credentials.get({ publicKey }));
}

const descriptors = (list: PublicKeyCredentialDescriptorJSON[] | undefined): PublicKeyCredentialDescriptor[] =>
  (list ?? []).map(({ id, type, transports }) => ({
    id: fromBase64Url(id),
    type: type as PublicKeyCredentialType,
    ...(transports ? { transports: transports as AuthenticatorTransport[] } : {}),
  }));

function creationOptions({
  extensions: _,
  ...options
}: PublicKeyCredentialCreationOptionsJSON): PublicKeyCredentialCreationOptions {
  return {
    ...options,
    challenge: fromBase64Url(options.challenge),
    user: { ...options.user, id: fromBase64Url(options.user.id) },
    excludeCredentials: descriptors(options.excludeCredentials),
  } as PublicKeyCredentialCreationOptions;
}

function requestOptions({
  extensions: _,
  ...options
}: PublicKeyCredentialRequestOptionsJSON): PublicKeyCredentialRequestOptions {
  return {
    ...options,
    challenge: fromBase64Url(options.challenge),
    allowCredentials: descriptors(options.allowCredentials),
  } as PublicKeyCredentialRequestOptions;
}

function toJson(credential: Credential | null): Json {
  if (!(credential instanceof PublicKeyCredential)) throw new DOMException("No passkey came back", "NotAllowedError");
  if (typeof credential.toJSON === "function") return credential.toJSON();
  const { response } = credential;
  return {
    id: credential.id,
    rawId: toBase64Url(credential.rawId),
    type: credential.type,
    clientExtensionResults: credential.getClientExtensionResults(),
    authenticatorAttachment: credential.authenticatorAttachment,
    response:
      response instanceof AuthenticatorAttestationResponse
        ? {
            clientDataJSON: toBase64Url(response.clientDataJSON),
            attestationObject: toBase64Url(response.attestationObject),
            transports: response.getTransports?.() ?? [],
          }
        : assertionJson(response as AuthenticatorAssertionResponse),
  };
}

const assertionJson = (response: AuthenticatorAssertionResponse): Json => ({
  clientDataJSON: toBase64Url(response.clientDataJSON),
  authenticatorData: toBase64Url(response.authenticatorData),
  signature: toBase64Url(response.signature),
  ...(response.userHandle ? { userHandle: toBase64Url(response.userHandle) } : {}),
});
