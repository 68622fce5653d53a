package spine.dicom.internal.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import spine.api.UnusableInputException;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.Tag;
import spine.dicom.bulk.PixelPlace;
import spine.dicom.charset.CharacterSet;
import spine.dicom.internal.vr.Padding;
import spine.dicom.internal.vr.TagDictionary;
import spine.dicom.internal.vr.Vr;

/** Reads data sets in any of the plain encodings, with nested sequences and compressed fragments. */
final class DataSetParser {
    private final String name;
    private final boolean withPixels;
    private final ReadingBudget budget;

    /** @param name names the file in messages */
    DataSetParser(String name, boolean withPixels, ReadingBudget budget) {
        this.name = name;
        this.withPixels = withPixels;
        this.budget = budget;
    }

    /**
     * Reads the elements of the file's own data set into the object.
     *
     * @return where the pixel data begins if reading ended there
     */
    Optional<PixelPlace> readAll(ByteSource in, Encoding encoding, DicomObject into) throws IOException, UnusableInputException {
        Encoding found = encoding.asFoundIn(in);
        ItemContext context = new ItemContext();
        elements(in, found, context, 0, into);
        into.text(Tag.SpecificCharacterSet, "CS", CharacterSet.UTF_8_TERM);
        return !withPixels && in.has(8) && in.peekTag(0, found.bigEndian()) == Tag.PixelData
                ? Optional.of(place(in, found, context))
                : Optional.empty();
    }

    private static PixelPlace place(ByteSource in, Encoding encoding, ItemContext context) throws IOException, UnusableInputException {
        ElementHeader header = ElementHeader.read(in, encoding, false);
        return new PixelPlace(PixelPlace.NONE, in.position(), header.hasUndefinedLength() ? PixelPlace.NONE : header.length(),
                encoding.bigEndian() ? context.wordSize(header.tag(), header.vr()) : 1);
    }

    /** Ends with the source, at the delimiter that closes an item, or before the pixel data. */
    private void elements(ByteSource in, Encoding announced, ItemContext context, int depth, DicomObject into)
            throws IOException, UnusableInputException {
        Encoding encoding = announced.asFoundIn(in);
        while (in.has(8)) {
            int tag = in.peekTag(0, encoding.bigEndian());
            if (tag == ElementHeader.ITEM_DELIMITER || tag == ElementHeader.SEQUENCE_DELIMITER && depth == 0) {
                in.skip(8);
                if (depth > 0) {
                    return;
                }
            } else if (tag == ElementHeader.SEQUENCE_DELIMITER || tag == Tag.PixelData && depth == 0 && !withPixels) {
                return;
            } else {
                DicomElement element = element(in, encoding, context, depth);
                // Zeros at the end of a file look like elements of group 0.
                if (tag != 0) {
                    into.put(element);
                }
            }
        }
        in.demandOnlyPadding();
    }

    private DicomElement element(ByteSource in, Encoding encoding, ItemContext context, int depth)
            throws IOException, UnusableInputException {
        ElementHeader header = ElementHeader.read(in, encoding, context.signedPixels());
        int tag = header.tag();
        // An unknown element is implicit little endian inside, whatever the file is (PS3.5 6.2.2, CP-246).
        Encoding inner = header.vr() == Vr.UN ? Encoding.IMPLICIT : encoding;
        boolean pixels = tag == Tag.PixelData && depth == 0;
        budget.element();
        if (header.hasUndefinedLength()) {
            return tag == Tag.PixelData || header.vr() == Vr.OB || header.vr() == Vr.OW
                    ? DicomElement.encapsulated(tag, fragments(in, encoding, pixels))
                    : DicomElement.sequence(tag, items(in, inner, context, depth + 1));
        }
        Vr vr = header.vr() == Vr.UN ? TagDictionary.vr(tag, context.signedPixels()) : header.vr();
        if (pixels) {
            budget.pixels(header.length());
        } else if (!in.isPart() || vr != Vr.SQ) {
            // A sequence in a sequence is a view of bytes that were counted with the outer one.
            budget.value(tag, vr, header.length());
        }
        if (vr == Vr.SQ || vr == Vr.UN && header.length() >= 8 && beginsWithItem(in)) {
            return sequenceOrBytes(tag, in.part(header.length()), inner, context, depth);
        }
        return ValueReader.read(tag, vr, in.take(header.length()), inner.bigEndian(), context);
    }

    /** Bytes that are no items although the dictionary or the file calls them a sequence are kept as they are. */
    private DicomElement sequenceOrBytes(int tag, ByteSource in, Encoding encoding, ItemContext context, int depth)
            throws IOException, UnusableInputException {
        ByteSource whole = in.copy();
        try {
            List<DicomObject> items = items(in, encoding, context, depth + 1);
            in.demandOnlyPadding();
            return DicomElement.sequence(tag, items);
        } catch (UnusableInputException noSequence) {
            if (budget.isExceeded()) {
                throw noSequence;
            }
            return DicomElement.of(tag, Vr.UN.name(), Padding.toEven(whole.remaining(), Vr.UN));
        }
    }

    private List<DicomObject> items(ByteSource in, Encoding encoding, ItemContext context, int depth)
            throws IOException, UnusableInputException {
        budget.nesting(depth);
        List<DicomObject> items = new ArrayList<>();
        for (ElementHeader header = next(in, encoding); header != null; header = next(in, encoding)) {
            budget.element();
            if (!in.isPart() && !header.hasUndefinedLength()) {
                budget.header(header.length());
            }
            DicomObject item = new DicomObject();
            ByteSource content = header.hasUndefinedLength() ? in : in.part(header.length());
            elements(content, encoding, context.inner(), depth, item);
            items.add(item);
        }
        return items;
    }

    private List<byte[]> fragments(ByteSource in, Encoding encoding, boolean pixels) throws IOException, UnusableInputException {
        List<byte[]> fragments = new ArrayList<>();
        for (ElementHeader header = next(in, encoding); header != null; header = next(in, encoding)) {
            budget.element();
            if (pixels) {
                budget.pixels(header.length());
            } else {
                budget.header(header.length());
            }
            fragments.add(in.take(header.length()));
        }
        return fragments;
    }

    /** The header of the next item; null at the delimiter or, where that is missing, at the end of the source. */
    private ElementHeader next(ByteSource in, Encoding encoding) throws IOException, UnusableInputException {
        if (!in.has(8)) {
            return null;
        }
        ElementHeader header = ElementHeader.readItem(in, encoding);
        if (header.tag() == ElementHeader.SEQUENCE_DELIMITER) {
            return null;
        }
        if (header.tag() != ElementHeader.ITEM) {
            throw new UnusableInputException(String.format("%s is damaged: there is (%04X,%04X) where an item should begin", name,
                    header.tag() >>> 16, header.tag() & 0xffff));
        }
        return header;
    }

    private static boolean beginsWithItem(ByteSource in) throws IOException {
        return in.has(8) && in.peekTag(0, false) == ElementHeader.ITEM;
    }
}
