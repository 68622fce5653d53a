package spine.io.dcm4che.internal;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.UID;
import org.dcm4che3.data.VR;
import org.dcm4che3.io.DicomInputStream;
import org.dcm4che3.io.DicomStreamException;
import org.dcm4che3.util.LimitedInputStream;
import spine.dicom.DicomLimits;
import spine.dicom.NotDicomException;

/** Where the data set of a file begins, and how it is encoded (PS3.10 7.1); preamble and file meta information may be missing. */
final class PartTenInput implements Closeable {
    private static final int PREAMBLE = 128;
    private static final int MAGIC = 4;
    /** A tag and the letters of a representation. */
    private static final int HEADER_START = 6;

    private final DicomInputStream dataSet;
    private final long begin;
    private final Inflater inflater;

    private PartTenInput(DicomInputStream dataSet, long begin, Inflater inflater) {
        this.dataSet = dataSet;
        this.begin = begin;
        this.inflater = inflater;
    }

    /**
     * Reads preamble and file meta information.
     *
     * @param in with mark and reset
     * @param handler gets the elements of group 2
     * @throws NotDicomException if this is no DICOM at all
     */
    static PartTenInput open(InputStream in, String name, DataSetHandler handler) throws NotDicomException, IOException {
        long preamble = skipPreamble(in);
        DicomInputStream meta;
        try {
            meta = new DicomInputStream(in);
        } catch (DicomStreamException noDicom) {
            throw new NotDicomException(name, noDicom);
        }
        meta.setDicomInputHandler(handler);
        Attributes group2 = meta.readFileMetaInformation();
        long begin = preamble + meta.getPosition();
        String syntax = meta.getTransferSyntax();
        if (group2 != null && syntax.equals(UID.DeflatedExplicitVRLittleEndian)) {
            Inflater inflater = new Inflater(true);
            InputStream inflated = new LimitedInputStream(new InflaterInputStream(in, inflater), DicomLimits.STANDARD.inflatedBytes(),
                    false);
            return new PartTenInput(new DicomInputStream(new SequentialInput(inflated), UID.ExplicitVRLittleEndian), begin, inflater);
        }
        return new PartTenInput(new DicomInputStream(new SequentialInput(in), asFound(in, syntax)), begin, null);
    }

    DicomInputStream dataSet() {
        return dataSet;
    }

    /** Where the data set, or its deflated form, begins in the file. */
    long begin() {
        return begin;
    }

    boolean isDeflated() {
        return inflater != null;
    }

    @Override
    public void close() {
        if (inflater != null) {
            inflater.end();
        }
    }

    /** dcm4che passes over a preamble only if group 2 follows. */
    private static long skipPreamble(InputStream in) throws IOException {
        in.mark(PREAMBLE + MAGIC);
        byte[] start = in.readNBytes(PREAMBLE + MAGIC);
        boolean magic = start.length == PREAMBLE + MAGIC && start[PREAMBLE] == 'D' && start[PREAMBLE + 1] == 'I'
                && start[PREAMBLE + 2] == 'C' && start[PREAMBLE + 3] == 'M';
        if (!magic) {
            in.reset();
        }
        return magic ? start.length : 0;
    }

    /** Files now and then are not encoded as announced: two letters that name a representation decide. */
    private static String asFound(InputStream in, String syntax) throws IOException {
        in.mark(HEADER_START);
        byte[] start = in.readNBytes(HEADER_START);
        in.reset();
        if (start.length < HEADER_START || syntax.equals(UID.ExplicitVRBigEndian)) {
            return syntax;
        }
        boolean named = VR.valueOf((start[4] & 0xff) << 8 | start[5] & 0xff) != null;
        return named ? UID.ExplicitVRLittleEndian : UID.ImplicitVRLittleEndian;
    }
}
