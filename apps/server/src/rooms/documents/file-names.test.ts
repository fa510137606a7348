import fc from "fast-check";
import { expect, test } from "vitest";
import { archiveNames, cleanFileName, contentDisposition, downloadName, stem } from "./file-names.ts";

test("an ordinary name is kept as it is", () => {
  expect(cleanFileName("Passport photo page.jpg")).toBe("Passport photo page.jpg");
  expect(cleanFileName("Führungszeugnis 2026 (Seite 1).pdf")).toBe("Führungszeugnis 2026 (Seite 1).pdf");
});

test("a name cannot lead into another folder", () => {
  expect(cleanFileName("../../etc/passwd")).toBe("passwd");
  expect(cleanFileName("C:\\fakepath\\scan.pdf")).toBe("scan.pdf");
  expect(cleanFileName("..")).toBe("file");
  expect(cleanFileName("a/../")).toBe("a");
});

test("NUL, CR LF and direction marks are gone", () => {
  expect(cleanFileName("scan\0.pdf")).toBe("scan.pdf");
  expect(cleanFileName("a.pdf\r\nSet-Cookie: x=1")).toBe("a.pdf Set-Cookie- x=1");
  expect(cleanFileName("\u202Efdp.exe\u202C.pdf")).toBe("fdp.exe.pdf");
});

test("a name of 4,096 characters is cut to 200 and keeps its ending", () => {
  const name = cleanFileName(`${"a".repeat(4092)}.pdf`);
  expect(name).toHaveLength(200);
  expect(name.endsWith("a.pdf")).toBe(true);
});

test("composed and decomposed spellings are one name", () => {
  expect(cleanFileName("re\u0301sume\u0301.pdf")).toBe("résumé.pdf");
});

test("whatever is sent, a clean name is safe, short, and cleaning it again changes nothing", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (sent) => {
      const name = cleanFileName(sent);
      expect(name).not.toMatch(/[/\\\p{Cc}\p{Cf}\p{Cs}<>:"|?*]/u);
      expect(name.length).toBeGreaterThan(0);
      expect([...name].length).toBeLessThanOrEqual(200);
      expect(name).not.toMatch(/^[.\s]|[.\s]$/u);
      const header = contentDisposition("attachment", name);
      expect(header).toMatch(
        /^attachment; filename="[\x20-\x21\x23-\x5b\x5d-\x7e]*"; filename\*=UTF-8''[A-Za-z0-9%!&+\-.^_`|~#$]*$/,
      );
    }),
  );
});

test("the ending of a download fits its content, whatever the file was called", () => {
  expect(downloadName("scan.PDF", "application/pdf")).toBe("scan.PDF");
  expect(downloadName("scan.hta", "application/pdf")).toBe("scan.hta.pdf");
  expect(downloadName("photo.jpeg", "image/jpeg")).toBe("photo.jpeg");
  expect(downloadName("photo", "image/heic")).toBe("photo.heic");
});

test("the header names a file in both forms, and a quote cannot end it early", () => {
  expect(contentDisposition("inline", "Žofie's (1).pdf")).toBe(
    "inline; filename=\"Z_ofie's (1).pdf\"; filename*=UTF-8''%C5%BDofie%27s%20%281%29.pdf",
  );
  expect(contentDisposition("attachment", 'a".pdf')).toContain('filename="a_.pdf"');
});

test("equal names inside a ZIP stay apart and in order", () => {
  expect(archiveNames(["a.jpg", "a.jpg"])).toEqual(["1 a.jpg", "2 a.jpg"]);
  expect(archiveNames(Array.from({ length: 10 }, () => "p.jpg"))[9]).toBe("10 p.jpg");
});

test("a title made from a name leaves the ending out", () => {
  expect(stem("Utility bill.pdf")).toBe("Utility bill");
  expect(stem(".pdf")).toBe(".pdf");
});
