import { PageHead } from "../../shell/PageHead.tsx";

export default function SignUp() {
  return <PageHead title="SignUp" />;
}
