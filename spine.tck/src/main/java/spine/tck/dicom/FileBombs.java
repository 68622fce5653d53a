package spine.tck.dicom;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import spine.dicom.DicomObject;
import spine.dicom.SopClass;
import spine.dicom.Tag;
import spine.dicom.TransferSyntax;

/**
 * DICOM files made to exhaust whoever reads them, in many variants of each kind, as MR images of studies of their own. None takes more than
 * 92 MB to write, and none can be scored: whoever reads one of them refuses it in a sentence, or finds that there is no image to use. What
 * announces gigabytes and has them is a sparse file.
 */
public final class FileBombs {
    private static final int SEQUENCE = 0x0040A730;
    private static final int PER_FRAME_GROUPS = 0x52009230;
    private static final int PRIVATE = 0x40011001;
    private static final int MEGABYTE = 1 << 20;
    private static final int[] DEPTHS = {30, 33, 60, 200, 1000, 5000};
    private static final List<String> COMPRESSED = Stream.of("5", "4.50", "4.51", "4.57", "4.70", "4.80", "4.81", "4.90", "4.91")
            .map("1.2.840.10008.1.2."::concat).toList();

    private final Path folder;
    private final List<Path> files = new ArrayList<>();

    private FileBombs(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes all of them, which takes some seconds and 300 MB.
     *
     * @return the files, each named by its kind
     */
    public static List<Path> write(Path folder) throws IOException {
        FileBombs bombs = new FileBombs(Files.createDirectories(folder));
        bombs.deflated();
        bombs.nested();
        bombs.tinyElements();
        bombs.longValues();
        bombs.hugeImages();
        bombs.manyFrames();
        return List.copyOf(bombs.files);
    }

    private void deflated() throws IOException {
        deflated("deflated-pixels", explicit(image(22_000, 22_000)).header(Tag.PixelData, "OW", 968_000_000), new byte[MEGABYTE], 924);
        deflated("deflated-frames", explicit(image(512, 512).integers(Tag.NumberOfFrames, 10_000)).header(Tag.PixelData, "OW", 0xfffffff0L),
                new byte[MEGABYTE], 4096);
        deflated("deflated-value", explicit(image(8, 8)).header(PRIVATE, "OB", 1 << 30), new byte[MEGABYTE], 1024);
        deflated("deflated-items", explicit(image(8, 8)).header(SEQUENCE, "SQ", RawElements.UNDEFINED), items(MEGABYTE), 1024);
        deflated("deflated-elements", explicit(image(8, 8)), tiny(0, MEGABYTE / 8), 1024);
        deflated("deflated-sequences", explicit(image(8, 8)), explicitElements().header(SEQUENCE, "SQ", RawElements.UNDEFINED)
                .item(RawElements.UNDEFINED).toByteArray(), 4096);
    }

    /** 0.4 MB in each, at the bottom. */
    private void nested() throws IOException {
        byte[] inner = explicitElements().header(PRIVATE, "OB", 400_000).raw(new byte[400_000]).toByteArray();
        for (int depth : DEPTHS) {
            for (String vr : List.of("SQ", "UN")) {
                file("nested-" + depth + "-" + vr + "-defined", levels(depth, vr, inner.length).raw(inner).toByteArray());
                file("nested-" + depth + "-" + vr + "-undefined", levels(depth, vr, -1).raw(inner).toByteArray());
                file("nested-" + depth + "-" + vr + "-short",
                        levels(depth, vr, inner.length).raw(Arrays.copyOf(inner, 1000)).toByteArray());
            }
        }
    }

    /** @param inner bytes at the bottom, negative for levels of undefined length, which are not closed */
    private static RawElements levels(int depth, String vr, int inner) {
        RawElements elements = explicit(image(8, 8));
        for (int level = depth - 1; level >= 0; level--) {
            long item = inner + 20L * level;
            elements.header(SEQUENCE, vr, inner < 0 ? RawElements.UNDEFINED : item + 8).item(inner < 0 ? RawElements.UNDEFINED : item);
        }
        return elements;
    }

    /** Eleven million elements of 8 bytes; and as many as are read, each with a value, so that all limits are nearly reached. */
    private void tinyElements() throws IOException {
        try (OutputStream out = open("most-elements", TransferSyntax.EXPLICIT_LITTLE_ENDIAN, explicit(image(8, 8)))) {
            byte[] value = new byte[100];
            ByteBuffer element = ByteBuffer.allocate(8 + value.length).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i < 590_000; i++) {
                element.clear().putShort((short) (0x4003 + 2 * (i >> 15))).putShort((short) (i | 0x8000)).put((byte) 'L').put((byte) 'O')
                        .putShort((short) value.length).put(value);
                out.write(element.array());
            }
        }
        try (OutputStream out = open("tiny-elements", TransferSyntax.EXPLICIT_LITTLE_ENDIAN, explicit(image(8, 8)))) {
            for (int i = 0; i < 352; i++) {
                out.write(tiny(i, 1 << 15));
            }
        }
        try (OutputStream out = open("tiny-items", TransferSyntax.EXPLICIT_LITTLE_ENDIAN,
                explicit(image(8, 8)).header(SEQUENCE, "SQ", RawElements.UNDEFINED))) {
            for (int i = 0; i < 16; i++) {
                out.write(items(MEGABYTE));
            }
        }
        try (OutputStream out = open("tiny-fragments", COMPRESSED.get(0),
                explicit(image(8, 8)).header(Tag.PixelData, "OB", RawElements.UNDEFINED))) {
            for (int i = 0; i < 16; i++) {
                out.write(items(MEGABYTE));
            }
        }
        file("some-fragments", COMPRESSED.get(0), explicit(image(8, 8).integers(Tag.NumberOfFrames, 1000))
                .header(Tag.PixelData, "OB", RawElements.UNDEFINED).raw(items(8 * 200_000)).toByteArray());
    }

    private void longValues() throws IOException {
        for (String vr : List.of("UN", "OB", "OW", "UT", "UC", "SQ")) {
            file("announced-" + vr, explicit(image(8, 8)).header(PRIVATE, vr, 0xfffffffeL).raw(new byte[1024]).toByteArray());
            sparse("there-" + vr, explicit(image(8, 8)).header(PRIVATE, vr, 3L << 30), 3L << 30);
        }
        sparse("fragments-there", explicit(image(8, 8)).header(PRIVATE, "OB", RawElements.UNDEFINED).item(0).item(3L << 30), 3L << 30);
        byte[] separators = new byte[40 * MEGABYTE];
        Arrays.fill(separators, (byte) '\\');
        RawElements implicit = new RawElements(Encoding.IMPLICIT, true).add(image(8, 8));
        file("many-values", TransferSyntax.IMPLICIT_LITTLE_ENDIAN, implicit.header(Tag.ImagePositionPatient, "DS", separators.length)
                .raw(separators).toByteArray());
        for (String vr : List.of("OB", "UN", "UT")) {
            file("many-values-as-" + vr, explicit(image(8, 8)).header(Tag.ImageOrientationPatient, vr, 2 * MEGABYTE)
                    .raw(Arrays.copyOf(separators, 2 * MEGABYTE)).toByteArray());
        }
        sparse("many-numbers", new RawElements(Encoding.IMPLICIT, true).add(image(8, 8)).header(Tag.Rows, "US", 60L << 20), 60L << 20);
    }

    private void hugeImages() throws IOException {
        byte[] stream = new byte[1024];
        Arrays.fill(stream, (byte) 0xff);
        for (String syntax : COMPRESSED) {
            file("huge-" + syntax, syntax, explicit(image(65_535, 65_535)).header(Tag.PixelData, "OB", RawElements.UNDEFINED).item(0)
                    .item(stream.length).raw(stream).endOfSequence().toByteArray());
        }
        file("huge-announced", explicit(image(65_535, 65_535)).header(Tag.PixelData, "OW", 0xfffffffeL).raw(stream).toByteArray());
        file("huge-none", explicit(image(65_535, 65_535)).header(Tag.PixelData, "OW", 0).toByteArray());
        sparse("huge-there", explicit(image(40_000, 40_000)).header(Tag.PixelData, "OW", 3_200_000_000L), 3_200_000_000L);
        file("fewer-than-announced", explicit(image(512, 512)).header(Tag.PixelData, "OW", 512 * 512 * 2).raw(stream).toByteArray());
    }

    private void manyFrames() throws IOException {
        DicomObject enhanced = image(64, 64).text(Tag.SOPClassUID, "UI", SopClass.ENHANCED_MR_IMAGE_STORAGE)
                .integers(Tag.NumberOfFrames, 1_000_000);
        file("frames-announced", explicit(enhanced).header(Tag.PixelData, "OW", 0xfffffffeL).raw(new byte[1024]).toByteArray());
        byte[] groups = items(8 * 1_000_000);
        file("frames-described", explicit(enhanced).header(PER_FRAME_GROUPS, "SQ", groups.length).raw(groups).toByteArray());
        file("frames-described-open", explicit(enhanced).header(PER_FRAME_GROUPS, "SQ", RawElements.UNDEFINED).raw(groups).endOfSequence()
                .toByteArray());
        deflated("frames-deflated", explicit(enhanced).header(PER_FRAME_GROUPS, "SQ", groups.length), items(8 * 10_000), 100);
        byte[] fewer = items(8 * 500_000);
        file("frames-half", explicit(enhanced.integers(Tag.NumberOfFrames, 500_000)).header(PER_FRAME_GROUPS, "SQ", fewer.length).raw(fewer)
                .toByteArray());
        byte[] few = items(8 * 16_000);
        file("frames-without-bytes", explicit(enhanced.integers(Tag.NumberOfFrames, 16_000)).header(PER_FRAME_GROUPS, "SQ", few.length)
                .raw(few).toByteArray());
    }

    /** A study of its own. */
    private static DicomObject image(int rows, int columns) {
        String uid = "1.2.826.0.1.3680043.66." + rows + "." + columns;
        return new DicomObject().text(Tag.SOPClassUID, "UI", SopClass.MR_IMAGE_STORAGE).text(Tag.SOPInstanceUID, "UI", uid + ".1.1")
                .text(Tag.Modality, "CS", "MR").text(Tag.StudyInstanceUID, "UI", uid).text(Tag.SeriesInstanceUID, "UI", uid + ".1")
                .text(Tag.PhotometricInterpretation, "CS", "MONOCHROME2").unsignedShorts(Tag.SamplesPerPixel, 1)
                .unsignedShorts(Tag.Rows, rows).unsignedShorts(Tag.Columns, columns).unsignedShorts(Tag.BitsAllocated, 16)
                .unsignedShorts(Tag.BitsStored, 16).unsignedShorts(Tag.HighBit, 15).unsignedShorts(Tag.PixelRepresentation, 0);
    }

    private static RawElements explicitElements() {
        return new RawElements(Encoding.EXPLICIT, true);
    }

    private static RawElements explicit(DicomObject header) {
        return explicitElements().add(header);
    }

    /** Elements without a value, of other tags for each number. */
    private static byte[] tiny(int number, int count) {
        ByteBuffer elements = ByteBuffer.allocate(8 * count).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            elements.putShort((short) (0x4003 + 2 * number)).putShort((short) (i | 0x8000)).put((byte) 'U').put((byte) 'S')
                    .putShort((short) 0);
        }
        return elements.array();
    }

    private static byte[] items(int length) {
        ByteBuffer items = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (items.hasRemaining()) {
            items.putInt(0xe000fffe).putInt(0);
        }
        return items.array();
    }

    private void file(String name, byte[] dataSet) throws IOException {
        file(name, TransferSyntax.EXPLICIT_LITTLE_ENDIAN, dataSet);
    }

    private void file(String name, String syntax, byte[] dataSet) throws IOException {
        Files.write(path(name), RawFile.of(syntax, dataSet));
    }

    private OutputStream open(String name, String syntax, RawElements begin) throws IOException {
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(path(name)));
        out.write(RawFile.of(syntax, begin.toByteArray()));
        return out;
    }

    /** @param repeated what follows the elements that many times */
    private void deflated(String name, RawElements begin, byte[] repeated, int times) throws IOException {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        stream.writeBytes(RawFile.deflated(begin.toByteArray()));
        byte[] piece = RawFile.deflated(repeated);
        for (int i = 0; i < times; i++) {
            stream.writeBytes(piece);
        }
        file(name, TransferSyntax.DEFLATED, stream.toByteArray());
    }

    /** @param zeros bytes that follow the elements and take no place */
    private void sparse(String name, RawElements begin, long zeros) throws IOException {
        byte[] start = RawFile.of(begin.isExplicit() ? TransferSyntax.EXPLICIT_LITTLE_ENDIAN : TransferSyntax.IMPLICIT_LITTLE_ENDIAN,
                begin.toByteArray());
        try (RandomAccessFile file = new RandomAccessFile(path(name).toFile(), "rw")) {
            file.write(start);
            file.setLength(start.length + zeros);
        }
    }

    private Path path(String name) {
        Path file = folder.resolve(name + ".dcm");
        files.add(file);
        return file;
    }
}
