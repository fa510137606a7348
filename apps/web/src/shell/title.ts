/** The document's title: "Error: Sign in – Locum Passport". Errors come and go while the screen's own title stays. */
let title = "";
let errors = 0;

function print() {
  document.title = `${errors > 0 ? "Error: " : ""}${title ? `${title} – ` : ""}Locum Passport`;
}

export function setTitle(text: string) {
  title = text;
  print();
}

/** Marks the page as holding an error until the answer is called. */
export function errorsOnPage(): () => void {
  errors += 1;
  print();
  return () => {
    errors -= 1;
    print();
  };
}
