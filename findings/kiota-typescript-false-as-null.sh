#!/usr/bin/env bash
# With change tracking on, Kiota for TypeScript sends `false` and "" as null, and then once more.
#
# Versions:  @microsoft/msgraph-sdk 1.0.0-preview.90, @microsoft/kiota-* 1.0.0-preview.109 (npm)
# Expected:  with the backing store on, `user.accountEnabled = false` gives {"accountEnabled":false}.
# Seen:      {"accountEnabled":null,"accountEnabled":false}: one name twice, null first. The store
#            lists as "changed to null" whatever is falsy: false, 0, "". A true null is written
#            twice as well. Without the store, the body is right.
# Matters:   which of two equal names counts is the reader's choice (RFC 8259, section 4). A service
#            that takes the first clears the property. A test that parses the body with JSON.parse
#            keeps the last and sees nothing: compare bytes.
# Source:    run below.
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

const stored = { accountEnabled: true, jobTitle: "Clerk", city: "Oslo" };
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

const off = (user) => { user.accountEnabled = false; };
await patch("store off, false", off);
adapter.enableBackingStore();
await patch("store on, false", off);
await patch('store on, ""', (user) => { user.jobTitle = ""; });
await patch("store on, null", (user) => { user.city = null; });
await patch("store on, text", (user) => { user.city = "Bergen"; });
JS

cat >recorded <<'TXT'
store off, false: {"accountEnabled":false,"city":"Oslo","jobTitle":"Clerk"}
store on, false: {"accountEnabled":null,"accountEnabled":false}
store on, "": {"jobTitle":null,"jobTitle":""}
store on, null: {"city":null,"city":null}
store on, text: {"city":"Bergen"}
TXT

node run.mjs | tee observed
diff recorded observed
echo 'as recorded'
