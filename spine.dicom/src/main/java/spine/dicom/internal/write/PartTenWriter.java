package spine.dicom.internal.write;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.Tag;
import spine.dicom.TransferSyntax;
import spine.dicom.charset.CharacterSet;

/** Writes a file in explicit VR with little endian, sequences and items of defined length. */
public final class PartTenWriter {
    private static final int META_GROUP = 0x0002;

    private final OutputStream out;

    public PartTenWriter(OutputStream out) {
        this.out = new BufferedOutputStream(out, 1 << 16);
    }

    public void write(DicomObject object) throws IOException {
        FileMeta.write(out, required(object, Tag.SOPClassUID, "SOPClassUID"), required(object, Tag.SOPInstanceUID, "SOPInstanceUID"),
                transferSyntax(object), "");
        new ElementWriter(out).write(dataSet(object));
        out.flush();
    }

    private static String transferSyntax(DicomObject object) {
        boolean encapsulated = object.element(Tag.PixelData).map(pixels -> pixels.fragments() != null).orElse(false);
        return encapsulated ? required(object, Tag.TransferSyntaxUID, "TransferSyntaxUID") : TransferSyntax.EXPLICIT_LITTLE_ENDIAN;
    }

    /** Without file meta information and retired group lengths; text is UTF-8 and says so. */
    private static DicomObject dataSet(DicomObject object) {
        DicomObject copy = new DicomObject();
        for (DicomElement element : object.elements()) {
            if (element.tag() >>> 16 != META_GROUP && (element.tag() & 0xffff) != 0) {
                copy.put(element);
            }
        }
        return copy.text(Tag.SpecificCharacterSet, "CS", CharacterSet.UTF_8_TERM);
    }

    private static String required(DicomObject object, int tag, String keyword) {
        String value = object.text(tag);
        if (value.isEmpty()) {
            throw new IllegalArgumentException("a DICOM file cannot be written without " + keyword);
        }
        return value;
    }
}
