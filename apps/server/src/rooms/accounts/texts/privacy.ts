export const title = "Privacy notice";

/** UK GDPR Articles 13 and 14: who, what, why, how long, with whom, and the rights. Worded no stronger than P1 to P15. */
export const text = `Version 2026-11-23

## Who we are

Locum Passport is run by {{controllerName}}. Address: {{controllerAddress}}. Contact about your data: {{privacyContact}}. Your papers are stored in: {{storageCountry}}.

We decide how your account is run. An agency that receives your copies decides, by itself and under the law, what it does with them.

## What we hold

- your name, email address and sign-in methods
- what you add to your profile: former names, birth date, addresses, profession, registration number
- your papers, pictures of their pages, and the details you type
- your choices: what you agreed to, in which words and when
- transfers: what went to whom, why and until when, and what was opened, downloaded or sent back
- a log of what was done, and by whom
- devices that are signed in, and their internet addresses

It comes from you, from your use of the service, and from agencies you sent copies to. Names and acts of agency members and staff stand in the logs of those concerned.

## Seven purposes, and no others

Every access to your papers names one of these purposes, and you see which:

- **Run your account.** Basis: our agreement with you.
- **Carry out a transfer.** Basis: our agreement with you.
- **Help in a case.** As far and as long as you allow.
- **Review content.** When you agree to it, with what is not needed covered.
- **Improve the service.** From records of use, never from what a paper says. This version records none. Once it does, you see them and can switch them off.
- **Legal duty.** When a law or a court makes us.
- **Security.** To keep accounts and papers safe. Basis: our and your legitimate interest.

## Health and criminal-record papers

Health papers are kept and sent only with your explicit consent (UK GDPR Article 9(2)(a)). Criminal-record papers are kept and sent only with your consent (Article 10, and the Data Protection Act 2018, Schedule 1, paragraph 29). Each has a notice of its own and a tick of its own at every transfer. You can take each yes back.

## Who gets anything

Nothing you keep here goes to anyone else unless you said yes to who, what, why and until when. There are two exceptions, and both are shown to you:

- named firms that run our servers and mail, under our orders
- a law or a court that compels us. If a court forbids us to tell you, your log shows it on the day the ban ends

We never sell or rent data about you. When you add a paper, our team gets a note that something arrived, with the time and the kind. For health, criminal-record and financial papers it has only the group. They cannot open the paper unless you allow it.

Whoever runs the machines and holds the main key could get round the program.

## How long

- Papers and details: until you delete them, or leave.
- Copies at an agency: it can open them here until the day you chose, or until you stop it. It may have to keep what it downloaded.
- Receipts and the list of what was sent: both sides keep them, as proof.
- Your log: while you have an account. When you are erased, its entries are deleted. Random numbers that say nothing about you stay, so that the rest can still be checked.
- Backups: they may hold deleted things until they are replaced.
- What the law makes us keep: as long as it says.

## Your rights

You can ask us to:

- give you a copy of your data, in a form that a program can read
- put right what is wrong, or delete it
- limit what we do with it, or object to it
- stop what you agreed to. What was done before stays lawful

Some of this you can do in the app. For the rest write to the contact above. We answer within one month. If a request is complex, the law allows two more, and we tell you why. The clock may stop while we make sure that it is you.

No machine alone decides about you. A status is advice from dates. People decide.

## You do not have to

Without a name, an email address and your yes to the licence, there is no account. Every paper is your choice.

## Cookies

We use cookies that keep you signed in and safe, and no others.

## Complaints

Write to the contact above. We acknowledge a complaint within 30 days, look into it, and tell you the outcome. You can complain to the Information Commissioner at any time: ico.org.uk, telephone 0303 123 1113.

## If something goes wrong

If data is lost or seen by the wrong people and that puts you at high risk, we tell you without delay. If there is a risk, we tell the regulator within 72 hours.

## Changes

A new version is shown to you with what is different, and we ask you again.
`;
