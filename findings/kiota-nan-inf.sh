#!/usr/bin/env bash
# Kiota drops OData's NaN and INF when it reads, and writes words that are no JSON.
#
# Versions:  microsoft-kiota-serialization-json 1.16.0 (PyPI);
#            @microsoft/kiota-serialization-json 1.0.0-preview.109 (npm)
# Expected:  OData's JSON gives Edm.Double and Edm.Single the texts "NaN", "INF" and "-INF". A client
#            made for an OData service reads and writes those.
# Seen:      both SDKs read all three as "not there" (None, undefined), without an error. Given an
#            infinite number, both write the bare word Infinity: the body is not JSON any more.
# Matters:   a measured NaN of a call record and a value that was not measured look alike. A round
#            trip through such a client turns one into the other, so it cannot check a codec.
# Source:    run below; OData JSON Format 4.01, the section on primitive values.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
    microsoft-kiota-abstractions==1.16.0 microsoft-kiota-serialization-json==1.16.0
npm install --silent --no-audit --no-fund \
    @microsoft/kiota-abstractions@1.0.0-preview.109 \
    @microsoft/kiota-serialization-json@1.0.0-preview.109

cat >run.py <<'PY'
from kiota_serialization_json.json_parse_node import JsonParseNode
from kiota_serialization_json.json_serialization_writer import JsonSerializationWriter

for text in ["NaN", "INF", "-INF"]:
    print(f"Python reads \"{text}\" as {JsonParseNode(text).get_float_value()}")
writer = JsonSerializationWriter()
writer.write_float_value("ratio", float("inf"))
print(f"Python writes {writer.get_serialized_content().decode()}")
PY

cat >run.mjs <<'JS'
import { JsonParseNode, JsonSerializationWriter } from "@microsoft/kiota-serialization-json";

for (const text of ["NaN", "INF", "-INF"]) {
  console.log(`TypeScript reads "${text}" as ${new JsonParseNode(text).getNumberValue()}`);
}
const writer = new JsonSerializationWriter();
writer.writeObjectValue(undefined, {}, (w) => w.writeNumberValue("ratio", Infinity));
console.log(`TypeScript writes ${new TextDecoder().decode(writer.getSerializedContent())}`);
JS

cat >recorded <<'TXT'
Python reads "NaN" as None
Python reads "INF" as None
Python reads "-INF" as None
Python writes {"ratio": Infinity}
TypeScript reads "NaN" as undefined
TypeScript reads "INF" as undefined
TypeScript reads "-INF" as undefined
TypeScript writes {"ratio":Infinity}
TXT

{ venv/bin/python run.py; node run.mjs; } | tee observed
diff recorded observed
echo 'as recorded'
