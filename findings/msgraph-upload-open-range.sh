#!/usr/bin/env bash
# The Python upload task cannot read the range that Graph answers after each part.
#
# Versions:  msgraph-core 1.5.2 (PyPI); @microsoft/microsoft-graph-client 3.0.7 (npm)
# Expected:  a file of three parts goes up in three requests. After a part the service names what it
#            still wants, as in Graph's own page: `"nextExpectedRanges": ["327680-"]`, an open range.
# Seen:      the Python task sends the first part and raises `ValueError: invalid literal for int()`:
#            it appends a dash of its own and then splits `327680--`. With a closed range it goes on,
#            yet with parts that are one byte too long, and the last one twice. JavaScript is right.
# Matters:   both forms must be read, and neither believed beyond its first number. A stand-in for
#            the service that answers closed ranges passes this task, and is not what Graph sends.
# Source:    run below; Graph's page of driveItem createUploadSession has both forms.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
    msgraph-core==1.5.2 httpx==0.28.1 microsoft-kiota-abstractions==1.16.0 \
    microsoft-kiota-http==1.16.0 microsoft-kiota-serialization-json==1.16.0
npm install --silent --no-audit --no-fund @microsoft/microsoft-graph-client@3.0.7

cat >run.py <<'PY'
import asyncio
import datetime
import io
import logging

import httpx
from kiota_abstractions.api_client_builder import register_default_deserializer
from kiota_abstractions.authentication import AnonymousAuthenticationProvider
from kiota_serialization_json.json_parse_node_factory import JsonParseNodeFactory
from msgraph_core import BaseGraphRequestAdapter
from msgraph_core.models import LargeFileUploadSession
from msgraph_core.tasks.large_file_upload import LargeFileUploadTask

PART = 327680
SIZE = 2 * PART + 5
logging.disable(logging.CRITICAL)
register_default_deserializer(JsonParseNodeFactory)


async def upload(title, closed):
    sent = []

    def service(request):
        sent.append(request.headers["content-range"].split()[1])
        end = int(sent[-1].split("-")[1].split("/")[0])
        if end + 1 >= SIZE:
            return httpx.Response(201, json={"id": "1"})
        wanted = f"{end + 1}-{SIZE - 1 if closed else ''}"
        return httpx.Response(202, json={"nextExpectedRanges": [wanted]})

    http = httpx.AsyncClient(transport=httpx.MockTransport(service))
    adapter = BaseGraphRequestAdapter(AnonymousAuthenticationProvider(), http_client=http)
    session = LargeFileUploadSession(
        upload_url="https://upload.example/1",
        expiration_date_time=datetime.datetime(2099, 1, 1, tzinfo=datetime.timezone.utc),
        next_expected_ranges=["0-"],
    )
    task = LargeFileUploadTask(session, adapter, io.BytesIO(bytes(SIZE)), max_chunk_size=PART)
    try:
        await task.upload()
        end = "done"
    except ValueError as error:
        end = f"ValueError: {error}"
    print(f"Python, {title}: {' '.join(sent)}; {end}")


asyncio.run(upload("open range", False))
asyncio.run(upload("closed range", True))
PY

cat >run.mjs <<'JS'
import graph from "@microsoft/microsoft-graph-client";

const PART = 327680;
const SIZE = 2 * PART + 5;
const sent = [];
globalThis.fetch = async (request, options) => {
  const range = new Request(request, options).headers.get("content-range").split(" ")[1];
  sent.push(range);
  const end = Number(range.split("-")[1].split("/")[0]);
  if (end + 1 >= SIZE) return Response.json({ id: "1" }, { status: 201 });
  return Response.json({ nextExpectedRanges: [`${end + 1}-`] }, { status: 202 });
};
const client = graph.Client.init({ authProvider: (done) => done(null, "token") });
const file = new graph.FileUpload(new ArrayBuffer(SIZE), "a", SIZE);
const session = { url: "https://upload.example/1", expiry: new Date("2099-01-01T00:00:00Z") };
await new graph.LargeFileUploadTask(client, file, session, { rangeSize: PART }).upload();
console.log(`JavaScript, open range: ${sent.join(" ")}; done`);
JS

cat >recorded <<'TXT'
Python, open range: 0-327679/655365; ValueError: invalid literal for int() with base 10: ''
Python, closed range: 0-327679/655365 327680-655360/655365 655361-655364/655365 655361-655364/655365; done
JavaScript, open range: 0-327679/655365 327680-655359/655365 655360-655364/655365; done
TXT

{ venv/bin/python run.py; node run.mjs; } | tee observed
diff recorded observed
echo 'as recorded'
