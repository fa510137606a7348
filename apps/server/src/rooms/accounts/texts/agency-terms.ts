export const title = "Agency terms";

/** What an agency promises before it can receive anything (DBS code of practice; Police Act 1997, section 124; UK GDPR). */
export const text = `Version 2026-11-23

These are the terms on which an agency, staff bank or other hirer ("you") receives copies through Locum Passport, which is run by {{controllerName}}, {{controllerAddress}}. The person who accepts them says that they may do so for the agency. Locums may rely on these promises.

## Who you are

- You place or employ health workers in the UK, and what you told us about yourselves is true. You tell us when it changes.
- You ask for papers because you have a lawful reason to: to register a locum, to offer or fill work, to renew what ran out, or to do what the law asks of you.
- Under data protection law you are a controller of the copies you receive, in your own right. You have told locums how you use their data.

## What you may do with copies

- Use them only for the purpose stated in the transfer.
- Open them only while access lasts. Download them only where the locum allowed it.
- Show them to hospitals and others where you offer the locum work, and to your auditors, only where the locum allowed that. Otherwise show them to nobody outside, unless a law makes you.
- Never sell or rent them, put people on a marketing list because of them, or use them to train computer programs.

## Health papers

- Only those who need to see them see them, and you have a condition in Article 9 of the UK GDPR for it.
- You ask about health only once you have offered work, except where equality law allows it earlier.

## Criminal-record papers

- You ask for them only for work where the law lets you ask at that level, and only if our staff noted that you may hold them.
- You follow the code of practice of the Disclosure and Barring Service, or its counterpart in Scotland and Northern Ireland.
- You show such information only to those entitled to see it, and record who saw it. Passing it on otherwise can be an offence under section 124 of the Police Act 1997.
- You keep it no longer than you need, normally six months at most after your decision. Then you delete it, and keep only that you saw it, when, and what you decided.
- You see the original yourself before a status check, with the locum's consent. A copy or a video is not enough.
- A record is not by itself a reason to say no.

## Right to work

- Copies here are for preparing. You make your own check, as the law wants it.

## People and accounts

- Each person signs in under their own name, with a second step, and shares it with nobody.
- You invite only people who need it, have bound them to keep what they see to themselves, and remove them on the day they leave.
- The locum sees each opening and download, with the person's name and the time. You have told your people so.
- You keep devices and downloaded files safe: locked, up to date, and apart from people who do not need them.

## Saying what you did

- You record that you saw an original, or looked at a register, only if a named person did exactly that.
- You send a paper back with a true reason that helps the locum.
- A status shown here is advice. A person decides, not a machine alone.

## Deleting

- When access ends, you delete what you downloaded as soon as no law and no stated purpose needs it.
- When a locum asks you to delete something, you answer within one month: deleted, or kept, under which law, and until when.
- Records that the law makes you keep, you keep for that reason only.

## When something goes wrong

- If copies are lost, or seen by someone who should not, you tell us and the locums concerned without delay. Where the law says so, you tell the regulator within 72 hours.

## What we do

- We carry copies and keep the record. We do not say that a paper is genuine, in force or enough, and we do not stand in for your own checks.
- We may pause you at once if these terms seem to be broken, or people at risk. We say why, and hear you. While you are paused, nobody at your agency can open copies here. Each locum concerned is told.

## Ending and changes

- You can leave at any time. Access to copies here ends with it. Receipts and the list of what you received stay, as proof for both sides.
- These promises last for as long as you hold anything you received here.
- When we change these terms, we show you what is different and ask you again before you receive anything more.

Questions: {{privacyContact}}.
`;
