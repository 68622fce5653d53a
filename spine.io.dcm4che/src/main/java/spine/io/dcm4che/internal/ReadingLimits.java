package spine.io.dcm4che.internal;

import org.dcm4che3.data.ElementDictionary;
import org.dcm4che3.data.VR;
import spine.dicom.DicomLimits;

/** What is left of {@link DicomLimits} while one file is read. dcm4che itself follows nested sequences until its stack overflows. */
final class ReadingLimits {
    private static final DicomLimits LIMITS = DicomLimits.STANDARD;

    private final String name;
    private int depth;
    private long elements;
    private long headerBytes;
    private long pixelBytes;

    /** @param name names the file in messages */
    ReadingLimits(String name) {
        this.name = name;
    }

    /** An element, item or fragment. */
    void element() throws LimitExceededException {
        if (++elements > LIMITS.elements()) {
            throw new LimitExceededException(name + " has more than " + LIMITS.elements() + " elements; no more are read");
        }
    }

    /** A value of the header, as announced. */
    void value(int tag, VR vr, long length) throws LimitExceededException {
        if (length > LIMITS.valueBytes() && !(isBulk(vr) && isBulk(ElementDictionary.vrOf(tag, null)))) {
            throw new LimitExceededException(String.format("%s is cut off, damaged or too large: its element (%04X,%04X) announces %d "
                    + "bytes,"
                    + " and at most %d of it are read", name, tag >>> 16, tag & 0xffff, length, LIMITS.valueBytes()));
        }
        header(length);
    }

    /** Bytes of the header, as announced. */
    void header(long length) throws LimitExceededException {
        headerBytes += length;
        if (headerBytes > LIMITS.headerBytes()) {
            throw new LimitExceededException(name + " is cut off or too large: more than " + (LIMITS.headerBytes() >> 20)
                    + " MB were announced besides its pixels");
        }
    }

    /** Bytes of pixels, as announced. */
    void pixels(long length) throws LimitExceededException {
        pixelBytes += length;
        if (pixelBytes > LIMITS.pixelBytes()) {
            throw new LimitExceededException(name + " is cut off or too large: more than " + (LIMITS.pixelBytes() >> 20)
                    + " MB of pixels were announced");
        }
    }

    void enter() throws LimitExceededException {
        if (++depth > LIMITS.nesting()) {
            throw new LimitExceededException(name + " nests sequences more than " + LIMITS.nesting() + " deep");
        }
    }

    void leave() {
        depth--;
    }

    boolean atTop() {
        return depth == 0;
    }

    /** What nobody splits into texts or numbers. */
    private static boolean isBulk(VR vr) {
        return switch (vr) {
            case OB, OD, OF, OL, OV, OW, SQ, UN -> true;
            default -> false;
        };
    }
}
