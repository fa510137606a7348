import { Paper } from "../paper.ts";
import { fullName, longDate, type SpecimenPerson, shiftDate } from "../person.ts";

/** A letter that says a doctor is on the register with a licence to practise. */
export async function registrationLetter(person: SpecimenPerson, date: string): Promise<Buffer> {
  const paper = await letterhead(
    "General Medical Council",
    "Registration Directorate, SPECIMEN House",
    "#1f4e79",
    person,
    date,
  );
  let y = paper.text(`Dear Dr ${person.surname}`, 60, 300, { face: "serif", size: 11.5 });
  y = paper.text("Your registration and licence to practise", 60, y + 12, { face: "bold", size: 12.5 });
  for (const part of [
    `We confirm that on the date of this letter you hold full registration with a licence to practise. Your reference number is ${person.gmcNumber}.`,
    `Your next annual retention fee is due on ${longDate(shiftDate(date, 1))}. Your revalidation submission date is ${longDate(shiftDate(date, 3))}.`,
    "Anyone can see whether a doctor is registered by looking at the online register. A letter shows only how things stood on the day it was written; employers should look at the register itself.",
  ])
    y = paper.text(part, 60, y + 10, { face: "serif", size: 11.5, width: 470 });
  table(paper, y + 16, [
    ["Reference number", person.gmcNumber],
    ["Status", "Registered with a licence to practise"],
    ["GP register", "No"],
    ["Specialist register", "No"],
    ["Annual retention fee due", longDate(shiftDate(date, 1))],
  ]);
  paper.text("Yours sincerely", 60, y + 170, { face: "serif", size: 11.5 });
  paper.text("S. Pecimen", 60, y + 204, { face: "serif-italic", size: 22, colour: "#26345e" });
  paper.text("Registration officer", 60, y + 224, { face: "serif", size: 11 });
  paper.mark();
  return paper.bytes();
}

/** A laboratory's report of antibodies against hepatitis B, from a sample taken with identity checked. */
export async function hepatitisResult(person: SpecimenPerson, sampled: string): Promise<Buffer> {
  const reported = shiftDate(sampled, 0, 0, 3);
  const paper = await letterhead(
    "Mockford Pathology",
    "Department of Virology, Specimen Infirmary",
    "#6a2c70",
    person,
    reported,
  );
  let y = paper.text("Occupational health: immunity report", 60, 306, { face: "bold", size: 14 });
  y = table(paper, y + 4, [
    ["Patient", fullName(person)],
    ["Date of birth", longDate(person.dateOfBirth)],
    ["Specimen", "Clotted blood"],
    ["Sample taken", longDate(sampled)],
    ["Identity validated sample (IVS)", "Yes: photo identity seen when the sample was taken"],
  ]);
  paper.box(60, y + 18, 475, 96, "#f6f0f7", "#b79abb");
  paper.text("Test", 74, y + 38, { size: 8.5, colour: "#6b5a6e" });
  paper.text("Result", 300, y + 38, { size: 8.5, colour: "#6b5a6e" });
  paper.text("Reference", 420, y + 38, { size: 8.5, colour: "#6b5a6e" });
  paper.text("Hepatitis B surface antibody", 74, y + 60, { size: 11 });
  paper.text("342 mIU/mL", 300, y + 60, { face: "bold", size: 12 });
  paper.text("over 100: good response", 420, y + 60, { size: 8.5 });
  paper.text("Hepatitis B core antibody", 74, y + 88, { size: 11 });
  paper.text("Not detected", 300, y + 88, { face: "bold", size: 12 });
  y = paper.text(
    "Consistent with a good response to hepatitis B vaccine. No further dose is suggested by this result.",
    60,
    y + 148,
    { size: 11, width: 470 },
  );
  paper.text("Authorised by Dr S. Pecimen, consultant virologist", 60, y + 26, { size: 10 });
  paper.mark();
  return paper.bytes();
}

async function letterhead(
  name: string,
  place: string,
  colour: string,
  person: SpecimenPerson,
  date: string,
): Promise<Paper> {
  const paper = await Paper.start(name);
  paper.box(0, 0, 595, 12, colour);
  paper.disc(80, 72, 22, 22, colour);
  paper.path("M -9 0 L -2 8 L 11 -9", 80, 72, { stroke: "#ffffff", thickness: 3.4 });
  paper.text(name, 114, 70, { face: "serif-bold", size: 19, colour });
  paper.text(place, 114, 86, { size: 9, colour: "#5b6672" });
  paper.line(60, 112, 535, 112, colour, 1);
  let y = paper.text(fullName(person), 60, 150, { size: 11 });
  for (const line of person.address) y = paper.text(line, 60, y, { size: 11 });
  paper.text(longDate(date), 535, 150, { size: 11, align: "right" });
  paper.text(`Our reference SPECIMEN/${person.gmcNumber}`, 535, 167, { size: 9, colour: "#5b6672", align: "right" });
  return paper;
}

function table(paper: Paper, y: number, rows: [string, string][]): number {
  let at = y;
  for (const [label, value] of rows) {
    paper.line(60, at + 6, 535, at + 6, "#ccd4dc");
    paper.text(label, 60, at, { size: 10, colour: "#5b6672" });
    paper.text(value, 250, at, { face: "bold", size: 10 });
    at += 22;
  }
  return at;
}
