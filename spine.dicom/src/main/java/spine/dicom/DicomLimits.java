package spine.dicom;

/**
 * How much of a DICOM file is read. Each number is checked while the file is read, before memory is taken for what it announces: what lies
 * beyond is refused in one sentence. Whoever has another codec keeps to the same limits.
 *
 * @param nesting levels of sequences in sequences; structured reports, the deepest objects in use, have about ten
 * @param elements elements, items and fragments of the header and in its sequences; an enhanced MR image of 10,000 frames has 400,000
 * @param headerBytes of all values besides the pixels; MR headers have kilobytes, an encapsulated document or private data some megabytes
 * @param valueBytes of one value that is text or numbers, where another could not be split into its parts; in explicit files such a value
 *     has 64 kB (PS3.5 7.1.2), a lookup table as much
 * @param inflatedBytes of a deflated file (PS3.5 A.5), pixels included; it takes a second to inflate them
 * @param pixelBytes of pixels that are read into memory together with the header, such as the masks of a segmentation
 * @param samples of one frame, rows times columns times samples of a pixel; the largest MR matrix in use (2048 x 2048) has a quarter of it
 * @param waveletSamples the same for JPEG 2000, whose inverse transform takes several times the memory and time of other decoders
 * @param frames of one file; whole series of functional MR in one file have about 10,000
 * @param fragments of compressed pixels in one file
 * @param stackSlices of one station that is loaded; a sagittal STIR station has 10 to 30, an isotropic one 200
 * @param stackSamples of one station that is loaded, of 4 bytes each; 64 slices of 1024 x 1024
 */
public record DicomLimits(int nesting, int elements, long headerBytes, int valueBytes, long inflatedBytes, long pixelBytes, int samples,
        int waveletSamples, int frames, int fragments, int stackSlices, long stackSamples) {

    /**
     * The limits of this platform. They are chosen so that a file at any of them is read, or refused, by a process with 256 MB of memory,
     * and within a second of a processor of 2020; {@code LittleMemoryTest} of spine.io.dicom measures it. A whole station takes more,
     * {@code 4 * stackSamples} bytes.
     */
    public static final DicomLimits STANDARD = new DicomLimits(32, 600_000, 64L << 20, 1 << 20, 1L << 28, 1L << 27, 1 << 24, 1 << 22,
            1 << 14, 1 << 18, 1024, 1L << 26);
}
