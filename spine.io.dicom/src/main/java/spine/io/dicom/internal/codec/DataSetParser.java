package spine.io.dicom.internal.codec;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import spine.api.UnusableInputException;
import spine.api.dicom.DicomElement;
import spine.api.dicom.DicomObject;
import spine.api.dicom.Tag;

/** Reads data sets in any of the four plain encodings, with nested sequences and compressed fragments. */
final class DataSetParser {
    private static final long UNDEFINED = 0xffffffffL;
    private static final int ITEM = 0xfffee000;
    private static final int ITEM_DELIMITER = 0xfffee00d;
    private static final int SEQUENCE_DELIMITER = 0xfffee0dd;
    private static final int MAX_DEPTH = 64;

    private final String name;
    private final boolean withPixels;

    DataSetParser(String name, boolean withPixels) {
        this.name = name;
        this.withPixels = withPixels;
    }

    /** Reads the elements of the file's own data set into the object. */
    void readAll(ByteSource in, Encoding encoding, DicomObject into) throws IOException, UnusableInputException {
        elements(in, encoding, new Scope(), 0, into);
        into.text(Tag.SpecificCharacterSet, "CS", CharacterSet.UTF_8_TERM);
    }

    /** Ends with the source, at the delimiter that closes an item, or before the pixel data. */
    private void elements(ByteSource in, Encoding announced, Scope scope, int depth, DicomObject into)
            throws IOException, UnusableInputException {
        Encoding encoding = announced.asFoundIn(in);
        while (in.has(8)) {
            int tag = in.peekTag(0, encoding.bigEndian());
            if (tag == ITEM_DELIMITER || tag == SEQUENCE_DELIMITER && depth == 0) {
                in.skip(8);
                if (depth > 0) {
                    return;
                }
            } else if (tag == SEQUENCE_DELIMITER || tag == Tag.PixelData && depth == 0 && !withPixels) {
                return;
            } else {
                DicomElement element = element(in, encoding, scope, depth);
                if (tag != 0) {
                    into.put(element);
                }
            }
        }
        demandOnlyPadding(in);
    }

    private DicomElement element(ByteSource in, Encoding encoding, Scope scope, int depth)
            throws IOException, UnusableInputException {
        int tag = in.tag(encoding.bigEndian());
        Vr vr = TagDictionary.vr(tag, scope.signedPixels());
        long length;
        if (encoding.explicit() && Vr.areCapitals(in.peek(0), in.peek(1))) {
            Vr named = Vr.of(in.peek(0), in.peek(1));
            vr = named == null ? vr : named;
            boolean longHeader = named != null && named.hasLongHeader();
            in.skip(longHeader ? 4 : 2);
            length = longHeader ? in.unsignedInt(encoding.bigEndian()) : in.unsignedShort(encoding.bigEndian());
        } else {
            length = in.unsignedInt(encoding.bigEndian());
        }
        if (length == UNDEFINED) {
            return undefinedLength(in, tag, vr, encoding, scope, depth);
        }
        return value(tag, vr, in.take(length), encoding, scope, depth);
    }

    private DicomElement undefinedLength(ByteSource in, int tag, Vr vr, Encoding encoding, Scope scope, int depth)
            throws IOException, UnusableInputException {
        if (tag == Tag.PixelData || vr == Vr.OB || vr == Vr.OW) {
            return DicomElement.encapsulated(tag, fragments(in, encoding));
        }
        // An unknown element of undefined length is implicit little endian whatever the file is (PS3.5 6.2.2, CP-246).
        Encoding inner = vr == Vr.UN ? Encoding.IMPLICIT : encoding;
        return DicomElement.sequence(tag, items(in, inner, scope, depth + 1));
    }

    private DicomElement value(int tag, Vr announced, byte[] raw, Encoding encoding, Scope scope, int depth)
            throws IOException, UnusableInputException {
        boolean unknown = announced == Vr.UN;
        Vr vr = unknown ? TagDictionary.vr(tag, scope.signedPixels()) : announced;
        Encoding inner = unknown ? Encoding.IMPLICIT : encoding;
        if (vr == Vr.SQ || vr == Vr.UN && startsWithItem(raw)) {
            return sequenceOrBytes(tag, raw, inner, scope, depth);
        }
        byte[] bytes = Padding.toEven(raw, vr);
        if (inner.bigEndian()) {
            ByteOrders.swap(bytes, vr.wordSize());
        }
        if (vr.isText()) {
            bytes = Padding.toEven(scope.characterSet().toUtf8(bytes, vr == Vr.PN), vr);
        }
        return remembered(DicomElement.of(tag, vr.name(), bytes), scope);
    }

    /** Bytes that are no items although the dictionary or the file calls them a sequence are kept as they are. */
    private DicomElement sequenceOrBytes(int tag, byte[] raw, Encoding encoding, Scope scope, int depth)
            throws IOException {
        try {
            ByteSource in = new ByteSource(raw, name);
            List<DicomObject> items = items(in, encoding, scope, depth + 1);
            demandOnlyPadding(in);
            return DicomElement.sequence(tag, items);
        } catch (UnusableInputException noSequence) {
            return DicomElement.of(tag, Vr.UN.name(), Padding.toEven(raw, Vr.UN));
        }
    }

    private List<DicomObject> items(ByteSource in, Encoding encoding, Scope scope, int depth)
            throws IOException, UnusableInputException {
        if (depth > MAX_DEPTH) {
            throw new UnusableInputException(name + " nests sequences more than " + MAX_DEPTH + " deep");
        }
        List<DicomObject> items = new ArrayList<>();
        while (in.has(8)) {
            int tag = in.tag(encoding.bigEndian());
            long length = in.unsignedInt(encoding.bigEndian());
            if (tag == SEQUENCE_DELIMITER) {
                break;
            }
            if (tag != ITEM) {
                throw unexpected(tag, "a sequence");
            }
            DicomObject item = new DicomObject();
            ByteSource content = length == UNDEFINED ? in : new ByteSource(in.take(length), name);
            elements(content, encoding, scope.inner(), depth, item);
            items.add(item);
        }
        return items;
    }

    private List<byte[]> fragments(ByteSource in, Encoding encoding) throws IOException, UnusableInputException {
        List<byte[]> fragments = new ArrayList<>();
        while (in.has(8)) {
            int tag = in.tag(encoding.bigEndian());
            long length = in.unsignedInt(encoding.bigEndian());
            if (tag == SEQUENCE_DELIMITER) {
                break;
            }
            if (tag != ITEM) {
                throw unexpected(tag, "compressed pixel data");
            }
            fragments.add(in.take(length));
        }
        return fragments;
    }

    private DicomElement remembered(DicomElement element, Scope scope) {
        if (element.tag() == Tag.SpecificCharacterSet) {
            DicomObject holder = new DicomObject().put(element);
            scope.characterSet(CharacterSet.of(holder.texts(Tag.SpecificCharacterSet)));
            return holder.text(Tag.SpecificCharacterSet, "CS", CharacterSet.UTF_8_TERM)
                    .element(Tag.SpecificCharacterSet).orElseThrow();
        }
        if (element.tag() == Tag.PixelRepresentation) {
            scope.signedPixels(element.bytes().length > 0 && element.bytes()[0] == 1);
        }
        return element;
    }

    private static boolean startsWithItem(byte[] raw) {
        return raw.length >= 8 && raw[0] == (byte) 0xfe && raw[1] == (byte) 0xff && raw[2] == 0 && raw[3] == (byte) 0xe0;
    }

    private void demandOnlyPadding(ByteSource in) throws IOException, UnusableInputException {
        for (int i = 0; in.peek(i) >= 0 && i < 8; i++) {
            if (in.peek(i) != 0) {
                throw in.cutOff(8);
            }
        }
    }

    private UnusableInputException unexpected(int tag, String where) {
        return new UnusableInputException(String.format("%s is damaged: unexpected tag (%04X,%04X) in %s", name, tag >>> 16,
                tag & 0xffff, where));
    }
}
