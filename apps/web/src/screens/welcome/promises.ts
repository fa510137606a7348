/** The promises this version keeps, in the wording of the product; a test beside each rule holds it. */
export const promises = [
  {
    title: "They stay yours",
    text: "Between you and us, you are the sole owner of what you keep here. Uploading gives us no ownership. Only you can change, send or delete it.",
  },
  {
    title: "Nothing leaves without your yes",
    text: "Nothing you keep here goes to anyone else unless you said yes to who, what, why and until when. Two exceptions, both shown to you: named firms that run our servers and mail under our orders, and a law or court that compels us.",
  },
  {
    title: "A copy goes, the original stays",
    text: "A transfer sends a copy; the original stays yours and stays here.",
  },
  {
    title: "We know that it came, not what it says",
    text: "When you add a paper, our team gets a note that something arrived, and your log says so. They cannot open it unless you allow it.",
  },
  {
    title: "You see every act",
    text: "Your log holds every act done through the service, by anyone. You can read it at any time.",
  },
  {
    title: "You can check us",
    text: "Later changes to the log show against a signed summary that you, an agency or your mailbox already holds. The check cannot show an act that was never written.",
  },
  {
    title: "Never for sale",
    text: "We never sell or rent data about you, alone or in a list. No screen lets our staff list or take away locums' details or papers.",
  },
  {
    title: "Only what you license",
    text: "You license us to store, picture, copy and show your papers for these purposes, and nothing more.",
  },
];

/** What a timeline looks like. `left`: something went out of the owner's hands. */
export const specimenDay = [
  { at: "14:06", sentence: "You stopped Acme's access. Acme still holds the 2 copies it downloaded.", left: false },
  { at: "13:41", sentence: "R. Shah at Acme downloaded 2 copies.", left: true },
  { at: "11:20", sentence: "R. Shah at Acme opened your Basic life support, 1 page.", left: true },
  { at: "09:05", sentence: "You sent 22 copies to Acme Locums.", left: false },
  { at: "08:58", sentence: "You added your travel passport, 2 pages.", left: false },
];
