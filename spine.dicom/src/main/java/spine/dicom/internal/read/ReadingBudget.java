package spine.dicom.internal.read;

import spine.api.UnusableInputException;
import spine.dicom.DicomLimits;
import spine.dicom.internal.vr.TagDictionary;
import spine.dicom.internal.vr.Vr;

/** What is left of {@link DicomLimits} while one file is read. Whatever takes memory asks here first. */
final class ReadingBudget {
    private final DicomLimits limits;
    private final String name;
    private long elements;
    private long headerBytes;
    private long pixelBytes;
    private boolean exceeded;

    /** @param name names the file in messages */
    ReadingBudget(DicomLimits limits, String name) {
        this.limits = limits;
        this.name = name;
    }

    /** Whether anything was refused: then the file is not read, however much of it could be understood. */
    boolean isExceeded() {
        return exceeded;
    }

    /** An element, item or fragment. */
    void element() throws UnusableInputException {
        if (++elements > limits.elements()) {
            throw refusal("has more than " + limits.elements() + " elements; no more are read");
        }
    }

    /** @param depth 1 for the items of a sequence in the data set of the file itself */
    void nesting(int depth) throws UnusableInputException {
        if (depth > limits.nesting()) {
            throw refusal("nests sequences more than " + limits.nesting() + " deep");
        }
    }

    /** A value of the header, as announced. */
    void value(int tag, Vr vr, long length) throws UnusableInputException {
        if (length > limits.valueBytes() && !(isBulk(vr) && isBulk(TagDictionary.vr(tag, false)))) {
            throw refusal(String.format("is cut off, damaged or too large: its element (%04X,%04X) announces %d bytes, and at most %d of it"
                    + " are read", tag >>> 16, tag & 0xffff, length, limits.valueBytes()));
        }
        header(length);
    }

    /** Bytes of the header, as announced. */
    void header(long length) throws UnusableInputException {
        headerBytes += length;
        if (headerBytes > limits.headerBytes()) {
            throw refusal("is cut off or too large: more than " + (limits.headerBytes() >> 20) + " MB were announced besides its pixels");
        }
    }

    /** Bytes of pixels, as announced. */
    void pixels(long length) throws UnusableInputException {
        pixelBytes += length;
        if (pixelBytes > limits.pixelBytes()) {
            throw refusal("is cut off or too large: more than " + (limits.pixelBytes() >> 20) + " MB of pixels were announced");
        }
    }

    /** What nobody splits into texts or numbers. */
    private static boolean isBulk(Vr vr) {
        return switch (vr) {
            case OB, OD, OF, OL, OV, OW, SQ, UN -> true;
            default -> false;
        };
    }

    private UnusableInputException refusal(String reason) {
        exceeded = true;
        return new UnusableInputException(name + " " + reason);
    }
}
