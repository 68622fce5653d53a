package spine.io.dcm4che.internal;

import spine.dicom.DicomLimits;

/** What a file may take in depth and memory. dcm4che itself follows nested sequences until its stack overflows. */
final class ReadingLimits {
    private static final DicomLimits LIMITS = DicomLimits.STANDARD;
    /** What an element takes in memory besides its value. */
    private static final int ELEMENT = 128;
    /** What an item takes: dcm4che has a data set for each. */
    private static final int ITEM = 512;
    private static final long MOST_MEMORY = LIMITS.headerBytes() + (long) ELEMENT * LIMITS.elements();

    private final String name;
    private int depth;
    private long memory;

    /** @param name names the file in messages */
    ReadingLimits(String name) {
        this.name = name;
    }

    void element(long length) throws LimitExceededException {
        charge(ELEMENT + length);
    }

    void item() throws LimitExceededException {
        charge(ITEM);
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

    private void charge(long bytes) throws LimitExceededException {
        memory += bytes;
        if (memory > MOST_MEMORY) {
            throw new LimitExceededException(name + " is cut off or too large: more than " + (MOST_MEMORY >> 20)
                    + " MB were announced besides its pixels");
        }
    }
}
