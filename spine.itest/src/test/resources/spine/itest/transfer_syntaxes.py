"""Writes the MR images of a folder in every lossless transfer syntax: transfer_syntaxes.py SOURCE TARGET

SOURCE holds explicit little endian images, in folders or not; TARGET/NAME gets the same files in the syntax of that name. The encapsulated
ones are written by GDCM, the others by pydicom.
"""
import os
import sys

import gdcm
import pydicom
from pydicom.uid import DeflatedExplicitVRLittleEndian, ExplicitVRBigEndian, ImplicitVRLittleEndian, MRImageStorage

# It remarks on every rescale.
gdcm.Trace.WarningOff()

ENCAPSULATED = {
    "rle": gdcm.TransferSyntax.RLELossless,
    "jpeg-lossless-57": gdcm.TransferSyntax.JPEGLosslessProcess14,
    "jpeg-lossless-70": gdcm.TransferSyntax.JPEGLosslessProcess14_1,
    "jpeg-ls": gdcm.TransferSyntax.JPEGLSLossless,
    "jpeg-2000": gdcm.TransferSyntax.JPEG2000Lossless,
}
NATIVE = {
    "implicit": ImplicitVRLittleEndian,
    "big-endian": ExplicitVRBigEndian,
    "deflated": DeflatedExplicitVRLittleEndian,
}


def encapsulate(source, target, syntax):
    reader = gdcm.ImageReader()
    reader.SetFileName(source)
    if not reader.Read():
        raise SystemExit(f"GDCM cannot read {source}")
    change = gdcm.ImageChangeTransferSyntax()
    change.SetTransferSyntax(gdcm.TransferSyntax(syntax))
    change.SetInput(reader.GetImage())
    if not change.Change():
        raise SystemExit(f"GDCM cannot encode {source}")
    writer = gdcm.ImageWriter()
    writer.SetFileName(target)
    writer.SetFile(reader.GetFile())
    writer.SetImage(change.GetOutput())
    if not writer.Write():
        raise SystemExit(f"GDCM cannot write {target}")


def rewrite(source, target, syntax):
    image = pydicom.dcmread(source)
    image.file_meta.TransferSyntaxUID = syntax
    image.is_implicit_VR = syntax.is_implicit_VR
    image.is_little_endian = syntax.is_little_endian
    if not syntax.is_little_endian and image.BitsAllocated == 16:
        pixels = bytearray(len(image.PixelData))
        pixels[0::2], pixels[1::2] = image.PixelData[1::2], image.PixelData[0::2]
        image.PixelData = bytes(pixels)
    image.save_as(target)


def main(source, target):
    for folder, _, names in os.walk(source):
        for name in sorted(name for name in names if name.endswith(".dcm")):
            file = os.path.join(folder, name)
            if pydicom.dcmread(file, stop_before_pixels=True).SOPClassUID != MRImageStorage:
                continue
            for syntax, uid in {**ENCAPSULATED, **NATIVE}.items():
                written = os.path.join(target, syntax, os.path.relpath(file, source))
                os.makedirs(os.path.dirname(written), exist_ok=True)
                (encapsulate if syntax in ENCAPSULATED else rewrite)(file, written, uid)


main(sys.argv[1], sys.argv[2])
