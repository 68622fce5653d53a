package spine.jobs.internal.spool;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

import spine.api.UnusableInputException;
import spine.dicom.DicomCodec;
import spine.dicom.DicomElement;
import spine.dicom.DicomFile;
import spine.dicom.DicomObject;
import spine.dicom.PixelData;
import spine.dicom.Tag;

/**
 * Whether two files have the same data set in different encodings, as archives send it that have converted it. Compressed pixels are the
 * same only in the same bytes.
 */
final class SameImage {
    private static final int CHUNK = 1 << 20;

    private SameImage() {
    }

    static boolean of(Path one, Path other, DicomCodec codec) throws IOException {
        try (DicomFile first = codec.open(one); DicomFile second = codec.open(other)) {
            return sameElements(first.header(), second.header()) && samePixels(first, second);
        } catch (UnusableInputException unreadable) {
            return false;
        }
    }

    private static boolean sameElements(DicomObject one, DicomObject other) {
        Iterator<DicomElement> rest = compared(other).iterator();
        for (DicomElement element : compared(one)) {
            if (!rest.hasNext() || !same(element, rest.next())) {
                return false;
            }
        }
        return !rest.hasNext();
    }

    private static boolean same(DicomElement one, DicomElement other) {
        if (one.tag() != other.tag() || (one.items() == null) != (other.items() == null) || !Arrays.equals(one.bytes(), other.bytes())) {
            return false;
        }
        if (one.items() == null) {
            return true;
        }
        boolean same = one.items().size() == other.items().size();
        for (int i = 0; same && i < one.items().size(); i++) {
            same = sameElements(one.items().get(i), other.items().get(i));
        }
        return same;
    }

    /** Without what belongs to the encoding: file meta information, group lengths, character set (the codec makes all text UTF-8). */
    private static List<DicomElement> compared(DicomObject object) {
        return object.elements().stream().filter(element -> element.tag() >>> 16 != 2 && (element.tag() & 0xffff) != 0
                && element.tag() != Tag.SpecificCharacterSet).toList();
    }

    private static boolean samePixels(DicomFile one, DicomFile other) throws UnusableInputException, IOException {
        if (one.pixelData().isEmpty() || other.pixelData().isEmpty()) {
            return one.pixelData().isEmpty() && other.pixelData().isEmpty();
        }
        PixelData first = one.pixelData().get();
        PixelData second = other.pixelData().get();
        if (first.isEncapsulated() != second.isEncapsulated() || first.fragments() != second.fragments()) {
            return false;
        }
        for (int fragment = 0; fragment < first.fragments(); fragment++) {
            if (!sameFragment(first, second, fragment)) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameFragment(PixelData one, PixelData other, int fragment) throws UnusableInputException, IOException {
        long length = one.length(fragment);
        if (length != other.length(fragment)) {
            return false;
        }
        for (long done = 0; done < length; done += CHUNK) {
            int count = (int) Math.min(CHUNK, length - done);
            if (!Arrays.equals(one.read(fragment, done, count), other.read(fragment, done, count))) {
                return false;
            }
        }
        return true;
    }
}
