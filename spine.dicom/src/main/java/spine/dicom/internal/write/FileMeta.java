package spine.dicom.internal.write;

import java.io.IOException;
import java.io.OutputStream;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.Implementation;
import spine.dicom.Tag;

/** What stands before the data set of a file: preamble, magic word and file meta information (PS3.10 7.1). */
public final class FileMeta {
    public static final int SOP_CLASS = 0x00020002;
    public static final int SOP_INSTANCE = 0x00020003;

    private static final int PREAMBLE = 128;

    private FileMeta() {
    }

    /** @param source title of the application entity that the data set came from (0002,0016), empty if it came from none */
    public static void write(OutputStream out, String sopClass, String sopInstance, String transferSyntax, String source)
            throws IOException {
        DicomObject meta = new DicomObject()
                .put(DicomElement.of(0x00020001, "OB", new byte[] {0, 1}))
                .text(SOP_CLASS, "UI", sopClass)
                .text(SOP_INSTANCE, "UI", sopInstance)
                .text(Tag.TransferSyntaxUID, "UI", transferSyntax)
                .text(0x00020012, "UI", Implementation.CLASS_UID)
                .text(0x00020013, "SH", Implementation.VERSION_NAME);
        if (!source.isEmpty()) {
            meta.text(0x00020016, "AE", source);
        }
        meta.unsignedLongs(0x00020000, ElementWriter.sizeOf(meta));
        out.write(new byte[PREAMBLE]);
        out.write(new byte[] {'D', 'I', 'C', 'M'});
        new ElementWriter(out).write(meta);
    }
}
