#!/usr/bin/env bash
# Kiota for Python writes durations that no OData reader takes, itself included.
#
# Versions:  microsoft-kiota-serialization-json 1.16.0 (PyPI);
#            @microsoft/kiota-abstractions 1.0.0-preview.109 (npm)
# Expected:  what was read as `PT0.016S` (a jitter of a call record) is written as `PT0.016S`.
# Seen:      written is Python's own text: `0:00:00.016000`, `1 day, 2:00:00`. Kiota for TypeScript
#            refuses all of it. Kiota for Python refuses fractions and days too, and then answers
#            None without an error, so that a value vanishes in a round trip between two Pythons.
#            A negative one, `-PT5M`, is not even read.
# Matters:   a duration must be kept as its text, or written back with care; a peer's None may be
#            a negative duration. Test data made with this SDK is no Edm.Duration.
# Source:    run below; microsoftgraph/msgraph-sdk-python#1262 (open) has the 400 of the service.
#            OData CSDL: Edm.Duration is dayTimeDuration of XML Schema, with an optional sign.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
    microsoft-kiota-abstractions==1.16.0 microsoft-kiota-serialization-json==1.16.0
npm install --silent --no-audit --no-fund @microsoft/kiota-abstractions@1.0.0-preview.109

cat >run.py <<'PY'
import json

from kiota_serialization_json.json_parse_node import JsonParseNode
from kiota_serialization_json.json_serialization_writer import JsonSerializationWriter

for text in ["PT0.016S", "PT36H", "P1DT2H", "PT1H", "-PT5M"]:
    value = JsonParseNode(text).get_timedelta_value()
    writer = JsonSerializationWriter()
    writer.write_timedelta_value("d", value)
    written = json.loads(writer.get_serialized_content()).get("d")
    again = JsonParseNode(written).get_timedelta_value()
    print(f"{text}|{written}|{again}")
PY

cat >run.mjs <<'JS'
import { createInterface } from "node:readline";
import { Duration } from "@microsoft/kiota-abstractions";

for await (const line of createInterface({ input: process.stdin })) {
  const [text, written, again] = line.split("|");
  let peer = "nothing to read";
  if (written !== "None") {
    try {
      peer = Duration.parse(written).toString();
    } catch (error) {
      peer = "refused";
    }
  }
  const own = Duration.parse(text).toString();
  console.log(`${text}: Python writes ${written}, reads that as ${again}; TypeScript: ${peer}, itself ${own}`);
}
JS

cat >recorded <<'TXT'
PT0.016S: Python writes 0:00:00.016000, reads that as None; TypeScript: refused, itself PT0.016S
PT36H: Python writes 1 day, 12:00:00, reads that as None; TypeScript: refused, itself PT36H
P1DT2H: Python writes 1 day, 2:00:00, reads that as None; TypeScript: refused, itself P1DT2H
PT1H: Python writes 1:00:00, reads that as 1:00:00; TypeScript: refused, itself PT1H
-PT5M: Python writes None, reads that as None; TypeScript: nothing to read, itself -PT5M
TXT

venv/bin/python run.py | node run.mjs | tee observed
diff recorded observed
echo 'as recorded'
