"""Prints, for every DICOM file below a folder, how many data elements pydicom finds, nested ones included."""
import os
import sys

import pydicom


def count(dataset):
    total = 0
    for element in dataset:
        counted = element.tag.group != 2 and element.tag.elem != 0 and element.tag != 0x00080005
        total += counted
        if element.VR == "SQ":
            total += sum(count(item) for item in element.value)
    return total


root = sys.argv[1]
for folder, _, names in sorted(os.walk(root)):
    for name in sorted(names):
        if name.endswith(".dcm"):
            path = os.path.join(folder, name)
            print(os.path.relpath(path, root), count(pydicom.dcmread(path, force=True)), sep="\t")
