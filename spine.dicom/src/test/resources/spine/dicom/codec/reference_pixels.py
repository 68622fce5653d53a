"""Writes the pixels that pydicom and GDCM read from files, little endian: python3 reference_pixels.py SOURCE TARGET

TARGET/NUMBER.pydicom and TARGET/NUMBER.gdcm for the file of that number in the sorted list of files below SOURCE; none where the reader
does not read it. Every file has a process of its own, because GDCM ends some with abort().
"""
import os
import sys
import warnings

import gdcm
import numpy
import pydicom

warnings.filterwarnings("ignore")


def by_pydicom(source):
    pixels = pydicom.dcmread(source, force=True).pixel_array
    return numpy.ascontiguousarray(pixels).astype(pixels.dtype.newbyteorder("<")).tobytes()


def by_gdcm(source):
    reader = gdcm.ImageReader()
    reader.SetFileName(source)
    if not reader.Read():
        raise ValueError("not read")
    image = reader.GetImage()
    pixels = image.GetBuffer().encode("utf-8", "surrogateescape")
    if image.GetPixelFormat().GetBitsAllocated() == 1:
        pixels = numpy.unpackbits(numpy.frombuffer(pixels, numpy.uint8), bitorder="little").tobytes()
    if image.GetPlanarConfiguration() == 1 and image.GetPixelFormat().GetSamplesPerPixel() == 3:
        planes = numpy.frombuffer(pixels, numpy.uint8).reshape(-1, 3, image.GetDimension(1) * image.GetDimension(0))
        pixels = planes.transpose(0, 2, 1).tobytes()
    return pixels


def isolated(read, source, target):
    child = os.fork()
    if child:
        os.waitpid(child, 0)
        return
    try:
        pixels = read(source)
        with open(target, "wb") as out:
            out.write(pixels)
    finally:
        os._exit(0)


names = sorted(os.path.join(folder, name) for folder, _, names in os.walk(sys.argv[1]) for name in names if name.endswith(".dcm"))
for number, name in enumerate(names):
    isolated(by_pydicom, name, os.path.join(sys.argv[2], "%d.pydicom" % number))
    isolated(by_gdcm, name, os.path.join(sys.argv[2], "%d.gdcm" % number))
