# Runs in a network of its own: front-door.sh WORK, with the command that serves in SERVE. Leaves in WORK which modalities archive and
# platform have of each study (archive-N, spine-N), the objects that the archive got back (objects/), and the jobs of the first study
# after its results, after a late image, and after everything has come back to the platform once more (jobs-N).
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
uids() { # FILE URL, the SOP instance UIDs of structured reports
    curl -sf -H 'Accept: application/dicom+json' "$2/instances?SOPClassUID=1.2.840.10008.5.1.4.1.1.88.34" \
        | /usr/bin/python3 -c 'import json, sys; print("\n".join(i["00080018"]["Value"][0] for i in json.load(sys.stdin)))' > "$1" || true
}
has_reports() { # NUMBER FILE URL
    uids "$2" "$3"
    [ "$(grep -c . "$2")" = "$1" ]
}
jobs() { # FILE UID, a line for each: revision, state, whether replaced
    curl -sf -u "$user" "$spine/api/v1/jobs?study=$2" \
        | /usr/bin/python3 -c 'import json, sys
for j in json.load(sys.stdin)["jobs"]: print(j["revision"], j["state"], j["replaced"])' > "$1" || true
}
is_done() { # FILE UID REVISION
    jobs "$1" "$2"
    grep -qx "$3 done False" "$1"
}
store() { # FILE..., by the web
    for file in "$@"; do
        printf -- '--door\r\nContent-Type: application/dicom\r\n\r\n'
        cat "$file"
        printf '\r\n'
    done > "$work/body"
    printf -- '--door--\r\n' >> "$work/body"
    curl -sf -u "$user" -X POST -H 'Content-Type: multipart/related; type="application/dicom"; boundary=door' \
        -H 'Accept: application/dicom+json' --data-binary "@$work/body" "$spine/dicom-web/studies" > "$work/stored.json"
}
keep() { # STUDY of the archive: all objects but images
    for series in $(curl -sf "$orthanc/studies/$1" | /usr/bin/python3 -c 'import json, sys; print(*json.load(sys.stdin)["Series"])'); do
        if curl -sf "$orthanc/series/$series" | grep -q '"Modality" : "MR"'; then continue; fi
        for instance in $(curl -sf "$orthanc/series/$series" \
                | /usr/bin/python3 -c 'import json, sys; print(*json.load(sys.stdin)["Instances"])'); do
            curl -sf "$orthanc/instances/$instance/file" > "$work/objects/$instance.dcm"
        done
    done
}
has_results() { # FILE URL CURL-OPTIONS...
    modalities "$@"
    grep -qx SR "$1" && grep -qx SEG "$1" && grep -qx OT "$1"
}
until_true 60 answers "$orthanc/system"
until_true 180 answers "$spine/health/live"

studies() { # Makes of the synthetic study two small ones, with the middle five images of each series; prints their UIDs
    /usr/bin/python3 - "$work" <<'P'
import pathlib
import sys
import pydicom
work = pathlib.Path(sys.argv[1])
for study in "first", "second":
    for series in sorted(work.glob("studies/phantom*/series-*")):
        images = sorted(series.glob("*.dcm"))
        for file in images[len(images) // 2 - 2:][:5]:
            image = pydicom.dcmread(file)
            if study == "second":
                for name in "StudyInstanceUID", "SeriesInstanceUID", "SOPInstanceUID":
                    setattr(image, name, getattr(image, name) + ".2")
                image.file_meta.MediaStorageSOPInstanceUID = image.SOPInstanceUID
            image.save_as(work / study / f"{series.name}-{file.name}")
    print(image.StudyInstanceUID)
P
}
mkdir "$work/first" "$work/second"
both=($(studies))

# By DICOM messages: into the archive, from there on to the platform. One image comes later.
uid=${both[0]}
images=("$work"/first/*)
late=${images[-1]}
storescu -R -aet SCANNER -aec ORTHANC 127.0.0.1 4242 "${images[@]:0:${#images[@]}-1}"
id=$(curl -sf "$orthanc/studies" | tr -dc '0-9a-f-')
forward() { curl -sf -X POST -d "\"$id\"" "$orthanc/modalities/spine/store" > /dev/null; }
forward
until_true 180 has_results "$work/archive-1" "$orthanc/dicom-web/studies/$uid/series"
modalities "$work/spine-1" "$spine/dicom-web/studies/$uid/series" -u "$user"
until_true 60 is_done "$work/jobs-1" "$uid" 1
uids "$work/report-1" "$orthanc/dicom-web/studies/$uid"

# The archive sends the late image, and with it all that it has: also the results of the platform itself.
storescu -R -aet SCANNER -aec ORTHANC 127.0.0.1 4242 "$late"
forward
until_true 180 is_done "$work/jobs-2" "$uid" 2
until_true 60 has_reports 2 "$work/report-2" "$orthanc/dicom-web/studies/$uid"

# Everything comes back once more, the older report too; and the images by the other door.
forward
store "${images[@]}"
sleep 4
jobs "$work/jobs-3" "$uid"
keep "$id"

# By the web alone.
uid=${both[1]}
images=("$work"/second/*)
store "${images[@]}"
until_true 180 has_results "$work/spine-2" "$spine/dicom-web/studies/$uid/series" -u "$user"
until_true 60 is_done "$work/jobs-web" "$uid" 1
until_true 60 has_results "$work/archive-2" "$orthanc/dicom-web/studies/$uid/series"
modalities "$work/archive-2" "$orthanc/dicom-web/studies/$uid/series"
for one in $(curl -sf "$orthanc/studies" | tr -dc '0-9a-f\n-'); do if [ "$one" != "$id" ]; then keep "$one"; fi; done
# The archive that gets results by the web has no images of the second study: they never went there.
echo MR >> "$work/archive-2"
