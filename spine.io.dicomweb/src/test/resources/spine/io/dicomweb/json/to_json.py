"""The data sets of files in the DICOM JSON model, as pydicom has it: a line for each, with its name and the text."""
import json
import pathlib
import sys

import pydicom
import pydicom.config

pydicom.config.settings.reading_validation_mode = pydicom.config.IGNORE

for name in sys.stdin.read().split("\n"):
    try:
        dataset = pydicom.dcmread(name, force=True)
        if "PixelData" in dataset:
            del dataset.PixelData
        print(name, json.dumps(dataset.to_json_dict(1 << 40)), sep="\t")
    except Exception:
        pass
