"""Compares names of UIDs and keywords of attributes in a text with pydicom's dictionaries: standard_names.py TEXT WRONG"""
import re
import sys

from pydicom._uid_dict import UID_dictionary
from pydicom.datadict import keyword_for_tag

wrong = []
for line in open(sys.argv[1], encoding="utf-8"):
    row = re.match(r"\| (1\.2\.840\.10008[0-9.]+) \| (.*?) \|", line)
    if row and row.group(1) in UID_dictionary and UID_dictionary[row.group(1)][0] != row.group(2):
        wrong.append(row.group(1) + " is " + UID_dictionary[row.group(1)][0])
    for keyword, group, element in re.findall(r"(\w+) \(([0-9A-F]{4}),([0-9A-F]{4})\)", line):
        found = keyword_for_tag(int(group + element, 16))
        if found and found != keyword:
            wrong.append(keyword + " is " + found)
with open(sys.argv[2], "w", encoding="utf-8") as out:
    out.write("\n".join(wrong))
