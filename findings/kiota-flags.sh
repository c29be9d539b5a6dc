#!/usr/bin/env bash
# A flags property does not survive a read and a write in either SDK: one omits it, one empties it.
#
# Versions:  msgraph-sdk 1.65.0 (PyPI); @microsoft/msgraph-sdk 1.0.0-preview.90 (npm)
# Expected:  `"applicableArchitectures": "x86,x64"` of a Win32 app comes back as it was sent.
# Seen:      the generator pairs a reader of lists with a writer of single values. Python reads both
#            members, cannot write a list, and leaves the property out, also when it was changed.
#            TypeScript's reader wants a JSON array, finds none, and its writer then sends "".
#            That holds for the single member "x64" as well.
# Matters:   a record that one SDK has "not touched" arrives at the service with a property cleared
#            or missing. A flags value is one text with commas: keep it, unknown members included.
# Source:    run below; the design is in microsoft/kiota#3237, the reading half of Python was mended
#            by microsoft/kiota-python#515.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check --no-compile \
    msgraph-sdk==1.65.0 msgraph-core==1.5.2 \
    microsoft-kiota-abstractions==1.16.0 microsoft-kiota-serialization-json==1.16.0
npm install --silent --no-audit --no-fund \
    @microsoft/msgraph-sdk@1.0.0-preview.90 @microsoft/msgraph-sdk-core@1.0.0-preview.17 \
    @microsoft/kiota-abstractions@1.0.0-preview.109 \
    @microsoft/kiota-serialization-json@1.0.0-preview.109

cat >run.py <<'PY'
import json

from kiota_serialization_json.json_parse_node_factory import JsonParseNodeFactory
from kiota_serialization_json.json_serialization_writer import JsonSerializationWriter
from msgraph.generated.models.win32_lob_app import Win32LobApp


def read(value):
    body = json.dumps({"applicableArchitectures": value}).encode()
    node = JsonParseNodeFactory().get_root_parse_node("application/json", body)
    return node.get_object_value(Win32LobApp)


def written(app):
    writer = JsonSerializationWriter()
    writer.write_object_value(None, app)
    body = json.loads(writer.get_serialized_content())
    body.pop("@odata.type")
    return json.dumps(body)


for value in ["x86,x64", "x64"]:
    app = read(value)
    names = [member.value for member in app.applicable_architectures]
    print(f"Python: {value} -> {names} -> {written(app)}")
app.applicable_architectures = read("x86,arm").applicable_architectures
print(f"Python: set to x86,arm -> {written(app)}")
PY

cat >run.mjs <<'JS'
import { JsonParseNodeFactory, JsonSerializationWriter } from "@microsoft/kiota-serialization-json";
import {
  createWin32LobAppFromDiscriminatorValue,
  serializeWin32LobApp,
} from "@microsoft/msgraph-sdk/models/index.js";

for (const value of ["x86,x64", "x64"]) {
  const body = new TextEncoder().encode(JSON.stringify({ applicableArchitectures: value }));
  const app = new JsonParseNodeFactory()
    .getRootParseNode("application/json", body.buffer)
    .getObjectValue(createWin32LobAppFromDiscriminatorValue);
  const writer = new JsonSerializationWriter();
  writer.writeObjectValue(undefined, app, serializeWin32LobApp);
  const written = new TextDecoder().decode(writer.getSerializedContent());
  console.log(`TypeScript: ${value} -> ${JSON.stringify(app.applicableArchitectures)} -> ${written}`);
}
JS

cat >recorded <<'TXT'
Python: x86,x64 -> ['x86', 'x64'] -> {}
Python: x64 -> ['x64'] -> {}
Python: set to x86,arm -> {}
TypeScript: x86,x64 -> [] -> {"applicableArchitectures":""}
TypeScript: x64 -> [] -> {"applicableArchitectures":""}
TXT

{ venv/bin/python run.py; node run.mjs; } | tee observed
diff recorded observed
echo 'as recorded'
