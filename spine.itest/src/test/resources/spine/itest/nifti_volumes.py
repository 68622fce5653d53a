"""Compares the NIfTI volumes of a result with its DICOM images and segmentations: nifti_volumes.py STUDY RESULT

STUDY holds the images, one per file; RESULT was written with the formats nifti and seg. Volumes are read by nibabel, DICOM by pydicom.
Ends with a sentence where they differ, else prints how many voxels of masks agree.
"""
import csv
import os
import sys

import nibabel
import numpy
import pydicom

TOLERANCE_MM = 0.001


def images(folder):
    """Images by their UID."""
    found = {}
    for path, _, files in os.walk(folder):
        for name in files:
            if name.endswith(".dcm"):
                image = pydicom.dcmread(os.path.join(path, name))
                if image.get("Modality") == "MR":
                    found[image.SOPInstanceUID] = image
    return found


def place(image, column, row):
    """Patient position of a pixel centre, PS3.3 C.7.6.2.1.1, as RAS."""
    direction = numpy.array(image.ImageOrientationPatient, dtype=float)
    spacing = [float(value) for value in image.PixelSpacing]
    lps = numpy.array(image.ImagePositionPatient, dtype=float) + direction[:3] * spacing[1] * column + direction[3:] * spacing[0] * row
    return lps * [-1, -1, 1]


def check_places(name, volume, k, image):
    if volume.header.get_xyzt_units()[0] != "mm":
        sys.exit(f"{name} is not in mm")
    for affine, code in (volume.get_sform(coded=True), volume.get_qform(coded=True)):
        if code != 1:
            sys.exit(f"{name} has an affine of code {code}")
        for column in (0, image.Columns - 1):
            for row in (0, image.Rows - 1):
                gap = numpy.linalg.norm((affine @ [column, row, k, 1])[:3] - place(image, column, row))
                if gap > TOLERANCE_MM:
                    sys.exit(f"{name}: voxel ({column}, {row}, {k}) lies {gap} mm from its pixel")


def segments(path):
    """Pixels by (UID of the image, label), columns first as in NIfTI."""
    masks = {}
    if not os.path.exists(path):
        return masks
    seg = pydicom.dcmread(path)
    labels = {item.SegmentNumber: item.SegmentLabel for item in seg.SegmentSequence}
    frames = seg.pixel_array.reshape((-1, seg.Rows, seg.Columns))
    for pixels, group in zip(frames, seg.PerFrameFunctionalGroupsSequence):
        source = group.DerivationImageSequence[0].SourceImageSequence[0].ReferencedSOPInstanceUID
        masks[source, labels[group.SegmentIdentificationSequence[0].ReferencedSegmentNumber]] = pixels.T != 0
    return masks


def check_mask(name, pixels, uid, masks, labels):
    """As many pixels of each label as in the segmentation, and the same ones."""
    for value in set(numpy.unique(pixels)) - {0}:
        if (uid, labels.get(value)) not in masks:
            sys.exit(f"{name} has the value {value}, which is no segment on {uid}")
    agreeing = 0
    for (source, label), mask in masks.items():
        if source == uid:
            value = next(value for value, of in labels.items() if of == label)
            if not numpy.array_equal(pixels == value, mask):
                sys.exit(f"{name}: {label} differs on {uid}")
            agreeing += int(mask.sum())
    return agreeing


def main(study, result):
    found = images(study)
    with open(os.path.join(result, "labels.tsv")) as table:
        structures = {int(line["index"]): line["name"] for line in csv.DictReader(table, delimiter="\t")}
    with open(os.path.join(result, "nifti-slices.csv")) as table:
        slices = list(csv.DictReader(table))
    agreeing = {"anatomy": 0, "oedema": 0}
    for stack in sorted({line["stack"] for line in slices}):
        image = nibabel.load(os.path.join(result, f"image-{stack}.nii.gz"))
        grey = numpy.asarray(image.dataobj)
        for kind, labels in (("anatomy", structures), ("oedema", {1: "oedema"})):
            volume = nibabel.load(os.path.join(result, f"{kind}-{stack}.nii.gz"))
            mask = numpy.asarray(volume.dataobj)
            masks = segments(os.path.join(result, f"{kind}-{stack}.seg.dcm"))
            if volume.shape != image.shape or mask.dtype != numpy.uint8:
                sys.exit(f"{kind}-{stack} is no mask of image-{stack}")
            for line in (line for line in slices if line["stack"] == stack):
                k = int(line["k"])
                if not line["sopInstanceUid"]:
                    if grey[:, :, k].any() or mask[:, :, k].any():
                        sys.exit(f"slice {k} of stack {stack} is missing and not blank")
                    continue
                dicom = found[line["sopInstanceUid"]]
                check_places(f"image-{stack}", image, k, dicom)
                check_places(f"{kind}-{stack}", volume, k, dicom)
                stored = dicom.pixel_array.T * float(dicom.get("RescaleSlope", 1)) + float(dicom.get("RescaleIntercept", 0))
                if not numpy.allclose(grey[:, :, k], stored, rtol=1e-6):
                    sys.exit(f"image-{stack}, slice {k} has other grey values than its image")
                agreeing[kind] += check_mask(f"{kind}-{stack}", mask[:, :, k], line["sopInstanceUid"], masks, labels)
    print(f"{agreeing['anatomy']} voxels of structures and {agreeing['oedema']} of oedema agree")


main(sys.argv[1], sys.argv[2])
