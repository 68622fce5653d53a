package spine.dicom.internal.read;

import java.io.IOException;
import java.io.InputStream;
import spine.api.UnusableInputException;
import spine.dicom.DicomLimits;
import spine.dicom.DicomObject;
import spine.dicom.Tag;
import spine.dicom.TransferSyntax;

/** Finds where the data set of a file begins, which a copy of its bytes needs. */
public final class DataSetLocator {

    private DataSetLocator() {
    }

    /**
     * @param in from the beginning of the file
     * @param name names the file in messages
     * @param meta gets the file meta information; a transfer syntax that the file does not name is guessed from its first bytes
     * @return the number of bytes before the data set
     */
    public static long locate(InputStream in, String name, DicomObject meta) throws IOException, UnusableInputException {
        ByteSource source = new ByteSource(in, name);
        FileHeader.skipPreamble(source, name);
        FileHeader.readMeta(source, new ReadingBudget(DicomLimits.STANDARD, name), meta);
        if (meta.text(Tag.TransferSyntaxUID).isEmpty()) {
            meta.text(Tag.TransferSyntaxUID, "UI", syntax(Encoding.guess(source)));
        }
        return source.position();
    }

    private static String syntax(Encoding guessed) {
        if (guessed.bigEndian()) {
            return TransferSyntax.EXPLICIT_BIG_ENDIAN;
        }
        return guessed.explicit() ? TransferSyntax.EXPLICIT_LITTLE_ENDIAN : TransferSyntax.IMPLICIT_LITTLE_ENDIAN;
    }
}
