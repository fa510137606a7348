export const title = "What sending does";

/** Shown before every transfer; the exact words go into the receipt (P5, P8; Conduct Regulations 2003, regulation 29). */
export const text = `Version 2026-11-23

## You send copies

The agency gets copies of the papers you ticked. The originals stay yours and stay here. If you later delete or replace an original, the copy is not changed by that. A newer version goes to the agency only if you send it.

You say yes to this agency, these papers, this purpose and this last day. Nothing is added or made longer without another yes from you.

## What the agency can do

Until the last day you chose, the agency's people can open the copies here. Each of them signs in under their own name with a second step. If you allow it, they can download the copies too. If you chose looking only, they see pictures of the pages. Anyone who can see a picture can also photograph it, so looking only is no lock.

You also choose whether the agency may show your papers to hospitals and others where it offers you work, and to its auditors. If you say no, the agency has promised to show them to nobody else, unless a law makes it.

Details you typed, such as dates and numbers, go along as "typed by the sender". Your National Insurance number, bank numbers and share code go only if you tick them.

## What you see

Each time the service opens or downloads a copy for someone, your timeline says who it was, and for which agency. You get a receipt with the list of files, a fingerprint of each, and the exact words you agreed to. The agency holds the same receipt.

## Stopping

You can stop at any time, and access stops by itself after the last day. The keys to the agency's copies here are then destroyed. Nobody there can open them here again, and later tries are in your timeline.

Stopping ends the next look. It does not bring back what was downloaded, printed or photographed. We tell you what was opened and downloaded, so that you can ask the agency to delete it.

## What the agency may have to keep

The law makes agencies keep some records. For example, an agency keeps records about people it finds work for, with copies of qualifications, for at least one year after it last found them work. An employer keeps proof of your right to work while the work lasts and for two years after. So the agency may have to keep some of what it downloaded, even after you stop. It then answers for that under data protection law, and you can ask it what it holds.

## Some papers have rules of their own

- **Health papers** go only with a tick of their own. An employer should not ask about your health before it offers you work.
- **Criminal-record papers** go only with a tick of their own, and only to an agency that may hold them. Access ends after six months at most. The agency should not keep such information longer than it needs, normally six months at most after it decides.
- **Right to work papers** are for preparing only. The employer must make its own check.
- **Originals.** A copy is not the original. For some papers, such as a DBS certificate with a status check, the agency must see the original itself.

## What we do and do not do

We carry the copies and keep the record. We do not say that a paper is genuine, and we do not decide whether you may work. Before an agency can receive anything, our staff let it in and note why. They do not watch what it does with its copies.

If you are not sure who is asking, do not send your ID yet.

Questions: {{privacyContact}}. This service is run by {{controllerName}}.
`;
