export const title = "Keeping criminal-record papers";

/** UK GDPR Article 10 with consent (DPA 2018, Schedule 1, paragraph 29); DBS code of practice; Police Act 1997, section 124. */
export const text = `Version 2026-11-23

Papers about criminal records are guarded by law, even when they show that there is nothing (UK GDPR, Article 10). We keep them only with your consent (Data Protection Act 2018, Schedule 1, paragraph 29). This notice says what you would agree to. It stands apart from the licence, and everything else here works without it.

## Which papers

- DBS certificates, and your Update Service subscription
- PVG membership in Scotland, and AccessNI certificates in Northern Ireland
- police checks from other countries
- declarations you sign about your record
- the details you type from them, such as numbers, dates and levels

## What you agree to

You agree that {{controllerName}}:

- stores these papers, sealed, and the details you type
- makes pictures of their pages, so that you can look at them
- works out from their dates whether they are in date, and reminds you
- keeps a log of what is done with them, which you can read

We use them for nothing else. Agreeing sends them to nobody. We make no status check, and we do not ask any authority about you.

## Sending is asked again

You may show your own certificate to anyone you like. The limits in law bind the one who receives it. So each time you send:

- these papers start unticked, and need a line of consent of their own
- they go only to an agency that our staff noted may hold them
- access to the copies ends after six months at most

## What binds the agency

- The code of practice of the Disclosure and Barring Service: information from a certificate is kept no longer than needed, normally six months at most after the decision.
- The Police Act 1997, section 124: it may be shown only to people entitled to see it. The agency must record who saw it. Passing it on otherwise can be an offence.
- The agency terms, in which it promised both.

Other rules apply in Scotland and Northern Ireland, with the same aim.

## A copy is not the original

An agency that makes a status check must have your consent and see the original certificate itself. A copy or a video is not enough, so the app goes on saying "Original still to be shown" until a named person recorded that they saw it. An AccessNI print-out does not count either: share the certificate from your own AccessNI account.

## Who sees them

- You.
- An agency you send copies to, until the last day or until you stop it. It may have to keep some of what it downloaded.
- Our team gets a note that something in the criminal-record group arrived. It does not name the paper. They cannot open it unless you allow it.
- Our mails, calendar entries and notices do not name a criminal-record paper.

Firms that run our servers and mail work under our orders. A law or a court can compel us. The privacy notice says more about both.

## Taking it back

You can take this consent back at any time under Account, as easily as you gave it. The app first says what will happen: your criminal-record papers here are deleted, with their pictures, details and keys. Copies you sent before are not fetched back. You can stop the agency's access, and ask the agency to delete what it downloaded. What we did before you took it back stays lawful.

If you say no, you can still show these papers to an agency in another way.

## How long

We keep these papers until you delete them, take this consent back, or leave. Backups may hold them until they are replaced.

## What we record

We keep a record of your yes: these words, their version, and when. You find it in your timeline.

Questions or a complaint: {{privacyContact}}. You can also go to the Information Commissioner, ico.org.uk.
`;
