package spine.dicom.codec;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import spine.api.UnusableInputException;
import spine.dicom.DicomObject;
import spine.dicom.Tag;
import spine.dicom.internal.read.DataSetLocator;
import spine.dicom.internal.write.FileMeta;

/**
 * Which object the bytes of a data set are, and how they are encoded: what is needed to pass them on unchanged.
 *
 * @param sopClass SOP class UID
 * @param sopInstance SOP instance UID
 * @param transferSyntax UID
 */
public record EncodedDataSet(String sopClass, String sopInstance, String transferSyntax) {

    /**
     * A data set in a file.
     *
     * @param start bytes of the file before the data set
     */
    public record InFile(EncodedDataSet dataSet, long start) {
    }

    /**
     * Reads the header of a file, which may lack preamble and file meta information. The data set says which object it is, and
     * the file meta information where the data set does not, as in a DICOMDIR.
     *
     * @throws UnusableInputException if the file is not DICOM, is damaged before its pixels or does not say which object it is
     */
    public static InFile in(Path file) throws UnusableInputException, IOException {
        DicomObject meta = new DicomObject();
        long start = locate(file, meta);
        DicomObject header = new NativeDicomCodec().read(file, false);
        String sopClass = header.text(header.element(Tag.SOPClassUID).isPresent() ? Tag.SOPClassUID : FileMeta.SOP_CLASS);
        String sopInstance = header.text(header.element(Tag.SOPInstanceUID).isPresent() ? Tag.SOPInstanceUID : FileMeta.SOP_INSTANCE);
        if (sopClass.isEmpty() || sopInstance.isEmpty()) {
            throw new UnusableInputException(file + " has no SOPClassUID or no SOPInstanceUID");
        }
        return new InFile(new EncodedDataSet(sopClass, sopInstance, meta.text(Tag.TransferSyntaxUID)), start);
    }

    /**
     * The bytes of a file before its data set, for one who has its header already.
     *
     * @throws UnusableInputException if the file is not DICOM
     */
    public static long start(Path file) throws UnusableInputException, IOException {
        return locate(file, new DicomObject());
    }

    private static long locate(Path file, DicomObject meta) throws UnusableInputException, IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return DataSetLocator.locate(in, file.toString(), meta);
        }
    }

    /**
     * Writes what a file of the DICOM file format has before the data set (PS3.10 7.1); the bytes of the data set follow it.
     *
     * @param source title of the application entity that sent the data set, empty if none did
     */
    public void writeFileHead(OutputStream out, String source) throws IOException {
        FileMeta.write(out, sopClass, sopInstance, transferSyntax, source);
    }
}
