import { Paper } from "../paper.ts";
import { fullName, longDate, type SpecimenPerson } from "../person.ts";

/** A certificate of a criminal record check, in the field's usual order of parts but in a dress of its own. */
export async function dbsCertificate(person: SpecimenPerson, issued: string): Promise<Buffer> {
  const paper = await Paper.start("DBS certificate");
  paper.box(0, 0, 595, 842, "#fbf9f2");
  for (let y = 14; y < 842; y += 9) paper.line(0, y, 595, y - 10, "#dfe9dc", 0.5);
  paper.box(28, 28, 539, 786, undefined, "#3d6b57", 1.6);
  paper.box(28, 28, 539, 62, "#3d6b57");
  paper.text("Enhanced Certificate", 48, 66, { face: "serif-bold", size: 24, colour: "#ffffff" });
  paper.text("Page 1 of 1", 546, 66, { size: 9, colour: "#e4efe8", align: "right" });
  paper.text("Certificate number", 340, 118, { size: 8.5, colour: "#50605a" });
  paper.text(person.dbsNumber, 546, 118, { face: "mono-bold", size: 13, align: "right" });
  paper.text("Date of issue", 340, 138, { size: 8.5, colour: "#50605a" });
  paper.text(longDate(issued), 546, 138, { face: "bold", size: 10.5, align: "right" });

  let y = section(paper, "Applicant personal details", 162);
  y = row(paper, "Surname", person.surname.toUpperCase(), y);
  y = row(paper, "Forename(s)", person.givenNames.toUpperCase(), y);
  y = row(paper, "Other names", "NONE DECLARED", y);
  y = row(paper, "Date of birth", longDate(person.dateOfBirth).toUpperCase(), y);
  y = row(paper, "Place of birth", person.placeOfBirth.toUpperCase(), y);
  y = section(paper, "Employment details", y + 10);
  y = row(paper, "Position applied for", "CHILD AND ADULT WORKFORCE   LOCUM DOCTOR", y);
  y = row(paper, "Name of employer", "SPECIMEN LOCUMS LTD", y);
  y = row(paper, "Countersignatory", "SPECIMEN UMBRELLA BODY", y);
  for (const title of [
    "Police records of convictions, cautions, reprimands and warnings",
    "Information from the list held under section 142 of the Education Act 2002",
    "Children's barred list information",
    "Adults' barred list information",
    "Other relevant information disclosed at the Chief Police Officer's discretion",
  ]) {
    y = section(paper, title, y + 10);
    paper.text("NONE RECORDED", 48, y + 2, { face: "mono-bold", size: 11 });
    y += 18;
  }
  paper.text("Enhanced Certificate: this sheet is not evidence of identity.", 297, 748, { size: 9, align: "centre" });
  paper.text(fullName(person), 48, 790, { size: 9 });
  paper.text("End of details", 546, 790, { size: 9, align: "right" });
  paper.mark();
  return paper.bytes();
}

function section(paper: Paper, title: string, y: number): number {
  paper.box(40, y, 515, 19, "#dce9e0");
  paper.text(title, 48, y + 13, { face: "bold", size: 9.5, colour: "#234436" });
  return y + 36;
}

function row(paper: Paper, label: string, value: string, y: number): number {
  paper.text(label, 48, y, { size: 9, colour: "#50605a" });
  paper.text(value, 200, y, { face: "mono", size: 11 });
  paper.line(48, y + 6, 546, y + 6, "#c3d3c8");
  return y + 22;
}
