/** Those of the common lists that have twelve characters or more; shorter ones cannot be chosen at all. */
const common = new Set([
  "123456789012",
  "1234567890123",
  "12345678901234",
  "123456789123",
  "123456123456",
  "1q2w3e4r5t6y",
  "1qaz2wsx3edc",
  "abcdefghijkl",
  "abc123abc123",
  "adminadminadmin",
  "administrator",
  "iloveyouforever",
  "letmeinletmein",
  "locumpassport",
  "password1234",
  "password12345",
  "password123456",
  "passwordpassword",
  "qwertyqwerty",
  "qwerty123456",
  "qwertyuiop12",
  "qwertyuiop123",
  "qwertyuiopas",
  "qwertyuiopasdfghjkl",
  "welcome12345",
]);

/**
 * Why a password cannot be taken, in words for the person; undefined when it can. Length first (NIST SP 800-63B section
 * 5.1.1.2: no rules about kinds of characters), then what a guesser tries first.
 */
export function passwordFault(password: string, email: string): string | undefined {
  const plain = password.normalize("NFKC").toLowerCase().trim();
  if ([...password.normalize("NFKC")].length < 12) return "Use 12 characters or more";
  if (common.has(plain)) return "This password is on lists that guessers use. Choose another one";
  if (new Set(plain).size < 4) return "Use more than three different characters";
  const address = email.toLowerCase();
  if (plain === address || plain === address.split("@")[0]) return "Choose a password that is not your email address";
  return undefined;
}
