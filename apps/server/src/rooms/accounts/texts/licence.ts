export const title = "Licence";

/** What a locum lets us do with their papers, and nothing more (P1, P12). */
export const text = `Version 2026-11-23

This is the agreement between you and {{controllerName}} ("we", "us"). It says what you let us do with the papers you keep in Locum Passport.

## Your papers stay yours

Between you and us, you are the sole owner of what you keep here. Adding a paper gives us no ownership, only the licence below. Only you can change, send or delete it.

## What you let us do

You let us do four things with each paper you add, free of charge and for as long as you keep it here:

- **Store it.** We keep it sealed, together with the details you type.
- **Picture it.** We make pictures of its pages, so that you and those you choose can look at it on a screen.
- **Copy it.** We make copies for the agencies you choose, and copies that protect you against loss.
- **Show it.** We show it to you, and to those you said yes to.

## What for

We may do these things only for the purposes in the privacy notice:

- to run your account
- to carry out a transfer that you send
- to help you in a case, as far and for as long as you allow
- to have content looked at, when you agreed to that
- to do what a law or a court makes us do
- to keep the service and your papers safe

Improving the service is a purpose too, but it uses records of how the app is used. It does not use your papers.

## Nothing more

What is not written above is not allowed by this licence. We may not sell or rent your papers or what is in them. We may not put them in a list for others, use them for advertising, or use them to train computer programs.

We may not pass this licence on. Firms that run our servers and mail may handle sealed papers and messages for us, under our orders, and only for the purposes above. They are named, and the privacy notice says more.

## Sending

When you send papers to an agency, it gets copies. The originals stay here and stay yours. What the agency may do with its copies is in the agency terms, in what you chose when you sent them, and in the law. The transfer notice says what sending does.

## What you promise us

- You are 18 or over.
- The papers are about you, or you have the right to keep and send them.
- They are what they seem to be: you have not changed them to mislead anyone.
- Where a paper holds somebody else's details, such as a referee or your next of kin, you have told them.
- Nothing you add lets a patient be recognised. Cover such details before you add a portfolio or an appraisal.
- You keep your password and your sign-in device to yourself.

## What we do not do

We keep papers and send copies. We do not say that a paper is genuine, that you are who it says, or that you may work. A status such as "In date" is worked out from the dates typed in. The agency decides.

No service can promise never to fail. Keep your own papers: an agency may want to see an original, and for some checks it has to.

## When it ends

You can delete a paper at any time. We then destroy the keys that open it here, and the licence for it ends. Before you delete, we list the transfers that hold copies of it. Those copies are not deleted by that.

You can leave at any time. Take a copy of what you want to keep, and have the rest deleted. Where a screen does not offer this yet, write to {{privacyContact}} and we do it. Some things last longer: backups until they are replaced, what an agency keeps by law, and the anonymous numbers that hold the log together. The privacy notice lists them.

We may close an account that is used to break the law or to harm others. Unless a law forbids it, we tell you first and let you take your papers with you.

## Changes

When we change this licence, we show you what is different and ask you again. The new version does not bind you before you say yes. If you say no, you can take your papers and leave.

## Your rights in law

Nothing here takes away a right that the law gives you, or limits our duty where the law does not let us limit it. Whoever runs this service is named at the top. The address is: {{controllerAddress}}. Questions go to: {{privacyContact}}.
`;
