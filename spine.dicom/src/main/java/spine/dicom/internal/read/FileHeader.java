package spine.dicom.internal.read;

import java.io.IOException;
import spine.api.UnusableInputException;
import spine.dicom.DicomObject;
import spine.dicom.NotDicomException;
import spine.dicom.internal.vr.Vr;

/** The beginning of a file: preamble, magic word and file meta information (PS3.10 7.1), each of which may be missing. */
final class FileHeader {
    private static final int PREAMBLE = 128;
    private static final int META_GROUP = 0x0002;
    private static final int IDENTIFYING_GROUP = 0x0008;
    private static final int LARGEST_FIRST_VALUE = 0x400;

    private FileHeader() {
    }

    /**
     * Skips preamble and magic word.
     *
     * @throws NotDicomException if this is no DICOM at all
     */
    static void skipPreamble(ByteSource in, String name) throws IOException, UnusableInputException {
        if (in.peek(PREAMBLE) == 'D' && in.peek(PREAMBLE + 1) == 'I' && in.peek(PREAMBLE + 2) == 'C'
                && in.peek(PREAMBLE + 3) == 'M') {
            in.skip(PREAMBLE + 4);
        } else if (!beginsLikeDataSet(in)) {
            throw new NotDicomException(name);
        }
    }

    /** Reads group 2, whose length element is often wrong and therefore ignored. */
    static void readMeta(ByteSource in, ReadingBudget budget, DicomObject into) throws IOException, UnusableInputException {
        while (in.has(8) && in.peekShort(0, false) == META_GROUP && Vr.areCapitals(in.peek(4), in.peek(5))) {
            ElementHeader header = ElementHeader.read(in, Encoding.EXPLICIT, false);
            budget.element();
            budget.value(header.tag(), header.vr(), header.length());
            into.put(ValueReader.read(header.tag(), header.vr(), in.take(header.length()), false, new ItemContext()));
        }
    }

    private static boolean beginsLikeDataSet(ByteSource in) throws IOException {
        if (!in.has(8)) {
            return false;
        }
        boolean big = in.peekShort(0, true) == IDENTIFYING_GROUP;
        int group = in.peekShort(0, big);
        boolean known = group == IDENTIFYING_GROUP || group == META_GROUP;
        boolean named = Vr.of(in.peek(4), in.peek(5)) != null;
        boolean shortValue = in.peekShort(big ? 4 : 6, big) == 0 && in.peekShort(big ? 6 : 4, big) <= LARGEST_FIRST_VALUE;
        return known && in.peekShort(2, big) < 0x100 && (named || shortValue);
    }
}
