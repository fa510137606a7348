export const title = "Keeping health papers";

/** Explicit consent under UK GDPR Article 9(2)(a): names the data, stands apart, can be taken back. */
export const text = `Version 2026-11-23

Health papers are about your body, so the law guards them more than others (UK GDPR, Article 9). We keep them only if you give explicit consent. This notice says what you would agree to. It stands apart from the licence, and everything else here works without it.

## Which papers

- fitness to work certificates and occupational health questionnaires
- results and records for hepatitis B, hepatitis C and HIV
- records of immunity and vaccines, such as measles, mumps, rubella, chickenpox, tuberculosis, diphtheria, tetanus, polio and COVID-19
- the details you type from them, such as dates and results

## What you agree to

You agree that {{controllerName}}:

- stores these papers, sealed, and the details you type
- makes pictures of their pages, so that you can look at them
- works out from their dates whether they are in date, and reminds you
- keeps a log of what is done with them, which you can read

We use them for nothing else. Agreeing sends them to nobody.

## Sending is asked again

Each time you send, health papers start unticked, and they need a line of consent of their own. You choose the agency, the purpose and the last day. An employer should not ask about your health before it offers you work, so think twice before you put them in an early transfer.

## Who sees them

- You.
- An agency you send copies to, until the last day or until you stop it. It may have to keep what it downloaded.
- Our team gets a note that something in the health group arrived. It does not name the paper. They cannot open it unless you allow it.
- Our mails, calendar entries and notices do not name a health paper.

Firms that run our servers and mail work under our orders. A law or a court can compel us. The privacy notice says more about both.

## Taking it back

You can take this consent back at any time under Account, as easily as you gave it. The app first says what will happen: your health papers here are deleted, with their pictures, details and keys. Copies you sent before are not fetched back. You can stop the agency's access, and ask the agency to delete what it downloaded. What we did before you took it back stays lawful.

If you say no, you can still show your health papers to an agency in another way.

## How long

We keep these papers until you delete them, take this consent back, or leave. Backups may hold them until they are replaced.

## What we record

We keep a record of your yes: these words, their version, and when. You find it in your timeline.

Questions or a complaint: {{privacyContact}}. You can also go to the Information Commissioner, ico.org.uk.
`;
