import { PageHead } from "../../shell/PageHead.tsx";

export default function ResetPassword() {
  return <PageHead title="ResetPassword" />;
}
