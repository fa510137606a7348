import type * as contract from "@locum-passport/contract";

/** The contract's schemas as types only: the schemas themselves stay out of what the browser loads. */
type Of<Schema extends { _output: unknown }> = Schema["_output"];

export type Me = Of<typeof contract.Me>;
export type Profile = Of<typeof contract.Profile>;
export type Address = Profile["addresses"][number];
export type Device = Of<typeof contract.Device>;
export type SignedUp = Of<typeof contract.SignedUp>;
export type SignedIn = Of<typeof contract.SignedIn>;
export type Terms = Of<typeof contract.Terms>;
export type TermsAnswer = Of<typeof contract.TermsAnswer>;
export type { TermsName, TransferDraft } from "@locum-passport/contract";

export type DocumentTypeItem = Of<typeof contract.DocumentTypeItem>;
export type DetailField = DocumentTypeItem["fields"][number];
export type Document = Of<typeof contract.Document>;
export type DocumentDetail = Of<typeof contract.DocumentDetail>;
export type DocumentVersion = Of<typeof contract.DocumentVersion>;
export type DocumentHolder = Of<typeof contract.DocumentHolder>;
export type DeletedDocument = Of<typeof contract.DeletedDocument>;
export type Details = Of<typeof contract.Details>;

export type Agency = Of<typeof contract.Agency>;
export type AgencyListItem = Of<typeof contract.AgencyListItem>;
export type StaffAgency = Of<typeof contract.StaffAgency>;
export type Invitation = Of<typeof contract.Invitation>;
export type Member = Of<typeof contract.Member>;
export type JobGroup = Of<typeof contract.JobGroup>;
export type UploadNotice = Of<typeof contract.UploadNotice>;

export type Transfer = Of<typeof contract.Transfer>;
export type Copy = Of<typeof contract.Copy>;
export type StoppedTransfer = Of<typeof contract.StoppedTransfer>;
export type ReceivedTransfer = Of<typeof contract.ReceivedTransfer>;
export type PackEstimate = Of<typeof contract.PackEstimate>;
export type TimelineEntry = Of<typeof contract.TimelineEntry>;

export type {
  Expiry,
  MyAgency,
  NextStep,
  Pack,
  ProfileReadiness,
  ProfileRef,
  Readiness,
  ReminderKind,
  Reminders,
  Work,
} from "@locum-passport/contract";
export type Question = Of<typeof contract.Question>;
export type ProfileItem = Of<typeof contract.ProfileItem>;
export type Requirements = Of<typeof contract.Requirements>;
export type RequirementItem = Requirements["items"][number];
export type JudgedRequirement = Of<typeof contract.JudgedRequirement>;
export type MissingPiece = JudgedRequirement["missing"][number];
export type Difference = Of<typeof contract.Difference>;

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

/** `GET /api/service`: who runs this. */
export interface Service {
  controllerName: string;
  controllerAddress: string;
  privacyContact: string;
  storageCountry: string;
  maxFileBytes: number;
}
