import { machineReadableLines } from "../mrz.ts";
import { Paper } from "../paper.ts";
import { longDate, type SpecimenPerson } from "../person.ts";
import { drawPortrait, lookOf } from "./portrait.ts";

/** The page with the photo, 125 by 88 mm, of Utopia: the country that ICAO's own specimens come from. */
export async function passportPage(person: SpecimenPerson, issued: string, expires: string): Promise<Buffer> {
  const [width, height] = [520, 366];
  const paper = await Paper.start("passport", { width, height });
  paper.box(0, 0, width, height, "#eee7ea");
  for (let ring = 0; ring < 26; ring += 1) {
    const r = 30 + ring * 13;
    const path = `M ${-r} 0 C ${-r} ${-r * 0.7} ${r} ${-r * 0.7} ${r} 0 C ${r} ${r * 0.7} ${-r} ${r * 0.7} ${-r} 0`;
    paper.path(path, 360, 150, { stroke: ring % 2 ? "#c9a2b6" : "#9fb3cc", thickness: 0.5, opacity: 0.7 });
  }
  paper.box(0, 0, width, 34, "#5a2236");
  paper.text("UTOPIA", 24, 22, { face: "serif-bold", size: 15, colour: "#f2dfb4" });
  paper.text("PASSPORT   PASSEPORT", width - 24, 22, { face: "serif", size: 11, colour: "#f2dfb4", align: "right" });
  drawPortrait(paper, 26, 62, 128, lookOf(person));
  paper.disc(150, 206, 22, 22, "#7a3550", 0.18);

  const field = (label: string, value: string, x: number, y: number) => {
    paper.text(label, x, y, { size: 6.2, colour: "#5c6670" });
    paper.text(value, x, y + 12.5, { face: "mono-bold", size: 11.5 });
  };
  field("Type / Type", "P", 176, 56);
  field("Code of State / Code", "UTO", 240, 56);
  field("Passport No. / No. de passeport", person.passportNumber, 350, 56);
  field("Surname / Nom", person.surname.toUpperCase(), 176, 86);
  field("Given names / Prénoms", person.givenNames.toUpperCase(), 176, 116);
  field("Nationality / Nationalité", "UTOPIAN", 176, 146);
  field("Date of birth / Date de naissance", stamp(person.dateOfBirth), 176, 176);
  field("Sex / Sexe", person.sex, 310, 176);
  field("Place of birth / Lieu", person.placeOfBirth.toUpperCase(), 350, 176);
  field("Date of issue / Délivré le", stamp(issued), 176, 206);
  field("Authority / Autorité", "SPECIMEN OFFICE", 310, 206);
  field("Date of expiry / Expire le", stamp(expires), 176, 236);
  paper.text(`${person.givenNames.split(" ")[0]} ${person.surname}`, 314, 252, {
    face: "serif-italic",
    size: 15,
    colour: "#22305c",
  });

  paper.box(0, 278, width, height - 278, "#f7f4f1");
  const [first, second] = machineReadableLines(person, expires);
  paper.text(first, width / 2, 306, { face: "mono-bold", size: 18.1, align: "centre" });
  paper.text(second, width / 2, 332, { face: "mono-bold", size: 18.1, align: "centre" });
  paper.mark();
  return paper.bytes();
}

function stamp(date: string): string {
  const [day, month, year] = longDate(date).split(" ");
  return `${day?.padStart(2, "0")} ${month?.slice(0, 3).toUpperCase()} ${year}`;
}
