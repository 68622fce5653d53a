"""Prints the least time in ms in which GDCM reads and decodes each file, all in one process: python3 time_gdcm.py ROUNDS FILE..."""
import sys
import time

import gdcm


def decode(name):
    reader = gdcm.ImageReader()
    reader.SetFileName(name)
    assert reader.Read(), name
    change = gdcm.ImageChangeTransferSyntax()
    change.SetTransferSyntax(gdcm.TransferSyntax(gdcm.TransferSyntax.ExplicitVRLittleEndian))
    change.SetInput(reader.GetImage())
    assert change.Change(), name


def parse(name):
    reader = gdcm.Reader()
    reader.SetFileName(name)
    assert reader.Read(), name


for task, name in (argument.split(":", 1) for argument in sys.argv[2:]):
    least = float("inf")
    for _ in range(int(sys.argv[1])):
        begin = time.perf_counter()
        {"decode": decode, "parse": parse}[task](name)
        least = min(least, time.perf_counter() - begin)
    print(least * 1000)
