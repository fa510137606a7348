// Written by generate.mjs from data/. Change it there.
import type { LeadTimeSource, RequirementSource, Source } from "../sources.ts";

export const documentTypeSources: Readonly<Record<string, readonly Source[]>> = {
  passport: [
    {
      url: "https://www.nhsemployers.org/articles/employment-check-faqs",
      claim: "Identity documents shown to NHS employers must be in date.",
      strength: "read",
    },
    {
      url: "https://support.lantum.com/hc/en-us/articles/360005487120-Passport",
      claim:
        "One platform wants a colour scan with all four corners and refuses black and white or faxed copies; the cover is not needed.",
      strength: "read",
    },
    {
      url: "https://compliance.messly.com/passport-visa",
      claim: "EU nationals may be asked for a national identity card as well as the passport.",
      strength: "read",
    },
  ],
  "driving-licence": [
    {
      url: "https://docsbay.net/below-is-a-list-of-acceptable-photographic-id-documents",
      claim: "A photocard licence is listed as photographic ID.",
      strength: "read",
    },
    {
      url: "https://www.scribd.com/document/588133214/ID-Guidelines-Candidates",
      claim: "A licence can be used for identity or for address, not for both in the same set.",
      strength: "read",
    },
    {
      url: "https://help.locatealocum.com/en/articles/13160509-how-to-complete-your-identity-right-to-work-verification",
      claim: "One platform stopped taking driving licences for verification in 2026.",
      strength: "read",
    },
  ],
  "national-id-card": [
    {
      url: "https://docsbay.net/below-is-a-list-of-acceptable-photographic-id-documents",
      claim: "Listed among photographic ID.",
      strength: "read",
    },
    {
      url: "https://www.gov.scot/publications/safer-pre-post-employment-checks-nhsscotland-pin-policy/pages/6/",
      claim: "NHS Scotland's list also takes an EU identity card.",
      strength: "read",
    },
  ],
  "other-photo-id": [
    {
      url: "https://docsbay.net/below-is-a-list-of-acceptable-photographic-id-documents",
      claim: "Forces and proof-of-age cards appear as photo ID alternatives.",
      strength: "read",
    },
    {
      url: "https://www.gov.scot/publications/safer-pre-post-employment-checks-nhsscotland-pin-policy/pages/6/",
      claim: "NHS Scotland's list has comparable alternatives.",
      strength: "read",
    },
  ],
  "passport-photo": [
    {
      url: "https://www.medacs.com/nurse/agencynursing-faqs",
      claim: "A nursing agency asks for two photos.",
      strength: "read",
    },
    {
      url: "https://www.medacs.com/find-a-job/allied-health-professional-jobs/frequently-asked-questions",
      claim: "The same agency asks AHPs for photos too.",
      strength: "read",
    },
    {
      url: "https://www.medacs.com/health-science-services/faqs",
      claim: "And health science staff.",
      strength: "read",
    },
    {
      url: "https://verivius.co.uk/sample-policies/hscra-reg-19-fit-and-proper-persons-employed",
      claim: "Care regulation wants a recent photo as part of proof of identity.",
      strength: "read",
    },
  ],
  "proof-of-address": [
    {
      url: "https://leademployer.merseywestlancs.nhs.uk/id-and-verification",
      claim: "Three months; online bank statements refused; one photo ID with two addresses, or two with one.",
      strength: "read",
    },
    {
      url: "https://locumbooking.com/blog-locum-documents-checklist",
      claim: "Usually three months.",
      strength: "read",
    },
    {
      url: "https://www.gov.scot/publications/safer-pre-post-employment-checks-nhsscotland-pin-policy/pages/6/",
      claim: "NHS Scotland: three months for most papers and twelve for annual ones.",
      strength: "read",
    },
    {
      url: "https://locumpassport.co.uk/2018/04/02/locum-organiser/",
      claim: "The 2018 site said six months.",
      strength: "read",
    },
    {
      url: "https://www.scribd.com/document/588133214/ID-Guidelines-Candidates",
      claim: "Six months for most papers and twelve for council tax and similar.",
      strength: "read",
    },
    {
      url: "https://faq-hrss.nhsbsa.nhs.uk/knowledgebase/article/KA-23511/en-us",
      claim: "Two papers from one provider do not count as two.",
      strength: "read",
    },
  ],
  "name-change": [
    {
      url: "https://support.lantum.com/hc/en-us/articles/360005487120-Passport",
      claim: "A platform asks for the certificate when the passport name differs.",
      strength: "read",
    },
    {
      url: "http://hlrdev.eclektik.co.uk/managing-compliance-checks/",
      claim: "Compliance guidance: explain name differences with a certificate.",
      strength: "read",
    },
    {
      url: "https://www.medacs.com/find-a-job/allied-health-professional-jobs/frequently-asked-questions",
      claim: "An agency lists a marriage certificate where names differ.",
      strength: "read",
    },
  ],
  "ni-evidence": [
    {
      url: "https://www.pharmaseekers.co.uk/about/faqs",
      claim: "A pharmacy agency asks for the number.",
      strength: "read",
    },
    {
      url: "https://scribd.com/document/411576483/Compliance-Manual-2018-2019",
      claim: "Contents of an agency compliance manual list it.",
      strength: "read",
    },
  ],
  "birth-certificate": [
    {
      url: "http://www.nuffieldhealthcareers.com/jobs/recruitment-and-selection/",
      claim: "An older right to work list pairs a full birth certificate with an official National Insurance document.",
      strength: "read",
    },
  ],
  "rtw-british-irish": [
    {
      url: "https://rtwcomply.co.uk/blog/right-to-work-documents-list-uk/",
      claim: "British and Irish papers are in the list that needs one check and no repeat.",
      strength: "read",
    },
    {
      url: "https://www.nhsemployers.org/articles/employment-check-faqs",
      claim: "An out-of-date UK passport can prove right to work but not identity.",
      strength: "read",
    },
  ],
  "rtw-share-code": [
    {
      url: "https://www.getborderless.co.uk/blog/right-to-work-share-code",
      claim: "A share code has nine characters, begins W for work and lasts 90 days.",
      strength: "read",
    },
  ],
  "rtw-check-record": [
    {
      url: "https://korneriq.com/blog/right-to-work-record-keeping",
      claim: "The employer runs the check with code and date of birth and keeps the dated result.",
      strength: "read",
    },
  ],
  "visa-evisa": [
    {
      url: "https://rtwcomply.co.uk/blog/right-to-work-documents-list-uk/",
      claim: "Time-limited permission is in the list that needs a follow-up check.",
      strength: "read",
    },
  ],
  "rtw-brp": [
    {
      url: "https://rtwcomply.co.uk/blog/evisa-right-to-work-checks-employers/",
      claim: "Physical permits stopped being usable at the end of 2024 and were replaced by eVisas.",
      strength: "read",
    },
  ],
  "rtw-pvn": [
    {
      url: "https://rtwcomply.co.uk/blog/right-to-work-documents-list-uk/",
      claim: "This group of papers needs a new check every six months.",
      strength: "read",
    },
    {
      url: "https://www.xperthr.co.uk/quick-reference/documentation-acceptable-as-proof-of-right-to-work-in-the-uk-limited-right-to-work-in-the-uk-list-b-/83642/",
      claim: "Same six-month rule in an employment reference work.",
      strength: "read",
    },
  ],
  "certificate-of-sponsorship": [
    {
      url: "https://compliance.messly.com/passport-visa",
      claim: "Asked for from doctors on sponsored visas.",
      strength: "read",
    },
  ],
  cv: [
    {
      url: "https://verivius.co.uk/sample-policies/hscra-reg-19-fit-and-proper-persons-employed",
      claim: "Care regulation asks for full employment history with gaps explained in writing.",
      strength: "read",
    },
    {
      url: "https://sonographersmedical.com/requirements-for-registration/",
      claim: "One agency: at least five years, updated every two.",
      strength: "read",
    },
    {
      url: "https://www.medacs.com/find-a-job/allied-health-professional-jobs/frequently-asked-questions",
      claim: "Another: ten years.",
      strength: "read",
    },
  ],
  "gap-explanation": [
    {
      url: "https://verivius.co.uk/sample-policies/hscra-reg-19-fit-and-proper-persons-employed",
      claim: "Gaps need a written explanation that the provider finds satisfactory.",
      strength: "read",
    },
  ],
  reference: [
    {
      url: "https://refassure.co.uk/nhs-reference-checking/",
      claim: "NHS references should span the last three years.",
      strength: "read",
    },
    {
      url: "https://messly.com/blog/compliance-for-f3-locums",
      claim: "Two or three references over three years.",
      strength: "read",
    },
    {
      url: "https://www.medacs.com/nurse/agencynursing-faqs",
      claim: "Two clinical references over three years for nurses.",
      strength: "read",
    },
    {
      url: "https://www.nasgp.org.uk/gp-locum-work/performance/advice-from-cqc-on-compliance-documentation-for-practices-engaging-locum-gps/",
      claim: "At least one reference from the past year for a GP locum.",
      strength: "read",
    },
    {
      url: "https://legislation.gov.uk/uksi/2010/1782/regulation/10/made/data.html",
      claim: "For work with vulnerable people an agency needs two from non-relatives who agree to disclosure.",
      strength: "read",
    },
    {
      url: "http://legislation.data.gov.uk/wsi/2003/2527/schedule/3/made/data.xht?view=snippet&wrap=true",
      claim: "Nurse agencies in Wales: two from health professionals, one from the last post of three months or more.",
      strength: "read",
    },
  ],
  "reason-for-leaving": [
    {
      url: "https://verivius.co.uk/sample-policies/hscra-reg-19-fit-and-proper-persons-employed",
      claim:
        "Care regulation asks why earlier work with children or vulnerable adults ended, where it can be found out.",
      strength: "read",
    },
    {
      url: "http://legislation.data.gov.uk/wsi/2003/2527/schedule/3/made/data.xht?view=snippet&wrap=true",
      claim: "Nurse agency rules in Wales ask for the same.",
      strength: "read",
    },
  ],
  "application-form": [
    {
      url: "http://medicsinuk.com/eng/Pp4380.php",
      claim: "A medical agency needs a completed form.",
      strength: "read",
    },
    {
      url: "https://sonographersmedical.com/requirements-for-registration/",
      claim: "A sonography agency needs one with the CV.",
      strength: "read",
    },
  ],
  "employment-certificate": [
    {
      url: "https://scribd.com/document/411576483/Compliance-Manual-2018-2019",
      claim: "Contents of an agency compliance manual list it.",
      strength: "read",
    },
  ],
  "end-of-placement-report": [
    {
      url: "https://dokumen.tips/documents/nhs-employers-guidance-on-locum-mediaemployersdocumentspay-and-rewar-1.html",
      claim: "NHS Employers' 2013 locum guidance describes these reports.",
      strength: "read",
    },
  ],
  "gmc-registration": [
    {
      url: "https://www.gmc-uk.org/registration-and-licensing/employers-medical-schools-and-colleges/employing-a-doctor/what-to-check",
      claim: "Employers are told to check the online register, and an unpaid fee removes a doctor.",
      strength: "read",
    },
    {
      url: "https://www.gmc-uk.org/doctors/register/29798.asp",
      claim: "A licensed download of the register exists.",
      strength: "read",
    },
    {
      url: "https://scribd.com/document/411576483/Compliance-Manual-2018-2019",
      claim: "One agency manual checks every month.",
      strength: "read",
    },
  ],
  "nmc-registration": [
    {
      url: "http://www.nmc-uk.org/Employers-and-managers/Your-responsibilities/Checking-our-register/",
      claim: "The NMC tells employers to confirm with the register, not with paper.",
      strength: "read",
    },
    {
      url: "https://www.nmc.org.uk/registration/staying-on-the-register/renewing-your-registration",
      claim: "Fee yearly, revalidation three-yearly; the application falls due at the start of the renewal month.",
      strength: "read",
    },
    {
      url: "https://scribd.com/document/411576483/Compliance-Manual-2018-2019",
      claim: "One agency manual checks monthly.",
      strength: "read",
    },
    {
      url: "https://intercom.help/credentially/en/articles/7930885-professional-registration-nmc",
      claim: "A vendor checks weekly and lists the statuses.",
      strength: "read",
    },
  ],
  "hcpc-registration": [
    {
      url: "https://prod.healthregulation.org/employers/registration/renewals",
      claim: "Table of renewal windows for each profession.",
      strength: "read",
    },
    {
      url: "https://prod.hcpc-uk.org/check-the-register/how-to-check",
      claim: "The public register can be searched by profession and name or number.",
      strength: "read",
    },
  ],
  "gphc-registration": [
    {
      url: "https://www.pharmacyregulation.org/renewal",
      claim: "Renewal is yearly and due two months before expiry.",
      strength: "read",
    },
    {
      url: "https://help.locatealocum.com/en/articles/13859390-setting-up-automated-employee-gphc-registration-validation",
      claim: "One vendor re-checks the register every night.",
      strength: "read",
    },
    {
      url: "https://help.locatealocum.com/en/articles/4292185-document-checklist-pharmacy-technicians-dispensers",
      claim: "Technicians need GPhC, or the Northern Ireland register there.",
      strength: "read",
    },
  ],
  "psni-registration": [
    {
      url: "https://www.psni.org.uk/registration/pharmacist-registration/",
      claim: "Pharmacists must be on this register to practise there; the year runs from 1 June to 31 May.",
      strength: "read",
    },
    {
      url: "https://help.locatealocum.com/en/articles/4292185-document-checklist-pharmacy-technicians-dispensers",
      claim: "Named beside the GPhC in a pharmacy platform's checklist.",
      strength: "read",
    },
  ],
  "primary-qualification": [
    {
      url: "https://www.medacs.com/find-a-job/doctor-jobs/frequently-asked-questions",
      claim: "An agency must verify the original even though the register holds the same fact.",
      strength: "read",
    },
    {
      url: "https://www.riglocums.com/interested-in-being-a-locum-doctor-3-things-you-must-do-before-you-quit-your-current-job/",
      claim: "Degree certificate on a starter list for locum doctors.",
      strength: "read",
    },
  ],
  "higher-qualification": [
    {
      url: "https://www.medacs.com/nurse/agencynursing-faqs",
      claim: "Further certificates are asked for as the role needs them.",
      strength: "read",
    },
  ],
  cct: [
    {
      url: "https://www.nasgp.org.uk/gp-locum-work/performance/advice-from-cqc-on-compliance-documentation-for-practices-engaging-locum-gps/",
      claim: "Used as proof of being a GP.",
      strength: "read",
    },
    {
      url: "https://locumorganiser.com/getting-started/paperwork/",
      claim: "Listed in GP locum paperwork.",
      strength: "read",
    },
  ],
  "english-language": [
    {
      url: "https://www.trewlink.blog/post/gmc-registration-step-3-evidence-of-your-knowledge-of-english",
      claim: "IELTS and OET count for two years when registering with the GMC; older results need other evidence.",
      strength: "read",
    },
    {
      url: "http://legislation.data.gov.uk/wsi/2003/2527/schedule/3/made/data.xht?view=snippet&wrap=true",
      claim: "Nurse agency rules in Wales ask for enough English.",
      strength: "read",
    },
    {
      url: "https://info.5y1.org/2019-telephone-directory-jamaica_1_a756bc.html",
      claim: "An agency's procedure list has an English check.",
      strength: "read",
    },
  ],
  "prescriber-annotation": [
    {
      url: "https://help.locatealocum.com/en/articles/13859390-setting-up-automated-employee-gphc-registration-validation",
      claim: "The pharmacy register shows the prescriber note.",
      strength: "read",
    },
  ],
  "nvq-pharmacy": [
    {
      url: "https://help.locatealocum.com/en/articles/4292185-document-checklist-pharmacy-technicians-dispensers",
      claim: "A platform wants level 2 from dispensers and level 3 from technicians.",
      strength: "read",
    },
  ],
  accreditation: [
    {
      url: "http://www.teamlocum.co.uk/2017/08/agencys-eye-view-pharmacist-accreditations/",
      claim: "Agency view: experienced locums hold over twenty accreditations.",
      strength: "read",
    },
    {
      url: "https://www.locumkey.com/Resources",
      claim: "A platform's list of services.",
      strength: "read",
    },
    {
      url: "https://www.claritylocums.com/blog/locum-registration-guide-well-pharmacy/",
      claim: "A chain's registration guide lists its own set.",
      strength: "read",
    },
  ],
  smartcard: [
    {
      url: "http://www.teamlocum.co.uk/2017/08/agencys-eye-view-pharmacist-accreditations/",
      claim: "Smartcard named among what a locum pharmacist needs.",
      strength: "read",
    },
    {
      url: "https://www.claritylocums.com/blog/locum-registration-guide-well-pharmacy/",
      claim: "Also in a chain's guide.",
      strength: "read",
    },
    {
      url: "https://cpe.org.uk/our-news/reminder-nhs-smartcard-action-required-checking-contact-info-self-unlock-and-expiry",
      claim: "Pharmacy body: check position end dates and old card series.",
      strength: "read",
    },
    {
      url: "https://abcdocz.com/doc/756927/cis-msd-3.3---repair-smartcard-certificates",
      claim:
        "A 2015 leaflet gives chip certificates a two-year life; later pages mention three, so use the date shown.",
      strength: "read",
    },
  ],
  "dbs-certificate": [
    {
      url: "https://compliance.messly.com/criminal-record-checks",
      claim: "Agencies need the original; losing it means applying again.",
      strength: "read",
    },
    {
      url: "https://www.medacs.com/nurse/agencynursing-faqs",
      claim: "Nurses: enhanced, adult and child.",
      strength: "read",
    },
    {
      url: "https://help.locatealocum.com/en/articles/1206164-what-are-the-essential-documents",
      claim: "Within twelve months and with the right job title.",
      strength: "read",
    },
    {
      url: "http://www.applocum.com/index.php/faq/",
      claim: "Twelve months advised and three years at most.",
      strength: "read",
    },
    {
      url: "https://onlinehelp.dbs.gov.uk/article/qed00186/how-do-i-let-an-organisation-carry-out-a-status-check-on-my-dbs-certificate",
      claim: "A status check needs the original certificate and consent.",
      strength: "read",
    },
    {
      url: "https://help.florence.co.uk/en/articles/6158966-why-has-my-dbs-been-rejected",
      claim: "Rejected when over a year old or in a previous name.",
      strength: "read",
    },
  ],
  "dbs-update-service": [
    {
      url: "https://www.gov.uk/government/publications/dbs-update-service-applicant-guide/dbs-update-service-applicant-guide",
      claim:
        "Join with the application number, or with the certificate within 30 days of issue; one-year subscription.",
      strength: "read",
    },
    {
      url: "https://nhsemployers.org/publications/employers-guide-using-dbs-update-service",
      claim: "NHS Employers' guide gives the 30-day window and the need for consent.",
      strength: "read",
    },
    {
      url: "https://bjjagb.com/news/dbs-update-service",
      claim: "The fee rose from 13 to 16 pounds a year.",
      strength: "read",
    },
    {
      url: "https://www.gov.uk/government/publications/dbs-update-service-applicant-guide",
      claim: "Automatic renewal takes payment shortly before the end date.",
      strength: "read",
    },
    {
      url: "https://fake-dbs-update-service.beh.uk",
      claim: "Lists the four status results.",
      strength: "read",
    },
  ],
  pvg: [
    {
      url: "https://disclosure.gov.scot/pvg-scheme-will-be-a-legal-requirement",
      claim: "Membership became a legal requirement for regulated roles on 1 April 2025.",
      strength: "read",
    },
    {
      url: "https://www.vaorkney.org.uk/whats-new/news/five-year-pvg-scheme-membership",
      claim: "Five-year membership from April 2026, with existing members brought in over time.",
      strength: "read",
    },
    {
      url: "https://help.locatealocum.com/en/articles/1206164-what-are-the-essential-documents",
      claim: "One platform wants it issued in the last twelve months.",
      strength: "read",
    },
    {
      url: "https://help.locatealocum.com/en/articles/4292185-document-checklist-pharmacy-technicians-dispensers",
      claim: "Another page of the same platform says eight years.",
      strength: "read",
    },
  ],
  accessni: [
    {
      url: "https://www.nibusinessinfo.co.uk/print/book/export/html/9230",
      claim: "A digital certificate is marked as not valid once printed, and employers are told to refuse print-outs.",
      strength: "read",
    },
    {
      url: "https://arcengland.org.uk/switch-to-digital-only-disclosure-certificates/",
      claim: "Now digital only; an employer can open the shared certificate once.",
      strength: "read",
    },
    {
      url: "https://thirtyoneeight.org/help-and-resources/accessni-recruiter-resources/accessni-recruiters-guide/viewing-the-certificate/",
      claim: "A shared link works for three days.",
      strength: "read",
    },
    {
      url: "https://help.locatealocum.com/en/articles/1206164-what-are-the-essential-documents",
      claim: "One platform: within twelve months.",
      strength: "read",
    },
    {
      url: "https://help.locatealocum.com/en/articles/4292185-document-checklist-pharmacy-technicians-dispensers",
      claim: "Another page of it: three years.",
      strength: "read",
    },
  ],
  "overseas-police": [
    {
      url: "https://hunter-healthcare.com/hunter-healthcare-overseas-police-check-policy",
      claim: "One agency group: six months or more abroad.",
      strength: "read",
    },
    {
      url: "https://warwick.ac.uk/study/postgraduate/apply/pgadmissions/applicants/crb/non_uk/",
      claim: "A university: six months or more in the past five years.",
      strength: "read",
    },
    {
      url: "https://www.medacs.com/find-a-job/allied-health-professional-jobs/frequently-asked-questions",
      claim: "An AHP agency: twelve months or more.",
      strength: "read",
    },
  ],
  "criminal-self-declaration": [
    {
      url: "https://www.nhsemployers.org/covid19/assurance/preemployment-checks/criminal-record-checks",
      claim: "A declaration is asked of all applicants.",
      strength: "read",
    },
    {
      url: "https://sonographersmedical.com/requirements-for-registration/",
      claim: "One agency includes it in registration.",
      strength: "read",
    },
    {
      url: "https://www.nhsemployers.org/covid19/assurance/preemployment-checks/criminal-record-checks",
      claim: "Yearly renewal is an assumption.",
      strength: "inferred",
    },
  ],
  "fit-to-work": [
    {
      url: "https://compliance.messly.com/occupational-health-check",
      claim: "Issued after the occupational health service has seen the evidence.",
      strength: "read",
    },
    {
      url: "https://www.medacs.com/nurse/agencynursing-faqs",
      claim: "Nurses need a fitness certificate.",
      strength: "read",
    },
    {
      url: "https://www.care-dynamics.com/care-staff-agency/healthcare-worker-information/healthcare-worker-health/",
      claim: "Health declaration renewed each year.",
      strength: "read",
    },
    {
      url: "https://www.care-dynamics.com/care-staff-agency/healthcare-worker-information/healthcare-worker-health/",
      claim: "Twelve months for the certificate itself is taken from that.",
      strength: "inferred",
    },
  ],
  "health-questionnaire": [
    {
      url: "https://compliance.messly.com/occupational-health-check",
      claim: "Starts the occupational health process.",
      strength: "read",
    },
    {
      url: "https://www.care-dynamics.com/care-staff-agency/healthcare-worker-information/healthcare-worker-health/",
      claim: "Renewed each year.",
      strength: "read",
    },
  ],
  "hepb-course": [
    {
      url: "https://compliance.messly.com/occupational-health-check",
      claim: "Three dated doses are asked for.",
      strength: "read",
    },
  ],
  "hepb-antibody": [
    {
      url: "https://compliance.messly.com/occupational-health-check",
      claim: "More than 100.",
      strength: "read",
    },
    {
      url: "https://www.nursingservicesuk.co.uk/occupational-health-requirements",
      claim: "More than 100.",
      strength: "read",
    },
    {
      url: "http://www.qualityls.co.uk/candidate-information/occupational-health-requirements/",
      claim: "More than 100; low responder evidence described.",
      strength: "read",
    },
    {
      url: "http://www.smf-friends.org/index-7.html",
      claim: "More than 100.",
      strength: "read",
    },
    {
      url: "https://www.imperial.ac.uk/occupational-health/health-protection-at-work/vaccinations/vaccination-recommendations/",
      claim: "Non-responders in exposure-prone work: yearly surface antigen.",
      strength: "read",
    },
  ],
  mmr: [
    {
      url: "https://compliance.messly.com/occupational-health-check",
      claim: "Two vaccines or antibodies.",
      strength: "read",
    },
    {
      url: "https://www.nursingservicesuk.co.uk/occupational-health-requirements",
      claim: "Either kind of evidence.",
      strength: "read",
    },
    {
      url: "http://www.qualityls.co.uk/candidate-information/occupational-health-requirements/",
      claim: "Either kind of evidence.",
      strength: "read",
    },
    {
      url: "https://www.imperial.ac.uk/occupational-health/health-protection-at-work/vaccinations/vaccination-recommendations/",
      claim: "Mumps asked for in some places.",
      strength: "read",
    },
  ],
  varicella: [
    {
      url: "https://compliance.messly.com/occupational-health-check",
      claim: "Blood test or history.",
      strength: "read",
    },
    {
      url: "https://www.nursingservicesuk.co.uk/occupational-health-requirements",
      claim: "Own statement is enough.",
      strength: "read",
    },
    {
      url: "http://www.qualityls.co.uk/candidate-information/occupational-health-requirements/",
      claim: "Strong preference for a blood test.",
      strength: "read",
    },
  ],
  "tb-bcg": [
    {
      url: "https://www.nursingservicesuk.co.uk/occupational-health-requirements",
      claim: "Scar must be seen and signed; no self-declaration.",
      strength: "read",
    },
    {
      url: "http://www.qualityls.co.uk/candidate-information/occupational-health-requirements/",
      claim: "Same, with test results as an alternative.",
      strength: "read",
    },
  ],
  dtp: [
    {
      url: "https://compliance.messly.com/occupational-health-check",
      claim: "On one agency's list for doctors.",
      strength: "read",
    },
  ],
  "covid-vaccine": [
    {
      url: "https://compliance.messly.com/occupational-health-check",
      claim: "Listed, but not in every case.",
      strength: "read",
    },
  ],
  "epp-hbsag": [
    {
      url: "https://www.nursingservicesuk.co.uk/occupational-health-requirements",
      claim: "Three years.",
      strength: "read",
    },
    {
      url: "http://www.qualityls.co.uk/candidate-information/occupational-health-requirements/",
      claim: "Three years.",
      strength: "read",
    },
    {
      url: "http://www.smf-friends.org/index-7.html",
      claim: "Five years.",
      strength: "read",
    },
    {
      url: "https://compliance.messly.com/occupational-health-check",
      claim: "Results count only if identity was checked at sampling.",
      strength: "read",
    },
    {
      url: "https://www.gov.uk/government/publications/bbvs-in-healthcare-workers-health-clearance-and-management",
      claim: "National guidance on clearance for exposure-prone work.",
      strength: "read",
    },
  ],
  "epp-hepc": [
    {
      url: "http://www.qualityls.co.uk/candidate-information/occupational-health-requirements/",
      claim: "Asked for in exposure-prone work, three years.",
      strength: "read",
    },
    {
      url: "http://www.smf-friends.org/index-7.html",
      claim: "Five years.",
      strength: "read",
    },
    {
      url: "https://www.gov.uk/government/publications/bbvs-in-healthcare-workers-health-clearance-and-management",
      claim: "National guidance on clearance for exposure-prone work.",
      strength: "read",
    },
  ],
  "epp-hiv": [
    {
      url: "https://compliance.messly.com/occupational-health-check",
      claim: "Asked for in exposure-prone work.",
      strength: "read",
    },
    {
      url: "http://www.smf-friends.org/index-7.html",
      claim: "Five years.",
      strength: "read",
    },
    {
      url: "http://www.qualityls.co.uk/candidate-information/occupational-health-requirements/",
      claim: "No period is confirmed for this test; three years is assumed, to match the other two.",
      strength: "inferred",
    },
    {
      url: "https://www.psm.sdcep.org.uk/content/health-and-safety-infection-control/health-clearance-and-immunisation/health-clearance/",
      claim: "Guidance for dental teams on the same clearance.",
      strength: "read",
    },
  ],
  bls: [
    {
      url: "https://www.medacs.com/nurse/agencynursing-faqs",
      claim: "Yearly and practical for nurses.",
      strength: "read",
    },
    {
      url: "https://www.logbook.co.uk/mandatory-training-records-uk-healthcare-cstf-complete-guide/",
      claim: "Yearly.",
      strength: "read",
    },
    {
      url: "http://medicsinuk.com/eng/Pp4380.php",
      claim: "One medical agency: six months.",
      strength: "read",
    },
    {
      url: "https://jobs.uhb.nhs.uk/education/statutory-and-mandatory-training",
      claim: "One trust lists it once for all staff as awareness.",
      strength: "read",
    },
  ],
  ils: [
    {
      url: "https://uhbeducation.co.uk/content/immediate-life-support-ils",
      claim: "One year from the course; stands above basic life support.",
      strength: "read",
    },
  ],
  pils: [
    {
      url: "https://uhbeducation.co.uk/content/immediate-life-support-ils",
      claim: "Adult equivalent lasts one year; the paediatric course is taken to match.",
      strength: "inferred",
    },
    {
      url: "https://www.resus.org.uk/information-on-courses/faqs-for-candidates/",
      claim: "Course family described by the Resuscitation Council.",
      strength: "read",
    },
  ],
  als: [
    {
      url: "https://resus.shop/information-on-courses/faqs-als",
      claim: "The provider certificate lasts four years.",
      strength: "read",
    },
  ],
  epals: [
    {
      url: "https://resus.shop/information-on-courses/faqs-als",
      claim: "Adult advanced certificate lasts four years; the paediatric one is taken to match.",
      strength: "inferred",
    },
    {
      url: "https://www.resus.org.uk/information-on-courses/faqs-for-candidates/",
      claim: "Course family described by the Resuscitation Council.",
      strength: "read",
    },
  ],
  nls: [
    {
      url: "https://resus.shop/information-on-courses/faqs-als",
      claim: "Adult advanced certificate lasts four years; the newborn one is taken to match.",
      strength: "inferred",
    },
    {
      url: "https://www.resus.org.uk/information-on-courses/faqs-for-candidates/",
      claim: "Course family described by the Resuscitation Council.",
      strength: "read",
    },
  ],
  "moving-handling": [
    {
      url: "https://www.medacs.com/nurse/agencynursing-faqs",
      claim: "Yearly practical for nurses.",
      strength: "read",
    },
    {
      url: "https://www.logbook.co.uk/mandatory-training-records-uk-healthcare-cstf-complete-guide/",
      claim: "Twelve months.",
      strength: "read",
    },
    {
      url: "https://coastmedic.org.uk/mandatory-training-matrix",
      claim: "Two years at another provider.",
      strength: "read",
    },
    {
      url: "https://jobs.uhb.nhs.uk/education/statutory-and-mandatory-training",
      claim: "Two years at one trust.",
      strength: "read",
    },
  ],
  "fire-safety": [
    {
      url: "https://www.logbook.co.uk/mandatory-training-records-uk-healthcare-cstf-complete-guide/",
      claim: "Twelve months.",
      strength: "read",
    },
    {
      url: "https://jobs.uhb.nhs.uk/education/statutory-and-mandatory-training",
      claim: "Twelve months.",
      strength: "read",
    },
    {
      url: "https://coastmedic.org.uk/mandatory-training-matrix",
      claim: "Two years.",
      strength: "read",
    },
  ],
  "health-safety": [
    {
      url: "https://www.logbook.co.uk/mandatory-training-records-uk-healthcare-cstf-complete-guide/",
      claim: "Three years.",
      strength: "read",
    },
    {
      url: "https://coastmedic.org.uk/mandatory-training-matrix",
      claim: "Three years.",
      strength: "read",
    },
    {
      url: "https://jobs.uhb.nhs.uk/education/statutory-and-mandatory-training",
      claim: "Three years.",
      strength: "read",
    },
  ],
  "infection-control": [
    {
      url: "https://coastmedic.org.uk/mandatory-training-matrix",
      claim: "Level 2 yearly, level 1 every three years.",
      strength: "read",
    },
    {
      url: "https://www.logbook.co.uk/mandatory-training-records-uk-healthcare-cstf-complete-guide/",
      claim: "Twelve months for both.",
      strength: "read",
    },
  ],
  "information-governance": [
    {
      url: "https://www.logbook.co.uk/mandatory-training-records-uk-healthcare-cstf-complete-guide/",
      claim: "Yearly.",
      strength: "read",
    },
    {
      url: "https://jobs.uhb.nhs.uk/education/statutory-and-mandatory-training",
      claim: "Yearly.",
      strength: "read",
    },
  ],
  "equality-diversity": [
    {
      url: "https://www.logbook.co.uk/mandatory-training-records-uk-healthcare-cstf-complete-guide/",
      claim: "Three years.",
      strength: "read",
    },
    {
      url: "https://jobs.uhb.nhs.uk/education/statutory-and-mandatory-training",
      claim: "Three years.",
      strength: "read",
    },
  ],
  "conflict-resolution": [
    {
      url: "https://www.logbook.co.uk/mandatory-training-records-uk-healthcare-cstf-complete-guide/",
      claim: "Three years.",
      strength: "read",
    },
    {
      url: "https://jobs.uhb.nhs.uk/education/statutory-and-mandatory-training",
      claim: "Three years.",
      strength: "read",
    },
    {
      url: "https://exr.education/content/cpd/coreskillsframework",
      claim: "Three years.",
      strength: "read",
    },
  ],
  "safeguarding-adults": [
    {
      url: "https://support.lantum.com/hc/en-us/articles/360008512480-Safeguarding-Children-and-Adults-Certificates",
      claim: "Within three years and in the slot for its own level.",
      strength: "read",
    },
    {
      url: "https://www.nwllearning.nhs.uk/course/view.php?id=404",
      claim: "Level 2 for those in regular contact with patients; level 3 for those who assess and plan.",
      strength: "read",
    },
    {
      url: "https://gps.islingtonccg.nhs.uk/education/mandatory-training",
      claim: "Each level repeated every three years.",
      strength: "read",
    },
  ],
  "safeguarding-children": [
    {
      url: "https://support.lantum.com/hc/en-us/articles/360008512480-Safeguarding-Children-and-Adults-Certificates",
      claim: "Level 3 within three years for GPs, in the matching slot.",
      strength: "read",
    },
    {
      url: "https://www.locumkey.com/Resources",
      claim: "Level 2 for pharmacists.",
      strength: "read",
    },
    {
      url: "https://locumpassport.co.uk/2018/04/02/mandatory-training-locum-training/",
      claim: "Level 3 for doctors in paediatrics.",
      strength: "read",
    },
    {
      url: "https://rcgp.org.uk/learning-resources/safeguarding-standards-level-3",
      claim: "In general practice, newer standards add a yearly update.",
      strength: "read",
    },
  ],
  prevent: [
    {
      url: "https://www.logbook.co.uk/mandatory-training-records-uk-healthcare-cstf-complete-guide/",
      claim: "Three years.",
      strength: "read",
    },
    {
      url: "https://jobs.uhb.nhs.uk/education/statutory-and-mandatory-training",
      claim: "Three years.",
      strength: "read",
    },
  ],
  "lone-worker": [
    {
      url: "https://locumpassport.co.uk/2018/04/02/mandatory-training-locum-training/",
      claim: "Named among the modules a locum is asked for.",
      strength: "read",
    },
    {
      url: "https://compliance.messly.com/mandatory-training",
      claim: "Agencies add modules to the national set.",
      strength: "read",
    },
    {
      url: "https://www.medacs.com/nurse/agencynursing-faqs",
      claim: "Agencies run yearly updates; a period for this module alone is not given.",
      strength: "inferred",
    },
  ],
  complaints: [
    {
      url: "https://compliance.messly.com/mandatory-training",
      claim: "Agencies add modules to the national set.",
      strength: "read",
    },
    {
      url: "https://www.medacs.com/nurse/agencynursing-faqs",
      claim: "Agencies run yearly updates; a period for this module alone is not given.",
      strength: "inferred",
    },
  ],
  "counter-fraud": [
    {
      url: "https://compliance.messly.com/mandatory-training",
      claim: "Agencies add modules to the national set.",
      strength: "read",
    },
    {
      url: "https://compliance.messly.com/mandatory-training",
      claim: "Three years is an assumption.",
      strength: "inferred",
    },
  ],
  "food-hygiene": [
    {
      url: "https://www.medacs.com/nurse/agencynursing-faqs",
      claim: "Agencies add modules by role.",
      strength: "read",
    },
    {
      url: "https://www.medacs.com/nurse/agencynursing-faqs",
      claim: "Three years is an assumption.",
      strength: "inferred",
    },
  ],
  coshh: [
    {
      url: "https://locumpassport.co.uk/2018/04/02/mandatory-training-locum-training/",
      claim: "Named as a separate module on the 2018 site.",
      strength: "read",
    },
    {
      url: "https://www.logbook.co.uk/mandatory-training-records-uk-healthcare-cstf-complete-guide/",
      claim: "Elsewhere part of health and safety, three years.",
      strength: "read",
    },
  ],
  "mental-capacity": [
    {
      url: "https://www.logbook.co.uk/mandatory-training-records-uk-healthcare-cstf-complete-guide/",
      claim: "Listed as role-specific.",
      strength: "read",
    },
    {
      url: "https://scribd.com/document/411576483/Compliance-Manual-2018-2019",
      claim: "In the contents of an agency manual.",
      strength: "read",
    },
    {
      url: "https://www.logbook.co.uk/mandatory-training-records-uk-healthcare-cstf-complete-guide/",
      claim: "Three years is an assumption.",
      strength: "inferred",
    },
  ],
  "learning-disability-autism": [
    {
      url: "https://extranet.nhsglos.nhs.uk/learning-disability-and-autism-training",
      claim: "Staff of registered providers must have training that fits their role; two tiers exist.",
      strength: "read",
    },
    {
      url: "https://extranet.nhsglos.nhs.uk/learning-disability-and-autism-training",
      claim: "Three years is an assumption.",
      strength: "inferred",
    },
  ],
  "blood-transfusion": [
    {
      url: "https://www.exeterlaboratory.com/blood-transfusion/training-and-competency-assessment-for-rde-staff/",
      claim: "One hospital: online training every two years plus a one-off competency.",
      strength: "read",
    },
  ],
  "care-certificate": [
    {
      url: "https://scribd.com/document/411576483/Compliance-Manual-2018-2019",
      claim: "In the contents of an agency manual.",
      strength: "read",
    },
  ],
  indemnity: [
    {
      url: "https://help.locatealocum.com/en/articles/1206164-what-are-the-essential-documents",
      claim: "Insurer, policy number and start date must show.",
      strength: "read",
    },
    {
      url: "https://www.locumpoint.com/resources/faqs",
      claim: "Must cover locum work.",
      strength: "read",
    },
    {
      url: "https://www.nasgp.org.uk/gp-locum-work/performance/advice-from-cqc-on-compliance-documentation-for-practices-engaging-locum-gps/",
      claim: "The certificate may not match the hours worked, so a GP body prefers the appraisal statement.",
      strength: "read",
    },
    {
      url: "https://www.cqc.org.uk/guidance-providers/gps/gp-mythbusters/gp-mythbuster-50-gp-locums",
      claim: "NHS general practice work in England is covered by a state scheme since 1 April 2019.",
      strength: "read",
    },
  ],
  appraisal: [
    {
      url: "https://medacs.com/blog/what-is-revalidation-for-locum-doctors",
      claim: "Appraisal is yearly and feeds revalidation every five years.",
      strength: "read",
    },
    {
      url: "https://www.nhsprofessionals.nhs.uk/en/doctorsdirect/locums/revalidation-and-appraisal",
      claim: "A staff bank asks for appraisal details.",
      strength: "read",
    },
  ],
  revalidation: [
    {
      url: "https://medacs.com/blog/what-is-revalidation-for-locum-doctors",
      claim: "Five-yearly for doctors.",
      strength: "read",
    },
    {
      url: "https://www.nmc.org.uk/registration/staying-on-the-register/renewing-your-registration",
      claim: "Three-yearly for nurses and midwives.",
      strength: "read",
    },
  ],
  "performers-list": [
    {
      url: "https://locumorganiser.com/getting-started/paperwork/",
      claim: "England's list can be searched online; Scotland had no single list.",
      strength: "read",
    },
    {
      url: "https://rcgp.org.uk/your-career/revalidation/your-appraiser-designated-body",
      claim: "A later page says a national list exists in Scotland.",
      strength: "read",
    },
    {
      url: "https://www.nasgp.org.uk/faq/do-gp-locums-need-a-dbs-check/",
      claim: "A GP body treats the list as proof of a criminal record check.",
      strength: "read",
    },
    {
      url: "https://locumorganiser.com/getting-started/paperwork/",
      claim: "The 30 days is our choice, matching other register checks.",
      strength: "inferred",
    },
  ],
  "hpan-alert": [
    {
      url: "https://dokumen.tips/documents/nhs-employers-guidance-on-locum-mediaemployersdocumentspay-and-rewar-1.html",
      claim: "NHS Employers' 2013 locum guidance asks for it.",
      strength: "read",
    },
    {
      url: "https://dokumen.tips/documents/nhs-employers-guidance-on-locum-mediaemployersdocumentspay-and-rewar-1.html",
      claim: "The 30-day interval is an assumption.",
      strength: "inferred",
    },
  ],
  "bank-details": [
    {
      url: "https://www.riglocums.com/interested-in-being-a-locum-doctor-3-things-you-must-do-before-you-quit-your-current-job/",
      claim: "On a starter list for locum doctors.",
      strength: "read",
    },
  ],
  "p45-starter": [
    {
      url: "https://www.gov.uk/new-employee/late-p45",
      claim: "Employers use the checklist when there is no P45 or the last job ended before the current tax year.",
      strength: "read",
    },
  ],
  "ltd-company": [
    {
      url: "https://bidsolutions.com/forms/consultant-compliance",
      claim: "A contractor checklist asks for these.",
      strength: "read",
    },
  ],
  "ltd-company-insurance": [
    {
      url: "https://bidsolutions.com/forms/consultant-compliance",
      claim: "A contractor checklist asks for public liability, professional indemnity and employers' liability.",
      strength: "read",
    },
  ],
  umbrella: [
    {
      url: "http://www.globalmedics.com/united-kingdom/candidates/ir35-doctors-frequently-asked-questions/",
      claim: "Umbrella working described for locum doctors.",
      strength: "read",
    },
  ],
  "ir35-sds": [
    {
      url: "https://gov.uk/government/publications/help-to-comply-with-the-reformed-off-payroll-working-rules-ir35-gfc4/status-determination-statements-part-9",
      claim: "HMRC: a statement must give the decision and the reasons, with reasonable care taken.",
      strength: "read",
    },
    {
      url: "http://www.globalmedics.com/united-kingdom/candidates/ir35-doctors-frequently-asked-questions/",
      claim: "The trust decides status, not the locum.",
      strength: "read",
    },
  ],
  "next-of-kin": [
    {
      url: "http://legislation.data.gov.uk/wsi/2003/2527/schedule/3/made/data.xht?view=snippet&wrap=true",
      claim: "Nurse agency rules in Wales require it.",
      strength: "read",
    },
  ],
  "interview-record": [
    {
      url: "https://info.5y1.org/2019-telephone-directory-jamaica_1_a756bc.html",
      claim: "In the contents of an agency's procedures.",
      strength: "read",
    },
  ],
  "handbook-receipt": [
    {
      url: "https://scribd.com/document/411576483/Compliance-Manual-2018-2019",
      claim: "Agencies issue manuals and handbooks; that a signed receipt is wanted is general knowledge.",
      strength: "known",
    },
  ],
  "opt-out-48h": [
    {
      url: "https://www.gov.uk/maximum-weekly-working-hours/weekly-maximum-working-hours-and-opting-out",
      claim: "Opting out must be voluntary and written, and can be cancelled with notice.",
      strength: "read",
    },
  ],
  "terms-signed": [
    {
      url: "https://www.legislation.gov.uk/uksi/2003/3319",
      claim: "Agencies must agree terms with work-seekers under the 2003 conduct rules; check the wording there.",
      strength: "known",
    },
  ],
};

export const numberFormatSources: Readonly<Record<string, readonly Source[]>> = {
  "gmc-reference": [
    {
      url: "https://hee-tis.atlassian.net/wiki/spaces/NTCS/pages/1346699276/GMC+LRMP",
      claim: "Seven digits.",
      strength: "read",
    },
    {
      url: "https://www.gmc-uk.org/registration-and-licensing/employers-medical-schools-and-colleges/employing-a-doctor/what-to-check",
      claim: "Employers check the online register.",
      strength: "read",
    },
  ],
  "nmc-pin": [
    {
      url: "https://medicwatch.co.uk/check/nmc-pin",
      claim: "Eight characters in this shape.",
      strength: "read",
    },
    {
      url: "https://intercom.help/credentially/en/articles/7930885-professional-registration-nmc",
      claim: "Same shape in a vendor's check.",
      strength: "read",
    },
    {
      url: "https://help.florence.co.uk/en/articles/6161711-why-has-my-nmc-number-been-rejected",
      claim: "Common typing mistakes.",
      strength: "read",
    },
    {
      url: "https://redlib.privacytools.click/r/NursingUK/comments/1guv3cw/nmc_pin/ly01kk5/?context=3",
      claim: "Last letter S seen for Scotland.",
      strength: "read",
    },
  ],
  "gphc-number": [
    {
      url: "https://help.locatealocum.com/en/articles/13859390-setting-up-automated-employee-gphc-registration-validation",
      claim: "Seven digits; pharmacists start with 2.",
      strength: "read",
    },
  ],
  "hcpc-number": [
    {
      url: "https://prod.hcpc-uk.org/check-the-register/how-to-check",
      claim: "Profession letters and up to six digits.",
      strength: "read",
    },
    {
      url: "https://prod.hcpc-uk.org/cy-gb/amdanom-ni/insights-and-data/the-register/registrant-snapshot-2021/registrant-snapshot-nov-2021",
      claim: "List of letters, 2021.",
      strength: "read",
    },
  ],
  "dbs-certificate-number": [
    {
      url: "https://onlinehelp.dbs.gov.uk/article/qed00186/how-do-i-let-an-organisation-carry-out-a-status-check-on-my-dbs-certificate",
      claim: "Twelve digits.",
      strength: "read",
    },
    {
      url: "https://fake-dbs-update-service.beh.uk",
      claim: "Twelve digits in the status-check interface.",
      strength: "read",
    },
  ],
  "share-code": [
    {
      url: "https://www.getborderless.co.uk/blog/right-to-work-share-code",
      claim: "Nine characters, W first for work, 90 days.",
      strength: "read",
    },
  ],
  "ni-number": [
    {
      url: "https://www.criminaljusticehub.org.uk/jargon-buster/national-insurance-number/",
      claim: "Letters, digits and suffix.",
      strength: "read",
    },
    {
      url: "https://library.croneri.co.uk/cch_uk/irm/nim-nim39110",
      claim: "Letters not allowed.",
      strength: "read",
    },
    {
      url: "http://www.hmrc.gov.uk/manuals/nimmanual/NIM39110.htm",
      claim: "Prefixes not used.",
      strength: "read",
    },
    {
      url: "http://springboardsolutions.com/wiki/index.php?title=NI_Number_Validation&oldid=61",
      claim: "Administrative prefixes.",
      strength: "read",
    },
  ],
  "gb-driver-number": [
    {
      url: "http://ukdriving.org.uk/licencenumber.html",
      claim: "How the sixteen characters are built.",
      strength: "read",
    },
  ],
  "ni-driver-number": [
    {
      url: "https://review.trendsmask.com/what-is-driver-number-uk-82285.html",
      claim: "Eight digits; a general website, so weak.",
      strength: "read",
    },
  ],
  "passport-mrz-line-1": [
    {
      url: "https://mrz.codes",
      claim: "Layout of the two lines.",
      strength: "read",
    },
    {
      url: "https://docslib.org/doc/3204331/doc-9303-machine-readable-travel-documents-eighth-edition-2021",
      claim: "The international standard.",
      strength: "read",
    },
  ],
  "passport-mrz-line-2": [
    {
      url: "https://mrz.codes",
      claim: "Weights and positions.",
      strength: "read",
    },
    {
      url: "https://docslib.org/doc/3204331/doc-9303-machine-readable-travel-documents-eighth-edition-2021",
      claim: "The international standard.",
      strength: "read",
    },
  ],
  "uk-passport-number": [
    {
      url: "https://docs.trellix.com/data-and-email/docs/uk-passport-number",
      claim: "Nine digits.",
      strength: "read",
    },
    {
      url: "https://learn.microsoft.com/es-es/purview/sit-defn-us-uk-passport-number",
      claim: "Another matching rule: a letter or digit, then eight digits.",
      strength: "read",
    },
  ],
  "sort-code": [
    {
      url: "https://www.vocalink.com/tools/modulus-checking/",
      claim: "Six digits, and a modulus check, from general knowledge; check here.",
      strength: "known",
    },
  ],
  "bank-account-number": [
    {
      url: "https://www.vocalink.com/tools/modulus-checking/",
      claim: "Eight digits, from general knowledge; check here.",
      strength: "known",
    },
  ],
  "pvg-number": [
    {
      url: "https://www.volunteerscotland.net/for-volunteers/disclosure-checks/being-a-member-of-the-pvg-scheme/",
      claim: "Four groups of four.",
      strength: "read",
    },
    {
      url: "https://help.civilandcorporate.co.uk/index.php?sid=2083279&lang=en&action=artikel&cat=1&id=19&artlang=en",
      claim: "Sixteen digits.",
      strength: "read",
    },
  ],
  "smartcard-uuid": [
    {
      url: "https://cits.royalcornwallhospitals.nhs.uk/apps-and-devices/smartcards/",
      claim: "Twelve digits on the front of the card.",
      strength: "read",
    },
  ],
  "companies-house-number": [
    {
      url: "https://www.rubydoc.info/gems/ea-validation/Ea",
      claim: "Eight digits, or two letters and six digits.",
      strength: "read",
    },
    {
      url: "https://find-and-update.company-information.service.gov.uk/",
      claim: "The free company search is general knowledge.",
      strength: "known",
    },
  ],
};

export const requirementSources: Readonly<Record<string, RequirementSource>> = {
  "nhs-hospital-doctor-agency/photo-id-and-address": {
    url: "https://leademployer.merseywestlancs.nhs.uk/id-and-verification",
    strength: "read",
    alsoSeen: [
      "https://www.firstpracticemanagement.co.uk/blog/posts/nhs-employment-check-standards/",
      "https://docsbay.net/below-is-a-list-of-acceptable-photographic-id-documents",
    ],
  },
  "nhs-hospital-doctor-agency/right-to-work": {
    url: "https://rtwcomply.co.uk/blog/right-to-work-documents-list-uk/",
    strength: "read",
    alsoSeen: [
      "https://www.getborderless.co.uk/blog/right-to-work-share-code",
      "https://www.nhsemployers.org/articles/employment-check-faqs",
      "http://www.nuffieldhealthcareers.com/jobs/recruitment-and-selection/",
    ],
  },
  "nhs-hospital-doctor-agency/passport-photos": {
    url: "https://www.medacs.com/nurse/agencynursing-faqs",
    strength: "read",
    alsoSeen: [
      "https://www.medacs.com/find-a-job/allied-health-professional-jobs/frequently-asked-questions",
      "https://www.medacs.com/health-science-services/faqs",
    ],
  },
  "nhs-hospital-doctor-agency/name-change": {
    url: "http://hlrdev.eclektik.co.uk/managing-compliance-checks/",
    strength: "read",
    alsoSeen: [
      "https://support.lantum.com/hc/en-us/articles/360005487120-Passport",
      "https://www.medacs.com/find-a-job/allied-health-professional-jobs/frequently-asked-questions",
    ],
  },
  "nhs-hospital-doctor-agency/cv": {
    url: "https://verivius.co.uk/sample-policies/hscra-reg-19-fit-and-proper-persons-employed",
    strength: "read",
    alsoSeen: ["https://sonographersmedical.com/requirements-for-registration/"],
  },
  "nhs-hospital-doctor-agency/references": {
    url: "https://refassure.co.uk/nhs-reference-checking/",
    strength: "read",
    alsoSeen: ["https://messly.com/blog/compliance-for-f3-locums", "https://www.medacs.com/nurse/agencynursing-faqs"],
  },
  "nhs-hospital-doctor-agency/registration": {
    url: "https://www.gmc-uk.org/registration-and-licensing/employers-medical-schools-and-colleges/employing-a-doctor/what-to-check",
    strength: "read",
    alsoSeen: ["https://scribd.com/document/411576483/Compliance-Manual-2018-2019"],
  },
  "nhs-hospital-doctor-agency/primary-qualification": {
    url: "https://www.medacs.com/find-a-job/doctor-jobs/frequently-asked-questions",
    strength: "read",
    alsoSeen: [
      "https://www.riglocums.com/interested-in-being-a-locum-doctor-3-things-you-must-do-before-you-quit-your-current-job/",
    ],
  },
  "nhs-hospital-doctor-agency/specialist-qualification": {
    url: "https://www.medacs.com/find-a-job/doctor-jobs/frequently-asked-questions",
    strength: "inferred",
    claim: "Specialty proof for consultants is our reading.",
    alsoSeen: [
      "https://www.nasgp.org.uk/gp-locum-work/performance/advice-from-cqc-on-compliance-documentation-for-practices-engaging-locum-gps/",
    ],
  },
  "nhs-hospital-doctor-agency/criminal-record-check": {
    url: "https://compliance.messly.com/criminal-record-checks",
    strength: "read",
    claim: "Adult and child is stated for nurses; for doctors it is our reading.",
    alsoSeen: [
      "http://medicsinuk.com/eng/Pp4380.php",
      "https://www.medacs.com/nurse/agencynursing-faqs",
      "https://onlinehelp.dbs.gov.uk/article/qed00186/how-do-i-let-an-organisation-carry-out-a-status-check-on-my-dbs-certificate",
    ],
  },
  "nhs-hospital-doctor-agency/criminal-self-declaration": {
    url: "https://www.nhsemployers.org/covid19/assurance/preemployment-checks/criminal-record-checks",
    strength: "read",
    alsoSeen: ["https://sonographersmedical.com/requirements-for-registration/"],
  },
  "nhs-hospital-doctor-agency/overseas-police": {
    url: "https://hunter-healthcare.com/hunter-healthcare-overseas-police-check-policy",
    strength: "read",
    alsoSeen: [
      "https://warwick.ac.uk/study/postgraduate/apply/pgadmissions/applicants/crb/non_uk/",
      "https://www.medacs.com/find-a-job/allied-health-professional-jobs/frequently-asked-questions",
    ],
  },
  "nhs-hospital-doctor-agency/fit-to-work": {
    url: "https://compliance.messly.com/occupational-health-check",
    strength: "read",
    alsoSeen: [
      "https://www.medacs.com/nurse/agencynursing-faqs",
      "https://www.care-dynamics.com/care-staff-agency/healthcare-worker-information/healthcare-worker-health/",
    ],
  },
  "nhs-hospital-doctor-agency/hepatitis-b": {
    url: "http://www.qualityls.co.uk/candidate-information/occupational-health-requirements/",
    strength: "read",
    alsoSeen: [
      "https://compliance.messly.com/occupational-health-check",
      "https://www.nursingservicesuk.co.uk/occupational-health-requirements",
      "http://www.smf-friends.org/index-7.html",
    ],
  },
  "nhs-hospital-doctor-agency/mmr": {
    url: "https://compliance.messly.com/occupational-health-check",
    strength: "read",
    alsoSeen: [
      "https://www.nursingservicesuk.co.uk/occupational-health-requirements",
      "http://www.qualityls.co.uk/candidate-information/occupational-health-requirements/",
    ],
  },
  "nhs-hospital-doctor-agency/varicella": {
    url: "https://www.nursingservicesuk.co.uk/occupational-health-requirements",
    strength: "read",
    alsoSeen: [
      "http://www.qualityls.co.uk/candidate-information/occupational-health-requirements/",
      "https://compliance.messly.com/occupational-health-check",
    ],
  },
  "nhs-hospital-doctor-agency/tb": {
    url: "https://www.nursingservicesuk.co.uk/occupational-health-requirements",
    strength: "read",
    alsoSeen: ["http://www.qualityls.co.uk/candidate-information/occupational-health-requirements/"],
  },
  "nhs-hospital-doctor-agency/epp-clearance": {
    url: "http://www.qualityls.co.uk/candidate-information/occupational-health-requirements/",
    strength: "read",
    alsoSeen: [
      "https://www.nursingservicesuk.co.uk/occupational-health-requirements",
      "http://www.smf-friends.org/index-7.html",
      "https://compliance.messly.com/occupational-health-check",
      "https://www.gov.uk/government/publications/bbvs-in-healthcare-workers-health-clearance-and-management",
    ],
  },
  "nhs-hospital-doctor-agency/bls": {
    url: "https://www.logbook.co.uk/mandatory-training-records-uk-healthcare-cstf-complete-guide/",
    strength: "read",
    alsoSeen: ["https://www.medacs.com/nurse/agencynursing-faqs"],
  },
  "nhs-hospital-doctor-agency/moving-handling": {
    url: "https://www.logbook.co.uk/mandatory-training-records-uk-healthcare-cstf-complete-guide/",
    strength: "read",
    alsoSeen: ["https://www.medacs.com/nurse/agencynursing-faqs"],
  },
  "nhs-hospital-doctor-agency/fire-safety": {
    url: "https://www.logbook.co.uk/mandatory-training-records-uk-healthcare-cstf-complete-guide/",
    strength: "read",
    alsoSeen: [
      "https://jobs.uhb.nhs.uk/education/statutory-and-mandatory-training",
      "https://coastmedic.org.uk/mandatory-training-matrix",
    ],
  },
  "nhs-hospital-doctor-agency/health-safety": {
    url: "https://www.logbook.co.uk/mandatory-training-records-uk-healthcare-cstf-complete-guide/",
    strength: "read",
    alsoSeen: [
      "https://coastmedic.org.uk/mandatory-training-matrix",
      "https://jobs.uhb.nhs.uk/education/statutory-and-mandatory-training",
    ],
  },
  "nhs-hospital-doctor-agency/infection-control": {
    url: "https://coastmedic.org.uk/mandatory-training-matrix",
    strength: "read",
    alsoSeen: ["https://www.logbook.co.uk/mandatory-training-records-uk-healthcare-cstf-complete-guide/"],
  },
  "nhs-hospital-doctor-agency/information-governance": {
    url: "https://www.logbook.co.uk/mandatory-training-records-uk-healthcare-cstf-complete-guide/",
    strength: "read",
    alsoSeen: ["https://jobs.uhb.nhs.uk/education/statutory-and-mandatory-training"],
  },
  "nhs-hospital-doctor-agency/equality-diversity": {
    url: "https://www.logbook.co.uk/mandatory-training-records-uk-healthcare-cstf-complete-guide/",
    strength: "read",
    alsoSeen: ["https://jobs.uhb.nhs.uk/education/statutory-and-mandatory-training"],
  },
  "nhs-hospital-doctor-agency/conflict-resolution": {
    url: "https://www.logbook.co.uk/mandatory-training-records-uk-healthcare-cstf-complete-guide/",
    strength: "read",
    alsoSeen: [
      "https://jobs.uhb.nhs.uk/education/statutory-and-mandatory-training",
      "https://exr.education/content/cpd/coreskillsframework",
    ],
  },
  "nhs-hospital-doctor-agency/safeguarding-adults": {
    url: "https://www.nwllearning.nhs.uk/course/view.php?id=404",
    strength: "read",
    alsoSeen: [
      "https://support.lantum.com/hc/en-us/articles/360008512480-Safeguarding-Children-and-Adults-Certificates",
      "https://gps.islingtonccg.nhs.uk/education/mandatory-training",
    ],
  },
  "nhs-hospital-doctor-agency/safeguarding-children": {
    url: "https://locumpassport.co.uk/2018/04/02/mandatory-training-locum-training/",
    strength: "read",
    claim: "Level 3 is stated for paediatrics; level 2 elsewhere is our reading.",
    alsoSeen: [
      "https://support.lantum.com/hc/en-us/articles/360008512480-Safeguarding-Children-and-Adults-Certificates",
      "https://gps.islingtonccg.nhs.uk/education/mandatory-training",
    ],
  },
  "nhs-hospital-doctor-agency/prevent": {
    url: "https://www.logbook.co.uk/mandatory-training-records-uk-healthcare-cstf-complete-guide/",
    strength: "read",
    alsoSeen: ["https://jobs.uhb.nhs.uk/education/statutory-and-mandatory-training"],
  },
  "nhs-hospital-doctor-agency/lone-worker": {
    url: "https://locumpassport.co.uk/2018/04/02/mandatory-training-locum-training/",
    strength: "read",
    alsoSeen: ["https://compliance.messly.com/mandatory-training"],
  },
  "nhs-hospital-doctor-agency/complaints": {
    url: "https://compliance.messly.com/mandatory-training",
    strength: "read",
    alsoSeen: ["https://locumpassport.co.uk/2018/04/02/mandatory-training-locum-training/"],
  },
  "nhs-hospital-doctor-agency/appraisal": {
    url: "https://medacs.com/blog/what-is-revalidation-for-locum-doctors",
    strength: "read",
    alsoSeen: ["https://www.nhsprofessionals.nhs.uk/en/doctorsdirect/locums/revalidation-and-appraisal"],
  },
  "nhs-hospital-doctor-agency/revalidation": {
    url: "https://medacs.com/blog/what-is-revalidation-for-locum-doctors",
    strength: "read",
  },
  "nhs-nurse-agency/photo-id-and-address": {
    url: "https://leademployer.merseywestlancs.nhs.uk/id-and-verification",
    strength: "read",
    alsoSeen: [
      "https://www.firstpracticemanagement.co.uk/blog/posts/nhs-employment-check-standards/",
      "https://docsbay.net/below-is-a-list-of-acceptable-photographic-id-documents",
    ],
  },
  "nhs-nurse-agency/right-to-work": {
    url: "https://rtwcomply.co.uk/blog/right-to-work-documents-list-uk/",
    strength: "read",
    alsoSeen: [
      "https://www.getborderless.co.uk/blog/right-to-work-share-code",
      "https://www.nhsemployers.org/articles/employment-check-faqs",
      "http://www.nuffieldhealthcareers.com/jobs/recruitment-and-selection/",
    ],
  },
  "nhs-nurse-agency/passport-photos": {
    url: "https://www.medacs.com/nurse/agencynursing-faqs",
    strength: "read",
    alsoSeen: [
      "https://www.medacs.com/find-a-job/allied-health-professional-jobs/frequently-asked-questions",
      "https://www.medacs.com/health-science-services/faqs",
    ],
  },
  "nhs-nurse-agency/name-change": {
    url: "http://hlrdev.eclektik.co.uk/managing-compliance-checks/",
    strength: "read",
    alsoSeen: [
      "https://support.lantum.com/hc/en-us/articles/360005487120-Passport",
      "https://www.medacs.com/find-a-job/allied-health-professional-jobs/frequently-asked-questions",
    ],
  },
  "nhs-nurse-agency/cv": {
    url: "https://verivius.co.uk/sample-policies/hscra-reg-19-fit-and-proper-persons-employed",
    strength: "read",
    alsoSeen: ["https://sonographersmedical.com/requirements-for-registration/"],
  },
  "nhs-nurse-agency/references": {
    url: "https://www.medacs.com/nurse/agencynursing-faqs",
    strength: "read",
    alsoSeen: ["https://refassure.co.uk/nhs-reference-checking/"],
  },
  "nhs-nurse-agency/registration": {
    url: "http://www.nmc-uk.org/Employers-and-managers/Your-responsibilities/Checking-our-register/",
    strength: "read",
    alsoSeen: [
      "https://scribd.com/document/411576483/Compliance-Manual-2018-2019",
      "https://intercom.help/credentially/en/articles/7930885-professional-registration-nmc",
    ],
  },
  "nhs-nurse-agency/revalidation": {
    url: "https://www.nmc.org.uk/registration/staying-on-the-register/renewing-your-registration",
    strength: "read",
  },
  "nhs-nurse-agency/primary-qualification": {
    url: "https://www.medacs.com/find-a-job/doctor-jobs/frequently-asked-questions",
    strength: "read",
    alsoSeen: [
      "https://www.riglocums.com/interested-in-being-a-locum-doctor-3-things-you-must-do-before-you-quit-your-current-job/",
    ],
  },
  "nhs-nurse-agency/criminal-record-check": {
    url: "https://www.medacs.com/nurse/agencynursing-faqs",
    strength: "read",
    alsoSeen: [
      "https://compliance.messly.com/criminal-record-checks",
      "https://onlinehelp.dbs.gov.uk/article/qed00186/how-do-i-let-an-organisation-carry-out-a-status-check-on-my-dbs-certificate",
    ],
  },
  "nhs-nurse-agency/criminal-self-declaration": {
    url: "https://www.nhsemployers.org/covid19/assurance/preemployment-checks/criminal-record-checks",
    strength: "read",
    alsoSeen: ["https://sonographersmedical.com/requirements-for-registration/"],
  },
  "nhs-nurse-agency/overseas-police": {
    url: "https://hunter-healthcare.com/hunter-healthcare-overseas-police-check-policy",
    strength: "read",
    alsoSeen: [
      "https://warwick.ac.uk/study/postgraduate/apply/pgadmissions/applicants/crb/non_uk/",
      "https://www.medacs.com/find-a-job/allied-health-professional-jobs/frequently-asked-questions",
    ],
  },
  "nhs-nurse-agency/fit-to-work": {
    url: "https://compliance.messly.com/occupational-health-check",
    strength: "read",
    alsoSeen: [
      "https://www.medacs.com/nurse/agencynursing-faqs",
      "https://www.care-dynamics.com/care-staff-agency/healthcare-worker-information/healthcare-worker-health/",
    ],
  },
  "nhs-nurse-agency/hepatitis-b": {
    url: "http://www.qualityls.co.uk/candidate-information/occupational-health-requirements/",
    strength: "read",
    alsoSeen: [
      "https://compliance.messly.com/occupational-health-check",
      "https://www.nursingservicesuk.co.uk/occupational-health-requirements",
      "http://www.smf-friends.org/index-7.html",
    ],
  },
  "nhs-nurse-agency/mmr": {
    url: "https://compliance.messly.com/occupational-health-check",
    strength: "read",
    alsoSeen: [
      "https://www.nursingservicesuk.co.uk/occupational-health-requirements",
      "http://www.qualityls.co.uk/candidate-information/occupational-health-requirements/",
    ],
  },
  "nhs-nurse-agency/varicella": {
    url: "https://www.nursingservicesuk.co.uk/occupational-health-requirements",
    strength: "read",
    alsoSeen: [
      "http://www.qualityls.co.uk/candidate-information/occupational-health-requirements/",
      "https://compliance.messly.com/occupational-health-check",
    ],
  },
  "nhs-nurse-agency/tb": {
    url: "https://www.nursingservicesuk.co.uk/occupational-health-requirements",
    strength: "read",
    alsoSeen: ["http://www.qualityls.co.uk/candidate-information/occupational-health-requirements/"],
  },
  "nhs-nurse-agency/epp-clearance": {
    url: "http://www.qualityls.co.uk/candidate-information/occupational-health-requirements/",
    strength: "read",
    alsoSeen: [
      "https://www.nursingservicesuk.co.uk/occupational-health-requirements",
      "http://www.smf-friends.org/index-7.html",
      "https://compliance.messly.com/occupational-health-check",
      "https://www.gov.uk/government/publications/bbvs-in-healthcare-workers-health-clearance-and-management",
    ],
  },
  "nhs-nurse-agency/bls": {
    url: "https://www.medacs.com/nurse/agencynursing-faqs",
    strength: "read",
    alsoSeen: ["https://www.logbook.co.uk/mandatory-training-records-uk-healthcare-cstf-complete-guide/"],
  },
  "nhs-nurse-agency/moving-handling": {
    url: "https://www.medacs.com/nurse/agencynursing-faqs",
    strength: "read",
    alsoSeen: ["https://www.logbook.co.uk/mandatory-training-records-uk-healthcare-cstf-complete-guide/"],
  },
  "nhs-nurse-agency/fire-safety": {
    url: "https://www.logbook.co.uk/mandatory-training-records-uk-healthcare-cstf-complete-guide/",
    strength: "read",
    alsoSeen: [
      "https://jobs.uhb.nhs.uk/education/statutory-and-mandatory-training",
      "https://coastmedic.org.uk/mandatory-training-matrix",
    ],
  },
  "nhs-nurse-agency/health-safety": {
    url: "https://www.logbook.co.uk/mandatory-training-records-uk-healthcare-cstf-complete-guide/",
    strength: "read",
    alsoSeen: [
      "https://coastmedic.org.uk/mandatory-training-matrix",
      "https://jobs.uhb.nhs.uk/education/statutory-and-mandatory-training",
    ],
  },
  "nhs-nurse-agency/infection-control": {
    url: "https://coastmedic.org.uk/mandatory-training-matrix",
    strength: "read",
    alsoSeen: ["https://www.logbook.co.uk/mandatory-training-records-uk-healthcare-cstf-complete-guide/"],
  },
  "nhs-nurse-agency/information-governance": {
    url: "https://www.logbook.co.uk/mandatory-training-records-uk-healthcare-cstf-complete-guide/",
    strength: "read",
    alsoSeen: ["https://jobs.uhb.nhs.uk/education/statutory-and-mandatory-training"],
  },
  "nhs-nurse-agency/equality-diversity": {
    url: "https://www.logbook.co.uk/mandatory-training-records-uk-healthcare-cstf-complete-guide/",
    strength: "read",
    alsoSeen: ["https://jobs.uhb.nhs.uk/education/statutory-and-mandatory-training"],
  },
  "nhs-nurse-agency/conflict-resolution": {
    url: "https://www.logbook.co.uk/mandatory-training-records-uk-healthcare-cstf-complete-guide/",
    strength: "read",
    alsoSeen: [
      "https://jobs.uhb.nhs.uk/education/statutory-and-mandatory-training",
      "https://exr.education/content/cpd/coreskillsframework",
    ],
  },
  "nhs-nurse-agency/safeguarding-adults": {
    url: "https://www.nwllearning.nhs.uk/course/view.php?id=404",
    strength: "read",
    alsoSeen: [
      "https://support.lantum.com/hc/en-us/articles/360008512480-Safeguarding-Children-and-Adults-Certificates",
      "https://gps.islingtonccg.nhs.uk/education/mandatory-training",
    ],
  },
  "nhs-nurse-agency/safeguarding-children": {
    url: "https://locumpassport.co.uk/2018/04/02/mandatory-training-locum-training/",
    strength: "read",
    claim: "Level 3 is stated for paediatrics; level 2 elsewhere is our reading.",
    alsoSeen: [
      "https://support.lantum.com/hc/en-us/articles/360008512480-Safeguarding-Children-and-Adults-Certificates",
      "https://gps.islingtonccg.nhs.uk/education/mandatory-training",
    ],
  },
  "nhs-nurse-agency/prevent": {
    url: "https://www.logbook.co.uk/mandatory-training-records-uk-healthcare-cstf-complete-guide/",
    strength: "read",
    alsoSeen: ["https://jobs.uhb.nhs.uk/education/statutory-and-mandatory-training"],
  },
  "nhs-nurse-agency/lone-worker": {
    url: "https://locumpassport.co.uk/2018/04/02/mandatory-training-locum-training/",
    strength: "read",
    alsoSeen: ["https://compliance.messly.com/mandatory-training"],
  },
  "nhs-nurse-agency/complaints": {
    url: "https://compliance.messly.com/mandatory-training",
    strength: "read",
    alsoSeen: ["https://locumpassport.co.uk/2018/04/02/mandatory-training-locum-training/"],
  },
  "nhs-ahp-agency/photo-id-and-address": {
    url: "https://leademployer.merseywestlancs.nhs.uk/id-and-verification",
    strength: "read",
    alsoSeen: [
      "https://www.firstpracticemanagement.co.uk/blog/posts/nhs-employment-check-standards/",
      "https://docsbay.net/below-is-a-list-of-acceptable-photographic-id-documents",
    ],
  },
  "nhs-ahp-agency/right-to-work": {
    url: "https://rtwcomply.co.uk/blog/right-to-work-documents-list-uk/",
    strength: "read",
    alsoSeen: [
      "https://www.getborderless.co.uk/blog/right-to-work-share-code",
      "https://www.nhsemployers.org/articles/employment-check-faqs",
      "http://www.nuffieldhealthcareers.com/jobs/recruitment-and-selection/",
    ],
  },
  "nhs-ahp-agency/passport-photos": {
    url: "https://www.medacs.com/nurse/agencynursing-faqs",
    strength: "read",
    alsoSeen: [
      "https://www.medacs.com/find-a-job/allied-health-professional-jobs/frequently-asked-questions",
      "https://www.medacs.com/health-science-services/faqs",
    ],
  },
  "nhs-ahp-agency/name-change": {
    url: "http://hlrdev.eclektik.co.uk/managing-compliance-checks/",
    strength: "read",
    alsoSeen: [
      "https://support.lantum.com/hc/en-us/articles/360005487120-Passport",
      "https://www.medacs.com/find-a-job/allied-health-professional-jobs/frequently-asked-questions",
    ],
  },
  "nhs-ahp-agency/cv": {
    url: "https://www.medacs.com/find-a-job/allied-health-professional-jobs/frequently-asked-questions",
    strength: "read",
    alsoSeen: [
      "https://verivius.co.uk/sample-policies/hscra-reg-19-fit-and-proper-persons-employed",
      "https://sonographersmedical.com/requirements-for-registration/",
    ],
  },
  "nhs-ahp-agency/references": {
    url: "https://www.medacs.com/find-a-job/allied-health-professional-jobs/frequently-asked-questions",
    strength: "read",
    alsoSeen: ["https://refassure.co.uk/nhs-reference-checking/"],
  },
  "nhs-ahp-agency/registration": {
    url: "https://prod.healthregulation.org/employers/registration/renewals",
    strength: "read",
    alsoSeen: ["https://prod.hcpc-uk.org/check-the-register/how-to-check"],
  },
  "nhs-ahp-agency/primary-qualification": {
    url: "https://www.medacs.com/find-a-job/doctor-jobs/frequently-asked-questions",
    strength: "read",
    alsoSeen: [
      "https://www.riglocums.com/interested-in-being-a-locum-doctor-3-things-you-must-do-before-you-quit-your-current-job/",
    ],
  },
  "nhs-ahp-agency/criminal-record-check": {
    url: "https://www.medacs.com/find-a-job/allied-health-professional-jobs/frequently-asked-questions",
    strength: "read",
    claim: "Adult and child is stated for nurses; for other professions it is our reading.",
    alsoSeen: [
      "https://www.medacs.com/nurse/agencynursing-faqs",
      "https://compliance.messly.com/criminal-record-checks",
      "https://onlinehelp.dbs.gov.uk/article/qed00186/how-do-i-let-an-organisation-carry-out-a-status-check-on-my-dbs-certificate",
    ],
  },
  "nhs-ahp-agency/criminal-self-declaration": {
    url: "https://www.nhsemployers.org/covid19/assurance/preemployment-checks/criminal-record-checks",
    strength: "read",
    alsoSeen: ["https://sonographersmedical.com/requirements-for-registration/"],
  },
  "nhs-ahp-agency/overseas-police": {
    url: "https://www.medacs.com/find-a-job/allied-health-professional-jobs/frequently-asked-questions",
    strength: "read",
    alsoSeen: ["https://hunter-healthcare.com/hunter-healthcare-overseas-police-check-policy"],
  },
  "nhs-ahp-agency/fit-to-work": {
    url: "https://compliance.messly.com/occupational-health-check",
    strength: "read",
    alsoSeen: [
      "https://www.medacs.com/nurse/agencynursing-faqs",
      "https://www.care-dynamics.com/care-staff-agency/healthcare-worker-information/healthcare-worker-health/",
    ],
  },
  "nhs-ahp-agency/hepatitis-b": {
    url: "http://www.qualityls.co.uk/candidate-information/occupational-health-requirements/",
    strength: "read",
    alsoSeen: [
      "https://compliance.messly.com/occupational-health-check",
      "https://www.nursingservicesuk.co.uk/occupational-health-requirements",
      "http://www.smf-friends.org/index-7.html",
    ],
  },
  "nhs-ahp-agency/mmr": {
    url: "https://compliance.messly.com/occupational-health-check",
    strength: "read",
    alsoSeen: [
      "https://www.nursingservicesuk.co.uk/occupational-health-requirements",
      "http://www.qualityls.co.uk/candidate-information/occupational-health-requirements/",
    ],
  },
  "nhs-ahp-agency/varicella": {
    url: "https://www.nursingservicesuk.co.uk/occupational-health-requirements",
    strength: "read",
    alsoSeen: [
      "http://www.qualityls.co.uk/candidate-information/occupational-health-requirements/",
      "https://compliance.messly.com/occupational-health-check",
    ],
  },
  "nhs-ahp-agency/tb": {
    url: "https://www.nursingservicesuk.co.uk/occupational-health-requirements",
    strength: "read",
    alsoSeen: ["http://www.qualityls.co.uk/candidate-information/occupational-health-requirements/"],
  },
  "nhs-ahp-agency/epp-clearance": {
    url: "http://www.qualityls.co.uk/candidate-information/occupational-health-requirements/",
    strength: "read",
    alsoSeen: [
      "https://www.nursingservicesuk.co.uk/occupational-health-requirements",
      "http://www.smf-friends.org/index-7.html",
      "https://compliance.messly.com/occupational-health-check",
      "https://www.gov.uk/government/publications/bbvs-in-healthcare-workers-health-clearance-and-management",
    ],
  },
  "nhs-ahp-agency/bls": {
    url: "https://www.medacs.com/nurse/agencynursing-faqs",
    strength: "read",
    alsoSeen: ["https://www.logbook.co.uk/mandatory-training-records-uk-healthcare-cstf-complete-guide/"],
  },
  "nhs-ahp-agency/moving-handling": {
    url: "https://www.medacs.com/nurse/agencynursing-faqs",
    strength: "read",
    alsoSeen: ["https://www.logbook.co.uk/mandatory-training-records-uk-healthcare-cstf-complete-guide/"],
  },
  "nhs-ahp-agency/fire-safety": {
    url: "https://www.logbook.co.uk/mandatory-training-records-uk-healthcare-cstf-complete-guide/",
    strength: "read",
    alsoSeen: [
      "https://jobs.uhb.nhs.uk/education/statutory-and-mandatory-training",
      "https://coastmedic.org.uk/mandatory-training-matrix",
    ],
  },
  "nhs-ahp-agency/health-safety": {
    url: "https://www.logbook.co.uk/mandatory-training-records-uk-healthcare-cstf-complete-guide/",
    strength: "read",
    alsoSeen: [
      "https://coastmedic.org.uk/mandatory-training-matrix",
      "https://jobs.uhb.nhs.uk/education/statutory-and-mandatory-training",
    ],
  },
  "nhs-ahp-agency/infection-control": {
    url: "https://coastmedic.org.uk/mandatory-training-matrix",
    strength: "read",
    alsoSeen: ["https://www.logbook.co.uk/mandatory-training-records-uk-healthcare-cstf-complete-guide/"],
  },
  "nhs-ahp-agency/information-governance": {
    url: "https://www.logbook.co.uk/mandatory-training-records-uk-healthcare-cstf-complete-guide/",
    strength: "read",
    alsoSeen: ["https://jobs.uhb.nhs.uk/education/statutory-and-mandatory-training"],
  },
  "nhs-ahp-agency/equality-diversity": {
    url: "https://www.logbook.co.uk/mandatory-training-records-uk-healthcare-cstf-complete-guide/",
    strength: "read",
    alsoSeen: ["https://jobs.uhb.nhs.uk/education/statutory-and-mandatory-training"],
  },
  "nhs-ahp-agency/conflict-resolution": {
    url: "https://www.logbook.co.uk/mandatory-training-records-uk-healthcare-cstf-complete-guide/",
    strength: "read",
    alsoSeen: [
      "https://jobs.uhb.nhs.uk/education/statutory-and-mandatory-training",
      "https://exr.education/content/cpd/coreskillsframework",
    ],
  },
  "nhs-ahp-agency/safeguarding-adults": {
    url: "https://www.nwllearning.nhs.uk/course/view.php?id=404",
    strength: "read",
    alsoSeen: [
      "https://support.lantum.com/hc/en-us/articles/360008512480-Safeguarding-Children-and-Adults-Certificates",
      "https://gps.islingtonccg.nhs.uk/education/mandatory-training",
    ],
  },
  "nhs-ahp-agency/safeguarding-children": {
    url: "https://locumpassport.co.uk/2018/04/02/mandatory-training-locum-training/",
    strength: "read",
    claim: "Level 3 is stated for paediatrics; level 2 elsewhere is our reading.",
    alsoSeen: [
      "https://support.lantum.com/hc/en-us/articles/360008512480-Safeguarding-Children-and-Adults-Certificates",
      "https://gps.islingtonccg.nhs.uk/education/mandatory-training",
    ],
  },
  "nhs-ahp-agency/prevent": {
    url: "https://www.logbook.co.uk/mandatory-training-records-uk-healthcare-cstf-complete-guide/",
    strength: "read",
    alsoSeen: ["https://jobs.uhb.nhs.uk/education/statutory-and-mandatory-training"],
  },
  "nhs-ahp-agency/lone-worker": {
    url: "https://locumpassport.co.uk/2018/04/02/mandatory-training-locum-training/",
    strength: "read",
    alsoSeen: ["https://compliance.messly.com/mandatory-training"],
  },
  "nhs-ahp-agency/complaints": {
    url: "https://compliance.messly.com/mandatory-training",
    strength: "read",
    alsoSeen: ["https://locumpassport.co.uk/2018/04/02/mandatory-training-locum-training/"],
  },
  "gp-practice-locum/photo-id": {
    url: "https://www.nasgp.org.uk/gp-locum-work/performance/advice-from-cqc-on-compliance-documentation-for-practices-engaging-locum-gps/",
    strength: "read",
    alsoSeen: [
      "https://locumorganiser.com/getting-started/paperwork/",
      "https://verivius.co.uk/sample-policies/hscra-reg-19-fit-and-proper-persons-employed",
    ],
  },
  "gp-practice-locum/name-change": {
    url: "http://hlrdev.eclektik.co.uk/managing-compliance-checks/",
    strength: "read",
    alsoSeen: [
      "https://support.lantum.com/hc/en-us/articles/360005487120-Passport",
      "https://www.medacs.com/find-a-job/allied-health-professional-jobs/frequently-asked-questions",
    ],
  },
  "gp-practice-locum/registration": {
    url: "https://www.gmc-uk.org/registration-and-licensing/employers-medical-schools-and-colleges/employing-a-doctor/what-to-check",
    strength: "read",
    alsoSeen: [
      "https://www.nasgp.org.uk/gp-locum-work/performance/advice-from-cqc-on-compliance-documentation-for-practices-engaging-locum-gps/",
      "https://locumorganiser.com/getting-started/paperwork/",
    ],
  },
  "gp-practice-locum/performers-list": {
    url: "https://locumorganiser.com/getting-started/paperwork/",
    strength: "read",
    alsoSeen: [
      "https://www.nasgp.org.uk/faq/do-gp-locums-need-a-dbs-check/",
      "https://www.nasgp.org.uk/gp-locum-work/performance/advice-from-cqc-on-compliance-documentation-for-practices-engaging-locum-gps/",
    ],
  },
  "gp-practice-locum/primary-qualification": {
    url: "https://www.nasgp.org.uk/gp-locum-work/performance/advice-from-cqc-on-compliance-documentation-for-practices-engaging-locum-gps/",
    strength: "read",
    alsoSeen: [
      "https://verivius.co.uk/sample-policies/hscra-reg-19-fit-and-proper-persons-employed",
      "https://locumorganiser.com/getting-started/paperwork/",
    ],
  },
  "gp-practice-locum/specialist-qualification": {
    url: "https://www.nasgp.org.uk/gp-locum-work/performance/advice-from-cqc-on-compliance-documentation-for-practices-engaging-locum-gps/",
    strength: "read",
    alsoSeen: ["https://locumorganiser.com/getting-started/paperwork/"],
  },
  "gp-practice-locum/indemnity": {
    url: "https://www.nasgp.org.uk/gp-locum-work/performance/advice-from-cqc-on-compliance-documentation-for-practices-engaging-locum-gps/",
    strength: "read",
    alsoSeen: [
      "https://www.cqc.org.uk/guidance-providers/gps/gp-mythbusters/gp-mythbuster-50-gp-locums",
      "https://www.locumpoint.com/resources/faqs",
    ],
  },
  "gp-practice-locum/references": {
    url: "https://www.nasgp.org.uk/gp-locum-work/performance/advice-from-cqc-on-compliance-documentation-for-practices-engaging-locum-gps/",
    strength: "read",
  },
  "gp-practice-locum/cv": {
    url: "https://verivius.co.uk/sample-policies/hscra-reg-19-fit-and-proper-persons-employed",
    strength: "read",
    alsoSeen: [
      "https://www.nasgp.org.uk/gp-locum-work/performance/advice-from-cqc-on-compliance-documentation-for-practices-engaging-locum-gps/",
    ],
  },
  "gp-practice-locum/reason-for-leaving": {
    url: "https://verivius.co.uk/sample-policies/hscra-reg-19-fit-and-proper-persons-employed",
    strength: "read",
    alsoSeen: ["https://docsbay.net/faqs-for-meeting-cqc-s-requirements-of-employment-for-regulation-19"],
  },
  "gp-practice-locum/criminal-record-check": {
    url: "https://www.nasgp.org.uk/faq/do-gp-locums-need-a-dbs-check/",
    strength: "read",
    claim: "The list as proof is stated; level and workforce of the DBS alternative are our reading.",
    alsoSeen: [
      "https://www.nasgp.org.uk/gp-locum-work/performance/advice-from-cqc-on-compliance-documentation-for-practices-engaging-locum-gps/",
      "https://www.nasgp.org.uk/faq/how-often-do-i-need-a-dbs-check",
    ],
  },
  "gp-practice-locum/safeguarding-children": {
    url: "https://support.lantum.com/hc/en-us/articles/360008512480-Safeguarding-Children-and-Adults-Certificates",
    strength: "read",
    alsoSeen: [
      "https://rcgp.org.uk/learning-resources/safeguarding-standards-level-3",
      "https://gps.islingtonccg.nhs.uk/education/mandatory-training",
    ],
  },
  "gp-practice-locum/appraisal": {
    url: "https://medacs.com/blog/what-is-revalidation-for-locum-doctors",
    strength: "read",
    alsoSeen: ["https://rcgp.org.uk/your-career/revalidation/your-appraiser-designated-body"],
  },
  "gp-practice-locum/health-information": {
    url: "https://verivius.co.uk/sample-policies/hscra-reg-19-fit-and-proper-persons-employed",
    strength: "inferred",
  },
  "community-pharmacist/photo-id": {
    url: "https://help.locatealocum.com/en/articles/1206164-what-are-the-essential-documents",
    strength: "read",
    alsoSeen: ["https://www.pharmaseekers.co.uk/about/faqs"],
  },
  "community-pharmacist/right-to-work": {
    url: "https://rtwcomply.co.uk/blog/right-to-work-documents-list-uk/",
    strength: "read",
    alsoSeen: [
      "https://www.getborderless.co.uk/blog/right-to-work-share-code",
      "https://www.nhsemployers.org/articles/employment-check-faqs",
      "http://www.nuffieldhealthcareers.com/jobs/recruitment-and-selection/",
    ],
  },
  "community-pharmacist/name-change": {
    url: "http://hlrdev.eclektik.co.uk/managing-compliance-checks/",
    strength: "read",
    alsoSeen: [
      "https://support.lantum.com/hc/en-us/articles/360005487120-Passport",
      "https://www.medacs.com/find-a-job/allied-health-professional-jobs/frequently-asked-questions",
    ],
  },
  "community-pharmacist/national-insurance": {
    url: "https://www.pharmaseekers.co.uk/about/faqs",
    strength: "read",
  },
  "community-pharmacist/registration": {
    url: "https://www.pharmacyregulation.org/renewal",
    strength: "read",
    alsoSeen: [
      "https://help.locatealocum.com/en/articles/13859390-setting-up-automated-employee-gphc-registration-validation",
      "https://help.locatealocum.com/en/articles/1206164-what-are-the-essential-documents",
    ],
  },
  "community-pharmacist/indemnity": {
    url: "https://help.locatealocum.com/en/articles/1206164-what-are-the-essential-documents",
    strength: "read",
    alsoSeen: ["https://www.locumpoint.com/resources/faqs"],
  },
  "community-pharmacist/criminal-record-check": {
    url: "https://help.locatealocum.com/en/articles/1206164-what-are-the-essential-documents",
    strength: "read",
    claim: "Twelve months and the job title are stated; enhanced level for pharmacists is our reading.",
    alsoSeen: [
      "https://help.florence.co.uk/en/articles/6158966-why-has-my-dbs-been-rejected",
      "http://www.applocum.com/index.php/faq/",
    ],
  },
  "community-pharmacist/references": {
    url: "https://www.pharmaseekers.co.uk/about/faqs",
    strength: "read",
  },
  "community-pharmacist/safeguarding-children": {
    url: "https://www.locumkey.com/Resources",
    strength: "read",
    alsoSeen: [
      "https://support.lantum.com/hc/en-us/articles/360008512480-Safeguarding-Children-and-Adults-Certificates",
    ],
  },
  "community-pharmacist/smartcard": {
    url: "http://www.teamlocum.co.uk/2017/08/agencys-eye-view-pharmacist-accreditations/",
    strength: "read",
    alsoSeen: ["https://www.claritylocums.com/blog/locum-registration-guide-well-pharmacy/"],
  },
  "community-pharmacist/pharmacy-services": {
    url: "https://www.claritylocums.com/blog/locum-registration-guide-well-pharmacy/",
    strength: "read",
    alsoSeen: [
      "http://www.teamlocum.co.uk/2017/08/agencys-eye-view-pharmacist-accreditations/",
      "https://www.locumkey.com/Resources",
    ],
  },
  "pharmacy-technician/photo-id": {
    url: "https://help.locatealocum.com/en/articles/4292185-document-checklist-pharmacy-technicians-dispensers",
    strength: "read",
  },
  "pharmacy-technician/right-to-work": {
    url: "https://rtwcomply.co.uk/blog/right-to-work-documents-list-uk/",
    strength: "read",
    alsoSeen: [
      "https://www.getborderless.co.uk/blog/right-to-work-share-code",
      "https://www.nhsemployers.org/articles/employment-check-faqs",
      "http://www.nuffieldhealthcareers.com/jobs/recruitment-and-selection/",
    ],
  },
  "pharmacy-technician/name-change": {
    url: "http://hlrdev.eclektik.co.uk/managing-compliance-checks/",
    strength: "read",
    alsoSeen: [
      "https://support.lantum.com/hc/en-us/articles/360005487120-Passport",
      "https://www.medacs.com/find-a-job/allied-health-professional-jobs/frequently-asked-questions",
    ],
  },
  "pharmacy-technician/registration": {
    url: "https://help.locatealocum.com/en/articles/4292185-document-checklist-pharmacy-technicians-dispensers",
    strength: "read",
    alsoSeen: ["https://www.pharmacyregulation.org/renewal"],
  },
  "pharmacy-technician/primary-qualification": {
    url: "https://help.locatealocum.com/en/articles/4292185-document-checklist-pharmacy-technicians-dispensers",
    strength: "read",
  },
  "pharmacy-technician/indemnity": {
    url: "https://help.locatealocum.com/en/articles/4292185-document-checklist-pharmacy-technicians-dispensers",
    strength: "read",
    alsoSeen: ["https://www.locumpoint.com/resources/faqs"],
  },
  "pharmacy-technician/criminal-record-check": {
    url: "https://help.locatealocum.com/en/articles/4292185-document-checklist-pharmacy-technicians-dispensers",
    strength: "read",
  },
  "pharmacy-dispenser/photo-id": {
    url: "https://help.locatealocum.com/en/articles/4292185-document-checklist-pharmacy-technicians-dispensers",
    strength: "read",
  },
  "pharmacy-dispenser/right-to-work": {
    url: "https://rtwcomply.co.uk/blog/right-to-work-documents-list-uk/",
    strength: "read",
    alsoSeen: [
      "https://www.getborderless.co.uk/blog/right-to-work-share-code",
      "https://www.nhsemployers.org/articles/employment-check-faqs",
      "http://www.nuffieldhealthcareers.com/jobs/recruitment-and-selection/",
    ],
  },
  "pharmacy-dispenser/name-change": {
    url: "http://hlrdev.eclektik.co.uk/managing-compliance-checks/",
    strength: "read",
    alsoSeen: [
      "https://support.lantum.com/hc/en-us/articles/360005487120-Passport",
      "https://www.medacs.com/find-a-job/allied-health-professional-jobs/frequently-asked-questions",
    ],
  },
  "pharmacy-dispenser/primary-qualification": {
    url: "https://help.locatealocum.com/en/articles/4292185-document-checklist-pharmacy-technicians-dispensers",
    strength: "read",
  },
  "pharmacy-dispenser/references": {
    url: "https://help.locatealocum.com/en/articles/4292185-document-checklist-pharmacy-technicians-dispensers",
    strength: "read",
  },
  "pharmacy-dispenser/criminal-record-check": {
    url: "https://help.locatealocum.com/en/articles/4292185-document-checklist-pharmacy-technicians-dispensers",
    strength: "read",
  },
  "quick-start-five/photo-id": {
    url: "https://www.nhsemployers.org/articles/employment-check-faqs",
    strength: "read",
    alsoSeen: ["https://locumpassport.co.uk/2018/04/02/locum-organiser/"],
  },
  "quick-start-five/registration": {
    url: "https://www.gmc-uk.org/registration-and-licensing/employers-medical-schools-and-colleges/employing-a-doctor/what-to-check",
    strength: "read",
    alsoSeen: [
      "http://www.nmc-uk.org/Employers-and-managers/Your-responsibilities/Checking-our-register/",
      "https://locumpassport.co.uk/2018/04/02/locum-organiser/",
    ],
  },
  "quick-start-five/criminal-record-check": {
    url: "https://compliance.messly.com/criminal-record-checks",
    strength: "read",
    alsoSeen: ["http://help.locumpa.com/en/articles/2961783-dbs-crb-certificate"],
  },
  "quick-start-five/indemnity": {
    url: "https://help.locatealocum.com/en/articles/1206164-what-are-the-essential-documents",
    strength: "read",
    claim: "Indemnity is stated for pharmacists and GPs; the alternative is our choice.",
    alsoSeen: [
      "https://www.nasgp.org.uk/gp-locum-work/performance/advice-from-cqc-on-compliance-documentation-for-practices-engaging-locum-gps/",
    ],
  },
  "quick-start-five/cv": {
    url: "https://verivius.co.uk/sample-policies/hscra-reg-19-fit-and-proper-persons-employed",
    strength: "read",
    alsoSeen: ["https://sonographersmedical.com/requirements-for-registration/"],
  },
  "overlay-scotland/criminal-record-check": {
    url: "https://disclosure.gov.scot/pvg-scheme-will-be-a-legal-requirement",
    strength: "read",
    alsoSeen: [
      "https://www.vaorkney.org.uk/whats-new/news/five-year-pvg-scheme-membership",
      "https://www.scottisharchery.org.uk/news/an-update-from-disclosure-scotland",
    ],
  },
  "overlay-scotland/performers-list": {
    url: "https://rcgp.org.uk/your-career/revalidation/your-appraiser-designated-body",
    strength: "read",
    alsoSeen: ["https://locumorganiser.com/getting-started/paperwork/"],
  },
  "overlay-northern-ireland/criminal-record-check": {
    url: "https://help.locatealocum.com/en/articles/1206164-what-are-the-essential-documents",
    strength: "read",
    alsoSeen: [
      "https://help.locatealocum.com/en/articles/4292185-document-checklist-pharmacy-technicians-dispensers",
      "https://www.nibusinessinfo.co.uk/print/book/export/html/9230",
      "https://arcengland.org.uk/switch-to-digital-only-disclosure-certificates/",
    ],
  },
  "overlay-northern-ireland/registration": {
    url: "https://www.psni.org.uk/registration/pharmacist-registration/",
    strength: "read",
    alsoSeen: ["https://help.locatealocum.com/en/articles/4292185-document-checklist-pharmacy-technicians-dispensers"],
  },
  "overlay-northern-ireland/performers-list": {
    url: "https://locumorganiser.com/getting-started/paperwork/",
    strength: "inferred",
    claim: "England's list is stated; that each nation has its own is our reading.",
  },
  "overlay-wales-nurse-agency/references": {
    url: "http://legislation.data.gov.uk/wsi/2003/2527/schedule/3/made/data.xht?view=snippet&wrap=true",
    strength: "read",
  },
  "overlay-wales-nurse-agency/next-of-kin": {
    url: "http://legislation.data.gov.uk/wsi/2003/2527/schedule/3/made/data.xht?view=snippet&wrap=true",
    strength: "read",
  },
  "overlay-wales-nurse-agency/reason-for-leaving": {
    url: "http://legislation.data.gov.uk/wsi/2003/2527/schedule/3/made/data.xht?view=snippet&wrap=true",
    strength: "read",
  },
  "overlay-wales-nurse-agency/english-language": {
    url: "http://legislation.data.gov.uk/wsi/2003/2527/schedule/3/made/data.xht?view=snippet&wrap=true",
    strength: "inferred",
  },
};

export const leadTimeSources: Readonly<Record<string, LeadTimeSource>> = {
  "dbs-certificate": {
    strength: "known",
    claim: "An enhanced check usually comes back within some weeks; local police forces differ.",
    url: "https://www.gov.uk/guidance/track-a-dbs-application",
  },
  pvg: {
    strength: "known",
    claim: "Applications are usually answered within some weeks.",
    url: "https://www.mygov.scot/pvg-scheme",
  },
  accessni: {
    strength: "known",
    claim: "Enhanced checks usually take some weeks.",
    url: "https://www.nidirect.gov.uk/articles/accessni",
  },
  "overseas-police": {
    strength: "known",
    claim: "Differs from country to country; some take months.",
    url: "https://www.gov.uk/government/publications/criminal-records-checks-for-overseas-applicants",
  },
  "gphc-registration": {
    strength: "read",
    claim: "Renewal is yearly and due two months before expiry.",
    url: "https://www.pharmacyregulation.org/renewal",
  },
  revalidation: {
    strength: "known",
    claim:
      "The NMC opens the application about 60 days before it is due, on the first day of the renewal month. For doctors the responsible officer decides from the appraisals.",
    url: "https://www.nmc.org.uk/registration/staying-on-the-register/renewing-your-registration",
  },
  appraisal: {
    strength: "known",
    claim: "An appraiser is agreed and the papers are sent ahead, in ordinary practice.",
  },
  passport: {
    strength: "known",
    claim:
      "The passport office says how long it takes at the moment; three weeks is the usual figure, and posting takes some days.",
    url: "https://www.gov.uk/renew-adult-passport",
  },
  "driving-licence": {
    strength: "known",
    claim: "By post up to three weeks; online sooner.",
    url: "https://www.gov.uk/renew-driving-licence",
  },
  "visa-evisa": {
    strength: "known",
    claim: "The standard time for many applications from inside the UK.",
    url: "https://www.gov.uk/guidance/visa-processing-times-applications-inside-the-uk",
  },
  "certificate-of-sponsorship": {
    strength: "known",
    claim: "The sponsor may have to ask for an allocation first.",
    url: "https://www.gov.uk/uk-visa-sponsorship-employers",
  },
  "fit-to-work": {
    strength: "known",
    claim: "An appointment with occupational health, and results to wait for, in ordinary practice.",
  },
  "hepb-antibody": {
    strength: "known",
    claim: "A sample and its report, in ordinary practice of occupational health.",
  },
  "epp-hbsag": {
    strength: "known",
    claim: "An identity-verified sample and its report, in ordinary practice of occupational health.",
  },
  "epp-hepc": {
    strength: "known",
    claim: "An identity-verified sample and its report, in ordinary practice of occupational health.",
  },
  "epp-hiv": {
    strength: "known",
    claim: "An identity-verified sample and its report, in ordinary practice of occupational health.",
  },
  reference: {
    strength: "known",
    claim: "Referees answer in their own time, in ordinary practice.",
  },
  als: {
    strength: "known",
    claim: "Ordinary practice.",
  },
  epals: {
    strength: "known",
    claim: "Ordinary practice.",
  },
  nls: {
    strength: "known",
    claim: "Ordinary practice.",
  },
  ils: {
    strength: "known",
    claim: "Ordinary practice.",
  },
  pils: {
    strength: "known",
    claim: "Ordinary practice.",
  },
  bls: {
    strength: "known",
    claim: "A place on a practical course, in ordinary practice.",
  },
  "moving-handling": {
    strength: "known",
    claim: "A place on a practical course, in ordinary practice.",
  },
};
