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
    private static final String IMPLEMENTATION_CLASS_UID = "2.25.219507634205163748117043581360214905187";
    /** At most 16 characters (VR SH). */
    private static final String IMPLEMENTATION_VERSION_NAME = "SPINE_1";
    private static final int META_GROUP = 0x0002;
    private static final int PREAMBLE = 128;

    private final OutputStream out;

    public PartTenWriter(OutputStream out) {
        this.out = new BufferedOutputStream(out, 1 << 16);
    }

    public void write(DicomObject object) throws IOException {
        out.write(new byte[PREAMBLE]);
        out.write(new byte[] {'D', 'I', 'C', 'M'});
        ElementWriter writer = new ElementWriter(out);
        writer.write(meta(object));
        writer.write(dataSet(object));
        out.flush();
    }

    private static DicomObject meta(DicomObject object) {
        DicomObject meta = new DicomObject()
                .put(DicomElement.of(0x00020001, "OB", new byte[] {0, 1}))
                .text(0x00020002, "UI", required(object, Tag.SOPClassUID, "SOPClassUID"))
                .text(0x00020003, "UI", required(object, Tag.SOPInstanceUID, "SOPInstanceUID"))
                .text(Tag.TransferSyntaxUID, "UI", transferSyntax(object))
                .text(0x00020012, "UI", IMPLEMENTATION_CLASS_UID)
                .text(0x00020013, "SH", IMPLEMENTATION_VERSION_NAME);
        return meta.unsignedLongs(0x00020000, ElementWriter.sizeOf(meta));
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
