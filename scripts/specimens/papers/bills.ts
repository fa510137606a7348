import { Paper } from "../paper.ts";
import { fullName, longDate, type SpecimenPerson, shiftDate } from "../person.ts";

interface Bill {
  issuer: string;
  motto: string;
  /** An SVG path, about 24 by 58. */
  emblem: string;
  colour: string;
  title: string;
  /** YYYY-MM-DD. */
  date: string;
  rows: [string, string][];
  total: [string, string];
}

/** A quarter's electricity. */
export function utilityBill(person: SpecimenPerson, date: string): Promise<Buffer> {
  return bill(person, {
    ...{ issuer: "Fenmoor Energy", motto: "Electricity for people who do not exist", colour: "#0c6e6e", date },
    title: "Your electricity bill",
    emblem: "M 0 18 L 14 -20 L 10 2 L 24 2 L 8 38 L 13 12 Z",
    rows: [
      [`Reading on ${longDate(shiftDate(date, 0, -3))}`, "24,816"],
      [`Reading on ${longDate(shiftDate(date, 0, 0, -1))}`, "25,402"],
      ["586 kWh at 24.50p", "£143.57"],
      ["Standing charge, 91 days at 53.00p", "£48.23"],
      ["VAT at 5%", "£9.59"],
    ],
    total: ["Amount due", "£201.39"],
  });
}

/** A year's council tax. */
export function councilTaxBill(person: SpecimenPerson, date: string): Promise<Buffer> {
  return bill(person, {
    ...{ issuer: "Mockford District Council", motto: "Revenues and benefits", colour: "#7a4a12", date },
    title: "Council tax bill",
    emblem: "M -4 -20 L 30 -20 L 30 10 C 30 24 20 32 13 38 C 6 32 -4 24 -4 10 Z",
    rows: [
      ["Property band", "C"],
      ["Exampleshire County Council", "£1,412.08"],
      ["Mockford District Council", "£198.44"],
      ["Police and crime commissioner", "£241.20"],
      ["Single person discount", "-£462.93"],
    ],
    total: ["To pay this year", "£1,388.79"],
  });
}

async function bill(
  person: SpecimenPerson,
  { issuer, motto, emblem, colour, title, date, rows, total }: Bill,
): Promise<Buffer> {
  const paper = await Paper.start(title);
  paper.box(0, 0, 595, 96, colour);
  paper.path(emblem, 60, 40, { fill: "#f7d25c" });
  paper.text(issuer, 104, 50, { face: "bold", size: 24, colour: "#ffffff" });
  paper.text(motto, 104, 70, { size: 10, colour: "#dcebea" });
  let y = paper.text(fullName(person), 60, 146, { face: "bold", size: 11.5 });
  for (const line of person.address) y = paper.text(line, 60, y, { size: 11.5 });
  paper.text("Date", 360, 146, { size: 9, colour: "#5b6672" });
  paper.text(longDate(date), 535, 146, { face: "bold", size: 11, align: "right" });
  paper.text("Account number", 360, 166, { size: 9, colour: "#5b6672" });
  paper.text("0000 SPEC 1234", 535, 166, { face: "bold", size: 11, align: "right" });

  paper.text(title, 60, 268, { face: "bold", size: 20, colour });
  paper.box(60, 288, 475, 62, "#f1f5f4");
  paper.text(total[0], 78, 325, { size: 13 });
  paper.text(total[1], 517, 329, { face: "bold", size: 28, colour, align: "right" });
  y = 388;
  for (const [label, value] of rows) {
    paper.text(label, 60, y, { size: 11 });
    paper.text(value, 535, y, { face: "mono", size: 11, align: "right" });
    paper.line(60, y + 8, 535, y + 8, "#ccd4dc");
    y += 26;
  }
  paper.text(total[0], 60, y + 4, { face: "bold", size: 12 });
  paper.text(total[1], 535, y + 4, { face: "mono-bold", size: 12, align: "right" });
  const note =
    "This paper was made by a program for showing how the service works. Nobody supplies anything at this address, because there is no such address.";
  paper.text(note, 60, 640, { size: 9, colour: "#5b6672", width: 475 });
  paper.mark();
  return paper.bytes();
}
