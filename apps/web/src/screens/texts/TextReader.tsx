import { PageHead } from "../../shell/PageHead.tsx";

export default function TextReader() {
  return <PageHead title="TextReader" />;
}
