#!/usr/bin/env bash
# In an open type, the Python Graph SDK takes texts for dates and GUIDs, and sends them back changed.
#
# Versions:  msgraph-sdk 1.65.0, microsoft-kiota-serialization-json 1.16.0 (PyPI)
# Expected:  a dynamic property without a type annotation is what the JSON says: a text stays a text.
# Seen:      `2026-01-31` comes back as `2026-01-31T00:00:00`, which is neither an Edm.Date nor an
#            Edm.DateTimeOffset; a moment loses its seventh digit and its `Z`; capitals in a GUID
#            become small. All of it without touching the property. In an array too.
# Matters:   extensions and the annotations of open types hold texts of other programs. They must be
#            kept as they came; a hash, a signature or a key made of such a text does not survive.
# Source:    run below. OData JSON: a string without @odata.type is Edm.String.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check --no-compile \
    msgraph-sdk==1.65.0 msgraph-core==1.5.2 \
    microsoft-kiota-abstractions==1.16.0 microsoft-kiota-serialization-json==1.16.0

cat >run.py <<'PY'
import json

from kiota_serialization_json.json_parse_node_factory import JsonParseNodeFactory
from kiota_serialization_json.json_serialization_writer import JsonSerializationWriter
from msgraph.generated.models.open_type_extension import OpenTypeExtension

sent = {
    "extensionName": "com.contoso.badge",
    "batch": "2026-01-31",
    "stamp": "2020-02-25T18:52:21.2169889Z",
    "serial": "D1B2AC4E-0000-4000-8000-00000000000A",
    "shelves": ["2026-02-01", "B7"],
    "plain": "31-01-2026",
}
node = JsonParseNodeFactory().get_root_parse_node(
    "application/json", json.dumps(sent).encode()
)
extension = node.get_object_value(OpenTypeExtension)
writer = JsonSerializationWriter()
writer.write_object_value(None, extension)
written = json.loads(writer.get_serialized_content())
for name, value in sent.items():
    mark = "same" if written[name] == value else "changed"
    print(f"{name}: {json.dumps(value)} -> {json.dumps(written[name])} {mark}")
PY

cat >recorded <<'TXT'
extensionName: "com.contoso.badge" -> "com.contoso.badge" same
batch: "2026-01-31" -> "2026-01-31T00:00:00" changed
stamp: "2020-02-25T18:52:21.2169889Z" -> "2020-02-25T18:52:21.216988+00:00" changed
serial: "D1B2AC4E-0000-4000-8000-00000000000A" -> "d1b2ac4e-0000-4000-8000-00000000000a" changed
shelves: ["2026-02-01", "B7"] -> ["2026-02-01T00:00:00", "B7"] changed
plain: "31-01-2026" -> "31-01-2026" same
TXT

venv/bin/python run.py | tee observed
diff recorded observed
echo 'as recorded'
