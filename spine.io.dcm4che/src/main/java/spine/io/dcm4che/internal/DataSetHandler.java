package spine.io.dcm4che.internal;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.Fragments;
import org.dcm4che3.data.Sequence;
import org.dcm4che3.data.VR;
import org.dcm4che3.io.DicomInputHandler;
import org.dcm4che3.io.DicomInputStream;
import org.dcm4che3.io.DicomStreamException;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.Tag;
import spine.dicom.charset.CharacterSet;

/**
 * Makes elements of what dcm4che meets, in the form that {@link DicomElement} promises. dcm4che's own data sets get only what it asks
 * them for while it parses: the sign of the pixels.
 */
final class DataSetHandler implements DicomInputHandler {
    private static final int META_GROUP_LENGTH = 0x00020000;
    private static final int UNDEFINED_LENGTH = -1;

    private final ReadingLimits limits;
    private final Deque<OpenItem> open = new ArrayDeque<>();
    private final Deque<List<DicomObject>> sequences = new ArrayDeque<>();
    private List<byte[]> fragments = List.of();
    /** Whether these are of the pixels of the file itself. */
    private boolean pixels;

    DataSetHandler(DicomObject into, ReadingLimits limits) {
        this.limits = limits;
        open.push(new OpenItem(into, CharacterSet.DEFAULT));
    }

    /** Bytes whose order is reversed in big endian, for an element of the data set itself. */
    int wordSize(int tag, VR vr) {
        return open.element().wordsOf(tag, vr).numEndianBytes();
    }

    @Override
    public void readValue(DicomInputStream in, Attributes attributes) throws IOException {
        int tag = in.tag();
        VR vr = in.vr();
        if (in.unsignedLength() == UNDEFINED_LENGTH && vr != VR.SQ) {
            readFragments(in, attributes, tag);
        } else if (vr == VR.SQ) {
            readSequence(in, attributes, tag);
        } else {
            readPlain(in, attributes, tag, vr);
        }
    }

    @Override
    public void readValue(DicomInputStream in, Sequence sequence) throws IOException {
        limits.element();
        boolean delimited = in.unsignedLength() == UNDEFINED_LENGTH;
        open.push(open.element().inner());
        DicomObject item;
        try {
            in.readValue(in, sequence);
        } catch (EOFException end) {
            tolerate(end, in, delimited);
        } finally {
            item = open.pop().elements();
        }
        sequences.element().add(item);
    }

    @Override
    public void readValue(DicomInputStream in, Fragments ignored) throws IOException {
        limits.element();
        if (pixels) {
            limits.pixels(in.unsignedLength());
        } else {
            limits.header(in.unsignedLength());
        }
        fragments.add(ElementBytes.read(in));
    }

    @Override
    public void startDataset(DicomInputStream in) {
        // The object is there already.
    }

    @Override
    public void endDataset(DicomInputStream in) {
        // Nothing is left to do.
    }

    private void readSequence(DicomInputStream in, Attributes attributes, int tag) throws IOException {
        limits.element();
        boolean delimited = in.unsignedLength() == UNDEFINED_LENGTH;
        open.element().put(DicomElement.sequence(tag, items(() -> {
            try {
                in.readValue(in, attributes);
            } catch (EOFException end) {
                tolerate(end, in, delimited);
            }
        })));
    }

    private void readFragments(DicomInputStream in, Attributes attributes, int tag) throws IOException {
        limits.element();
        fragments = new ArrayList<>();
        pixels = isPixels(tag);
        try {
            in.readValue(in, attributes);
        } catch (EOFException end) {
            tolerate(end, in, true);
        }
        open.element().put(DicomElement.encapsulated(tag, fragments));
    }

    /** A delimiter may be missing at the end of a file; a length that is announced must be there. */
    private static void tolerate(EOFException end, DicomInputStream in, boolean delimited) throws EOFException {
        if (!delimited || in.getPosition() != in.getTagPosition()) {
            throw end;
        }
    }

    private interface Reading {
        void run() throws IOException;
    }

    /** What the reading adds as items of one sequence. */
    private List<DicomObject> items(Reading reading) throws IOException {
        List<DicomObject> items = new ArrayList<>();
        limits.enter();
        sequences.push(items);
        try {
            reading.run();
        } finally {
            sequences.pop();
            limits.leave();
        }
        return items;
    }

    private void readPlain(DicomInputStream in, Attributes attributes, int tag, VR vr) throws IOException {
        limits.element();
        if (isPixels(tag)) {
            limits.pixels(in.unsignedLength());
        } else {
            limits.value(tag, vr, in.unsignedLength());
        }
        byte[] raw = ElementBytes.read(in);
        if (tag == META_GROUP_LENGTH && raw.length == Integer.BYTES) {
            in.setFileMetaInformationGroupLength(raw);
        } else if (tag == Tag.PixelRepresentation || tag == Tag.TransferSyntaxUID) {
            attributes.setBytes(tag, vr, raw.clone());
        }
        if (in.bigEndian()) {
            open.element().wordsOf(tag, vr).toggleEndian(raw, false);
        }
        // Zeros at the end of a file look like elements of group 0.
        if (tag != 0 && !(vr == VR.UN && isSequence(tag, raw))) {
            open.element().put(tag, vr, raw);
        }
    }

    private boolean isPixels(int tag) {
        return tag == Tag.PixelData && limits.atTop();
    }

    /** Takes the items in an unknown element (PS3.5 6.2.2), which dcm4che leaves as bytes where no dictionary knows the tag. */
    private boolean isSequence(int tag, byte[] raw) throws IOException {
        if (!UnknownSequence.beginsWithItem(raw)) {
            return false;
        }
        DicomInputStream in = UnknownSequence.open(raw);
        in.setDicomInputHandler(this);
        Sequence ignored = new Attributes().newSequence(tag, 1);
        try {
            open.element().put(DicomElement.sequence(tag, items(() -> {
                while (in.getPosition() < raw.length && in.readItemHeader()) {
                    readValue(in, ignored);
                }
            })));
            return true;
        } catch (EOFException | DicomStreamException | IndexOutOfBoundsException noItems) {
            return false;
        }
    }
}
