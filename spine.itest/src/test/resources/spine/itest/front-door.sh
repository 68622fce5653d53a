# Runs in a network of its own: front-door.sh WORK, with the command that serves in SERVE. Leaves in WORK which modalities archive and
# platform have of each study (archive-N, spine-N), and the objects that the archive got back (objects/).
set -eu
work=$1
ip link set lo up
mkdir -p "$work/db" "$work/objects"
orthanc=http://127.0.0.1:8042
spine=http://127.0.0.1:8104
user="reader:$(cat "$work/word")"
Orthanc "$work/orthanc.json" > "$work/orthanc.log" 2>&1 &
archive=$!
$SERVE > "$work/serve.log" 2>&1 &
serve=$!
trap 'kill $archive $serve; wait $serve || true; wait $archive || true; cat "$work/serve.log"' EXIT

until_true() { # SECONDS COMMAND...
    for wait in $(seq "$(($1 * 2))"); do
        if "${@:2}"; then return 0; fi
        sleep 0.5
    done
    echo "not within $1 s: ${*:2}"
    exit 1
}
answers() { curl -sf "$1" > /dev/null; }
modalities() { # FILE URL CURL-OPTIONS...
    curl -sf -H 'Accept: application/dicom+json' "${@:3}" "$2" \
        | /usr/bin/python3 -c 'import json, sys; print("\n".join(sorted({s["00080060"]["Value"][0] for s in json.load(sys.stdin)})))' > "$1" || true
}
has_results() { # FILE URL CURL-OPTIONS...
    modalities "$@"
    grep -qx SR "$1" && grep -qx SEG "$1" && grep -qx OT "$1"
}
until_true 60 answers "$orthanc/system"
until_true 180 answers "$spine/health/live"

study() { # NUMBER, prints the UID
    /usr/bin/python3 - "$(find "$work/studies" -name '*.dcm' -path "*$1/series-*" | sort | head -1)" <<'P'
import sys
import pydicom
print(pydicom.dcmread(sys.argv[1], stop_before_pixels=True).StudyInstanceUID)
P
}
first=$(ls "$work/studies" | grep phantom | sed -n 1p)
second=$(ls "$work/studies" | grep phantom | sed -n 2p)

# By DICOM messages: into the archive, from there on to the platform.
uid=$(study "$first")
find "$work/studies/$first" -name '*.dcm' -path '*/series-*' -print0 | xargs -0 storescu -R -aet SCANNER -aec ORTHANC 127.0.0.1 4242
id=$(curl -sf "$orthanc/studies" | tr -dc '0-9a-f-')
curl -sf -X POST -d "\"$id\"" "$orthanc/modalities/spine/store" > /dev/null
until_true 180 has_results "$work/archive-1" "$orthanc/dicom-web/studies/$uid/series"
modalities "$work/spine-1" "$spine/dicom-web/studies/$uid/series" -u "$user"
for series in $(curl -sf "$orthanc/studies/$id" | /usr/bin/python3 -c 'import json, sys; print(*json.load(sys.stdin)["Series"])'); do
    if curl -sf "$orthanc/series/$series" | grep -q '"Modality" : "MR"'; then continue; fi
    for instance in $(curl -sf "$orthanc/series/$series" | /usr/bin/python3 -c 'import json, sys; print(*json.load(sys.stdin)["Instances"])'); do
        curl -sf "$orthanc/instances/$instance/file" > "$work/objects/$instance.dcm"
    done
done

# By the web alone.
uid=$(study "$second")
find "$work/studies/$second" -name '*.dcm' -path '*/series-*' | sort | while read -r file; do
    printf -- '--door\r\nContent-Type: application/dicom\r\n\r\n'
    cat "$file"
    printf '\r\n'
done > "$work/body"
printf -- '--door--\r\n' >> "$work/body"
curl -sf -u "$user" -X POST -H 'Content-Type: multipart/related; type="application/dicom"; boundary=door' \
    -H 'Accept: application/dicom+json' --data-binary "@$work/body" "$spine/dicom-web/studies" > "$work/stored.json"
until_true 180 has_results "$work/spine-2" "$spine/dicom-web/studies/$uid/series" -u "$user"
until_true 60 has_results "$work/archive-2" "$orthanc/dicom-web/studies/$uid/series"
modalities "$work/archive-2" "$orthanc/dicom-web/studies/$uid/series"
# The archive that gets results by the web has no images of the second study: they never went there.
echo MR >> "$work/archive-2"
