#!/usr/bin/env bash
# With change tracking on, Kiota for TypeScript does not see a change inside an object or a list.
#
# Versions:  @microsoft/msgraph-sdk 1.0.0-preview.90, @microsoft/kiota-* 1.0.0-preview.109 (npm)
# Expected:  with the backing store on, a change of a member of a complex property, or of a list in
#            place, marks the property and sends it, as Kiota for .NET does.
# Seen:      {} is sent. The nested value has a store of its own, to which the outer one does not
#            listen; a `push` on a list is seen by none. The call succeeds. Only a new object or a
#            new list, assigned to the outer property, goes out.
# Matters:   an update that reports success and changed nothing. How deep a tracker sees is a promise
#            of each SDK, not of Kiota; a description of one is no contract for another.
# Source:    run below; for .NET see microsoft/kiota-dotnet#84.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund \
    @microsoft/msgraph-sdk@1.0.0-preview.90 @microsoft/msgraph-sdk-core@1.0.0-preview.17 \
    @microsoft/kiota-bundle@1.0.0-preview.109 @microsoft/kiota-abstractions@1.0.0-preview.109 \
    @microsoft/kiota-serialization-json@1.0.0-preview.109

cat >run.mjs <<'JS'
import {
  AnonymousAuthenticationProvider,
  HttpMethod,
  RequestInformation,
} from "@microsoft/kiota-abstractions";
import { DefaultRequestAdapter } from "@microsoft/kiota-bundle";
import {
  createUserFromDiscriminatorValue,
  serializeUser,
} from "@microsoft/msgraph-sdk/models/index.js";

const stored = {
  businessPhones: ["1"],
  employeeOrgData: { costCenter: "10", division: "A" },
};
let body;
const http = {
  executeFetch: async (url, request) => {
    if (request.method === "GET") return Response.json(stored);
    body = new TextDecoder().decode(request.body);
    return new Response(null, { status: 204 });
  },
};
const adapter = new DefaultRequestAdapter(
  new AnonymousAuthenticationProvider(), undefined, undefined, http,
);
adapter.enableBackingStore();
const request = (method) => {
  const info = new RequestInformation(method);
  info.URL = "https://graph.microsoft.com/v1.0/users/1";
  return info;
};

async function patch(title, change) {
  const user = await adapter.send(request(HttpMethod.GET), createUserFromDiscriminatorValue, {});
  change(user);
  const info = request(HttpMethod.PATCH);
  info.setContentFromParsable(adapter, "application/json", user, serializeUser);
  await adapter.sendNoResponseContent(info, {});
  console.log(`${title}: ${body}`);
}

await patch("member set", (user) => { user.employeeOrgData.costCenter = "20"; });
await patch("list pushed", (user) => { user.businessPhones.push("2"); });
await patch("object assigned", (user) => {
  user.employeeOrgData = { costCenter: "20", division: "A" };
});
await patch("list assigned", (user) => { user.businessPhones = ["1", "2"]; });
JS

cat >recorded <<'TXT'
member set: {}
list pushed: {}
object assigned: {"employeeOrgData":{"costCenter":"20","division":"A"}}
list assigned: {"businessPhones":["1","2"]}
TXT

node run.mjs | tee observed
diff recorded observed
echo 'as recorded'
