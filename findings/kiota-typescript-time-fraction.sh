#!/usr/bin/env bash
# Kiota for TypeScript reads half a second of a time of day as half a microsecond.
#
# Versions:  @microsoft/kiota-abstractions 1.0.0-preview.109 (npm);
#            microsoft-kiota-serialization-json 1.16.0 (PyPI)
# Expected:  `08:30:00.5`, `08:30:00.50` and `08:30:00.5000000` are one time: Edm.TimeOfDay allows
#            one to twelve fraction digits.
# Seen:      the digits are read as a whole number of ten-millionths: `.5` becomes `.0000005`. Right
#            only where exactly seven digits stand, as in most of Graph's answers. Python's Kiota
#            reads all three alike.
# Matters:   a service, a proxy or a test double that trims zeroes shifts working hours without an
#            error. Writing all seven digits is the one form that every SDK reads alike.
# Source:    run below. OData ABNF: fractionalSeconds = 1*12DIGIT.
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

for text in ["08:30:00.5", "08:30:00.50", "08:30:00.5000000"]:
    writer = JsonSerializationWriter()
    writer.write_time_value("t", JsonParseNode(text).get_time_value())
    print(f"{text}|{json.loads(writer.get_serialized_content())['t']}")
PY

cat >run.mjs <<'JS'
import { createInterface } from "node:readline";
import { TimeOnly } from "@microsoft/kiota-abstractions";

for await (const line of createInterface({ input: process.stdin })) {
  const [text, python] = line.split("|");
  console.log(`${text}: TypeScript reads ${TimeOnly.parse(text)}`);
  console.log(`  Python reads and writes ${python}, TypeScript reads that as ${TimeOnly.parse(python)}`);
}
JS

cat >recorded <<'TXT'
08:30:00.5: TypeScript reads 08:30:00.0000005
  Python reads and writes 08:30:00.500000, TypeScript reads that as 08:30:00.0500000
08:30:00.50: TypeScript reads 08:30:00.0000050
  Python reads and writes 08:30:00.500000, TypeScript reads that as 08:30:00.0500000
08:30:00.5000000: TypeScript reads 08:30:00.5000000
  Python reads and writes 08:30:00.500000, TypeScript reads that as 08:30:00.0500000
TXT

venv/bin/python run.py | node run.mjs | tee observed
diff recorded observed
echo 'as recorded'
