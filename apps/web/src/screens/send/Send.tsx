import { PageHead } from "../../shell/PageHead.tsx";

export default function Send() {
  return <PageHead title="Send copies" />;
}
