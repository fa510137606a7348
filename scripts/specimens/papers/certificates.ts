import { type Face, Paper } from "../paper.ts";
import { fullName, longDate, type SpecimenPerson, shiftDate } from "../person.ts";

const LANDSCAPE = { width: 842, height: 595 };

/** A certificate of a day's training in basic life support. */
export async function lifeSupportCertificate(person: SpecimenPerson, completed: string): Promise<Buffer> {
  const paper = await Paper.start("basic life support certificate", LANDSCAPE);
  frame(paper, "#b3202f", "#fffdfb");
  paper.path(
    "M 0 10 C -26 -18 -26 -40 -8 -40 C 0 -40 0 -32 0 -30 C 0 -32 0 -40 8 -40 C 26 -40 26 -18 0 10 Z",
    421,
    122,
    { fill: "#b3202f" },
  );
  paper.path("M -34 -16 L -10 -16 L -4 -28 L 4 -4 L 9 -16 L 34 -16", 421, 122, { stroke: "#ffffff", thickness: 2.4 });
  centre(paper, "Certificate of training", 176, 30, "serif-bold");
  centre(paper, "This is to certify that", 214, 13, "serif-italic");
  centre(paper, fullName(person), 254, 30, "serif-bold", "#b3202f");
  centre(paper, "attended and passed, with practical assessment,", 286, 13, "serif-italic");
  centre(paper, "Basic life support and automated defibrillation", 322, 20, "bold");
  centre(
    paper,
    "Adult and paediatric   ·   4 hours   ·   Resuscitation guidelines followed",
    346,
    11,
    "sans",
    "#5b6672",
  );
  foot(paper, [
    ["Completed on", longDate(completed)],
    ["Renew by", longDate(shiftDate(completed, 1))],
    ["Provider", "Specimen Resus Training"],
  ]);
  paper.mark();
  return paper.bytes();
}

/** A medical degree of a university that is not there. */
export async function degreeCertificate(person: SpecimenPerson, awarded: string): Promise<Buffer> {
  const paper = await Paper.start("degree certificate", LANDSCAPE);
  frame(paper, "#23395d", "#fdf9ec");
  paper.path("M 0 -34 L 30 -24 L 30 4 C 30 24 12 34 0 40 C -12 34 -30 24 -30 4 L -30 -24 Z", 421, 112, {
    fill: "#23395d",
  });
  paper.path("M -14 -10 L 14 -10 M 0 -24 L 0 24", 421, 112, { stroke: "#e3c878", thickness: 4 });
  centre(paper, "The University of Mockford", 192, 32, "serif-bold", "#23395d");
  centre(paper, "has this day admitted", 226, 13, "serif-italic");
  centre(paper, fullName(person), 270, 30, "serif-italic");
  centre(paper, "to the degrees of", 302, 13, "serif-italic");
  centre(paper, "Bachelor of Medicine and Bachelor of Surgery", 338, 23, "serif-bold");
  centre(paper, "with Merit in Clinical Practice", 364, 14, "serif-italic", "#5b6672");
  foot(paper, [
    ["Awarded on", longDate(awarded)],
    ["Vice-Chancellor", "S. Pecimen"],
    ["Registrar", "E. Xample"],
  ]);
  paper.disc(421, 448, 30, 30, "#a8322d", 0.85);
  paper.disc(421, 448, 22, 22, "#c4574f", 0.9);
  paper.mark();
  return paper.bytes();
}

function frame(paper: Paper, colour: string, ground: string): void {
  paper.box(0, 0, LANDSCAPE.width, LANDSCAPE.height, ground);
  paper.box(24, 24, LANDSCAPE.width - 48, LANDSCAPE.height - 48, undefined, colour, 3);
  paper.box(32, 32, LANDSCAPE.width - 64, LANDSCAPE.height - 64, undefined, colour, 0.7);
}

function centre(paper: Paper, text: string, y: number, size: number, face: Face, colour = "#1c2430"): void {
  paper.text(text, LANDSCAPE.width / 2, y, { size, face, colour, align: "centre" });
}

function foot(paper: Paper, parts: [string, string][]): void {
  parts.forEach(([label, value], index) => {
    const x = 170 + index * 251;
    paper.line(x - 92, 500, x + 92, 500, "#9aa4b0", 0.8);
    paper.text(value, x, 492, { face: "serif-italic", size: 15, align: "centre", colour: "#26345e" });
    paper.text(label, x, 515, { size: 9, colour: "#5b6672", align: "centre" });
  });
}
