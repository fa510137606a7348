import { PageHead } from "../../shell/PageHead.tsx";

export default function ChangePassword() {
  return <PageHead title="ChangePassword" />;
}
