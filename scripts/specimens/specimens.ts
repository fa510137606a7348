import sharp from "sharp";
import { exifBlock, MOOR, phoneExif } from "./exif.ts";
import { encodeHeic } from "./heic.ts";
import { machineReadableLines } from "./mrz.ts";
import { Paper } from "./paper.ts";
import { councilTaxBill, utilityBill } from "./papers/bills.ts";
import { degreeCertificate, lifeSupportCertificate } from "./papers/certificates.ts";
import { longCv } from "./papers/cv.ts";
import { dbsCertificate } from "./papers/dbs.ts";
import { wordCv } from "./papers/docx.ts";
import { hepatitisResult, registrationLetter } from "./papers/letters.ts";
import { passportPage } from "./papers/passport.ts";
import { drawPortrait, lookOf } from "./papers/portrait.ts";
import { type SpecimenPerson, shiftDate } from "./person.ts";
import { firstPage, photograph, type Shot } from "./photograph.ts";

export interface SpecimenFile {
  fileName: string;
  mediaType: string;
  bytes: Buffer;
}

/** One paper of an invented person: what a locum would upload as one document. */
export interface Specimen {
  /** Stable, kebab-case. */
  name: string;
  /** A document type of the catalogue. */
  type: string;
  /** By the type's field ids; dates as YYYY-MM-DD. */
  details: Record<string, string | number | boolean>;
  /** In page order. */
  files: SpecimenFile[];
}

const JPEG = "image/jpeg";
const PDF = "application/pdf";
const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/**
 * Papers as a locum would have them on `today` (YYYY-MM-DD): scans, phone photos with and without a place, PDFs. Each is
 * marked SPECIMEN across every page. The same person and day give the same papers, but for grain and file dates.
 */
export async function makeSpecimens(person: SpecimenPerson, today: string): Promise<Specimen[]> {
  const makers = [passport, dbs, utility, councilTax, lifeSupport, registration, hepatitis, cv, degree, portrait, word];
  const made: Specimen[] = [];
  // One after the other: each holds a photo's pixels, and a laptop is enough for this.
  for (const make of makers) made.push(await make(person, today));
  return made;
}

async function passport(person: SpecimenPerson, today: string): Promise<Specimen> {
  const issueDate = shiftDate(today, -3, 1, 9);
  const expiryDate = shiftDate(issueDate, 10);
  const [mrzLine1, mrzLine2] = machineReadableLines(person, expiryDate);
  const page = await firstPage(await passportPage(person, issueDate, expiryDate), 1500);
  const shot: Shot = { width: 2016, height: 1512, turn: -1.6, table: "slate", fill: 0.82 };
  const { surname, givenNames, dateOfBirth, passportNumber: number } = person;
  const details = {
    number,
    issuingCountry: "UTO",
    surname,
    givenNames,
    dateOfBirth,
    issueDate,
    expiryDate,
    mrzLine1,
    mrzLine2,
  };
  return {
    name: "passport",
    type: "passport",
    details,
    files: [await phonePhoto("IMG_2041.jpg", page, shot, today, false)],
  };
}

async function dbs(person: SpecimenPerson, today: string): Promise<Specimen> {
  const issueDate = shiftDate(today, 0, -5, -3);
  const sheet = await firstPage(await dbsCertificate(person, issueDate), 1654);
  const whole: Shot = { width: 1512, height: 2016, table: "oak", turn: 1.2, fill: 0.86 };
  const half = { width: 2016, height: 1512, table: "oak", fill: 0.95 } as const;
  const files = [
    await phonePhoto("IMG_2107.jpg", sheet, whole, today, true),
    await phonePhoto("IMG_2108.jpg", sheet, { ...half, turn: -0.9, offsetY: 0.43 }, today, true),
    await phonePhoto("IMG_2109.jpg", sheet, { ...half, turn: 0.6, offsetY: -0.42 }, today, true),
  ];
  const details = {
    ...{ certificateNumber: person.dbsNumber, issueDate, level: "enhanced-barred-lists", workforce: "both" },
    ...{ positionAppliedFor: "Locum doctor", registeredBody: "Specimen Umbrella Body" },
  };
  return { name: "dbs-certificate", type: "dbs-certificate", details, files };
}

async function utility(person: SpecimenPerson, today: string): Promise<Specimen> {
  const issueDate = shiftDate(today, 0, -1, -2);
  const bytes = await utilityBill(person, issueDate);
  const details = { subtype: "utility-bill", issuer: "Fenmoor Energy", issueDate, address: person.address.join(", ") };
  const file = { fileName: `Fenmoor bill ${issueDate}.pdf`, mediaType: PDF, bytes };
  return {
    name: "utility-bill",
    type: "proof-of-address",
    details: { ...details, printedFromOnline: true },
    files: [file],
  };
}

async function councilTax(person: SpecimenPerson, today: string): Promise<Specimen> {
  const issueDate = shiftDate(today, 0, -7, 6);
  const sheet = await firstPage(await councilTaxBill(person, issueDate), 1400);
  const shot: Shot = { width: 1200, height: 1600, turn: -2, table: "linen", fill: 0.9 };
  const bytes = await encodeHeic(await photograph(sheet, shot), await exifBlock(`${exifDay(today)} 18:21:07`, MOOR));
  const details = {
    subtype: "council-tax-bill",
    issuer: "Mockford District Council",
    issueDate,
    address: person.address.join(", "),
  };
  const file = { fileName: "IMG_2113.HEIC", mediaType: "image/heic", bytes };
  return { name: "council-tax-bill", type: "proof-of-address", details, files: [file] };
}

async function lifeSupport(person: SpecimenPerson, today: string): Promise<Specimen> {
  const completedOn = shiftDate(today, 0, -10, 4);
  const bytes = await lifeSupportCertificate(person, completedOn);
  const details = {
    provider: "Specimen Resus Training",
    completedOn,
    expiryDate: shiftDate(completedOn, 1),
    practical: true,
    audience: "both",
  };
  return {
    name: "bls-certificate",
    type: "bls",
    details,
    files: [{ fileName: "BLS certificate.pdf", mediaType: PDF, bytes }],
  };
}

async function registration(person: SpecimenPerson, today: string): Promise<Specimen> {
  const lastCheckedOn = shiftDate(today, 0, 0, -12);
  const bytes = await registrationLetter(person, lastCheckedOn);
  const details = {
    ...{ gmcNumber: person.gmcNumber, status: "registered-with-licence", gpRegister: false, specialistRegister: false },
    ...{ feeDueDate: shiftDate(lastCheckedOn, 1), revalidationDate: shiftDate(lastCheckedOn, 3), lastCheckedOn },
  };
  return {
    name: "gmc-letter",
    type: "gmc-registration",
    details,
    files: [{ fileName: "GMC letter.pdf", mediaType: PDF, bytes }],
  };
}

async function hepatitis(person: SpecimenPerson, today: string): Promise<Specimen> {
  const sampleDate = shiftDate(today, -1, -2, 3);
  const bytes = await hepatitisResult(person, sampleDate);
  const details = {
    titre: 342,
    sampleDate,
    lab: "Mockford Pathology",
    responder: "good",
    identityVerifiedSample: true,
  };
  return {
    name: "hepatitis-b",
    type: "hepb-antibody",
    details,
    files: [{ fileName: "hep B result.pdf", mediaType: PDF, bytes }],
  };
}

async function cv(person: SpecimenPerson, today: string): Promise<Specimen> {
  const bytes = await longCv(person, today, 12);
  const details = {
    versionDate: today,
    historyStartsOn: shiftDate(today, -9, 0, 1),
    fullHistory: true,
    gapsExplained: true,
  };
  return { name: "cv", type: "cv", details, files: [{ fileName: "CV and references.pdf", mediaType: PDF, bytes }] };
}

async function degree(person: SpecimenPerson, today: string): Promise<Specimen> {
  const awardDate = `${Number(person.dateOfBirth.slice(0, 4)) + 24}-07-11`;
  const sheet = await firstPage(await degreeCertificate(person, awardDate), 1754);
  const shot: Shot = { width: 2016, height: 1512, turn: 1.1, table: "oak", fill: 0.88 };
  const details = { title: "MB BS", institution: "The University of Mockford", awardDate };
  const file = await phonePhoto("IMG_1966.jpg", sheet, shot, today, true);
  return { name: "degree", type: "primary-qualification", details, files: [file] };
}

async function portrait(person: SpecimenPerson, today: string): Promise<Specimen> {
  const paper = await Paper.start("portrait", { width: 350, height: 450 });
  paper.box(0, 0, 350, 450, "#dfe6ea");
  drawPortrait(paper, 0, 2, 350, lookOf(person));
  paper.mark();
  const bytes = await sharp(await firstPage(await paper.bytes(), 900))
    .png()
    .toBuffer();
  const details = { takenOn: shiftDate(today, 0, -2), signed: false };
  return {
    name: "portrait",
    type: "passport-photo",
    details,
    files: [{ fileName: "photo.png", mediaType: "image/png", bytes }],
  };
}

async function word(person: SpecimenPerson, today: string): Promise<Specimen> {
  const bytes = await wordCv(person, today);
  const details = { versionDate: shiftDate(today, -1), fullHistory: false };
  return { name: "cv-word", type: "cv", details, files: [{ fileName: "Short CV.docx", mediaType: DOCX, bytes }] };
}

async function phonePhoto(
  fileName: string,
  paper: Buffer,
  shot: Shot,
  today: string,
  place: boolean,
): Promise<SpecimenFile> {
  const exif = phoneExif(`${exifDay(today)} 18:20:41`, place ? MOOR : undefined);
  const bytes = await sharp(await photograph(paper, shot))
    .withExif(exif)
    .jpeg({ quality: 88 })
    .toBuffer();
  return { fileName, mediaType: JPEG, bytes };
}

function exifDay(date: string): string {
  return date.replaceAll("-", ":");
}
