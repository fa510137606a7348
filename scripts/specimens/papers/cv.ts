import { Paper } from "../paper.ts";
import { fullName, longDate, type SpecimenPerson, shiftDate } from "../person.ts";

export interface Post {
  title: string;
  employer: string;
  from: string;
  to: string | undefined;
}

/** Posts of a year each, without a gap, back from `today`. */
export function posts(today: string, count: number): Post[] {
  const grades = ["Locum registrar", "Specialty doctor", "Clinical fellow", "Core trainee", "Foundation doctor"];
  const places = ["Specimen Infirmary", "Mockford General", "Exampleshire Hospitals", "St Nowhere's Hospital"];
  const wards = ["acute medicine", "emergency medicine", "respiratory medicine", "geriatric medicine", "cardiology"];
  return Array.from({ length: count }, (_, n) => ({
    title: `${grades[Math.min(4, Math.floor(n / 2))]}, ${wards[n % wards.length]}`,
    employer: places[n % places.length] ?? "",
    from: shiftDate(today, -n - 1, 0, 1),
    to: n === 0 ? undefined : shiftDate(today, -n),
  }));
}

/** A full history with a page a post, and two references at the end: as many pages as asked, at least four. */
export async function longCv(person: SpecimenPerson, today: string, pages = 12): Promise<Buffer> {
  const paper = await Paper.start("CV and references");
  const held = posts(today, pages - 3);
  cover(paper, person, held);
  held.forEach((post, index) => {
    paper.newPage();
    postPage(paper, person, post, index + 2, pages);
  });
  for (const [index, referee] of ["Dr S. Pecimen, consultant physician", "Dr E. Xample, clinical director"].entries()) {
    paper.newPage();
    referencePage(paper, person, referee, held[index + 1], pages - 1 + index, pages);
  }
  return paper.bytes();
}

function cover(paper: Paper, person: SpecimenPerson, held: Post[]): void {
  paper.box(0, 0, 595, 130, "#24435c");
  paper.text(fullName(person), 60, 68, { face: "bold", size: 26, colour: "#ffffff" });
  paper.text("Doctor, general internal medicine", 60, 92, { size: 12, colour: "#cfe0ea" });
  let y = paper.text("Profile", 60, 170, { face: "bold", size: 13, colour: "#24435c" });
  const profile =
    "A calm, thorough physician with nine years in busy acute units. Used to new wards, new systems and short notice; known for clear handovers and for leaving the notes in better order than they were found.";
  y = paper.text(profile, 60, y, { size: 11, width: 475 });
  y = paper.text("Posts", 60, y + 16, { face: "bold", size: 13, colour: "#24435c" });
  for (const { title, employer, from, to } of held) {
    paper.text(`${longDate(from)} to ${to ? longDate(to) : "now"}`, 60, y, { size: 9, colour: "#5b6672" });
    paper.text(title, 250, y, { face: "bold", size: 10 });
    paper.text(employer, 250, y + 13, { size: 9.5 });
    y += 34;
  }
  foot(paper, person, 1, held.length + 3);
}

function postPage(paper: Paper, person: SpecimenPerson, post: Post, page: number, pages: number): void {
  paper.text(post.title, 60, 90, { face: "bold", size: 18, colour: "#24435c" });
  paper.text(post.employer, 60, 112, { size: 12 });
  paper.text(`${longDate(post.from)} to ${post.to ? longDate(post.to) : "now"}`, 60, 130, {
    size: 10,
    colour: "#5b6672",
  });
  let y = 168;
  for (const [head, body] of [
    [
      "Duties",
      "Assessed and treated acutely unwell adults on the take; led the morning round on alternate weeks; carried the arrest bleep; supervised two foundation doctors and the ward's medical students.",
    ],
    [
      "Procedures",
      "Lumbar puncture, ascitic drain, chest drain under ultrasound, central access, cardioversion, non-invasive ventilation.",
    ],
    [
      "Audit and teaching",
      "Closed the loop on an audit of discharge letters: those sent within a day rose from 61 to 88 in a hundred. Taught a weekly session on fluids and electrolytes.",
    ],
    ["Why I left", "End of a fixed term."],
  ] as const) {
    y = paper.text(head, 60, y, { face: "bold", size: 12 });
    y = paper.text(body, 60, y + 2, { size: 11, width: 475 }) + 12;
  }
  foot(paper, person, page, pages);
}

function referencePage(
  paper: Paper,
  person: SpecimenPerson,
  referee: string,
  post: Post | undefined,
  page: number,
  pages: number,
): void {
  paper.text("Reference in confidence", 60, 90, { face: "serif-bold", size: 20 });
  let y = paper.text(`${referee}, ${post?.employer ?? "Specimen Infirmary"}`, 60, 116, { face: "serif", size: 12 });
  for (const part of [
    `I supervised Dr ${person.surname} from ${longDate(post?.from ?? "2020-01-01")} to ${longDate(post?.to ?? "2021-01-01")}. I am not a relative, and I agree that this reference may be shown to hirers.`,
    "Clinical knowledge, record keeping, time keeping and conduct towards patients were all good or excellent. There were no complaints and no open investigation. I would gladly have this doctor back.",
  ])
    y = paper.text(part, 60, y + 14, { face: "serif", size: 12, width: 475 });
  paper.text(referee.split(",")[0] ?? "", 60, y + 44, { face: "serif-italic", size: 20, colour: "#26345e" });
  foot(paper, person, page, pages);
}

function foot(paper: Paper, person: SpecimenPerson, page: number, pages: number): void {
  paper.text(`${fullName(person)}, page ${page} of ${pages}`, 60, 806, { size: 8, colour: "#5b6672" });
  paper.mark();
}
