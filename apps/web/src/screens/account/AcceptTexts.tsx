import { PageHead } from "../../shell/PageHead.tsx";

export default function AcceptTexts() {
  return <PageHead title="AcceptTexts" />;
}
