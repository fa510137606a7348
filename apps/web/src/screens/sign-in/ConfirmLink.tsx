import { PageHead } from "../../shell/PageHead.tsx";

export default function ConfirmLink() {
  return <PageHead title="ConfirmLink" />;
}
