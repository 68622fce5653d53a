package spine.stress.internal.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** How a good study becomes a hostile one. Every kind draws what it does from a random number generator. */
public enum HostileKind {
    /** Some files have no bytes, as after a full disk. */
    EMPTY_FILES {
        @Override
        void damage(List<Path> images, Random random) throws IOException {
            for (Path image : some(images, random)) {
                Files.write(image, new byte[0]);
            }
        }
    },
    /** Some files end early, as after a broken transfer. */
    CUT_FILES {
        @Override
        void damage(List<Path> images, Random random) throws IOException {
            for (Path image : some(images, random)) {
                byte[] bytes = Files.readAllBytes(image);
                Files.write(image, Arrays.copyOf(bytes, random.nextInt(bytes.length)));
            }
        }
    },
    /** Some files are noise. */
    NOISE {
        @Override
        void damage(List<Path> images, Random random) throws IOException {
            for (Path image : some(images, random)) {
                byte[] noise = new byte[1 + random.nextInt(100_000)];
                random.nextBytes(noise);
                Files.write(image, noise);
            }
        }
    },
    /** Bits are flipped in tag, representation or length of elements, not in values: what a value should be nobody can know. */
    FLIPPED_BITS {
        @Override
        void damage(List<Path> images, Random random) throws IOException {
            for (Path image : some(images, random)) {
                DicomFile file = DicomFile.read(image);
                file.flip(random);
                file.write(image);
            }
        }
    },
    /** A file of a few kB that inflates to some 100 MB. */
    DEFLATED_BOMB {
        @Override
        void damage(List<Path> images, Random random) throws IOException {
            int side = 8_000 + random.nextInt(6_000);
            Path image = one(images, random);
            DicomFile file = DicomFile.read(image);
            file.number(DicomFile.ROWS, side);
            file.number(DicomFile.COLUMNS, side);
            file.writeDeflated(image, 2L * side * side);
        }
    },
    /** Sequences in sequences. */
    NESTED {
        @Override
        void damage(List<Path> images, Random random) throws IOException {
            int levels = 40 + random.nextInt(4_000);
            int bytes = levels * (DicomFile.LONG_HEADER + DicomFile.SHORT_HEADER) - DicomFile.LONG_HEADER;
            ByteBuffer nested = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
            for (int level = 0; level < levels; level++) {
                if (level > 0) {
                    nested.putShort((short) 0x0040).putShort((short) 0xA730).put((byte) 'S').put((byte) 'Q').putShort((short) 0)
                            .putInt(nested.remaining() - Integer.BYTES);
                }
                nested.putShort((short) 0xFFFE).putShort((short) 0xE000).putInt(nested.remaining() - Integer.BYTES);
            }
            Path image = one(images, random);
            DicomFile file = DicomFile.read(image);
            file.element(CONTENT_SEQUENCE, "SQ", nested.array());
            file.write(image);
        }
    },
    /** Very many elements of no length. */
    TINY_ELEMENTS {
        @Override
        void damage(List<Path> images, Random random) throws IOException {
            int count = 200_000 + random.nextInt(800_000);
            ByteArrayOutputStream item = new ByteArrayOutputStream();
            ByteBuffer header = ByteBuffer.allocate(DicomFile.SHORT_HEADER).order(ByteOrder.LITTLE_ENDIAN);
            header.putShort((short) 0xFFFE).putShort((short) 0xE000).putInt(count * DicomFile.SHORT_HEADER);
            item.write(header.array());
            for (int i = 0; i < count; i++) {
                header.clear();
                header.putShort((short) (0x0041 + 2 * (i >>> 15))).putShort((short) (0x1000 + (i & 0x7FFF))).put((byte) 'L').put((byte) 'O')
                        .putShort((short) 0);
                item.write(header.array());
            }
            Path image = one(images, random);
            DicomFile file = DicomFile.read(image);
            file.element(CONTENT_SEQUENCE, "SQ", item.toByteArray());
            file.write(image);
        }
    },
    /** Rows and columns that promise far more pixels than there are. */
    HUGE_IMAGE {
        @Override
        void damage(List<Path> images, Random random) throws IOException {
            for (Path image : some(images, random)) {
                DicomFile file = DicomFile.read(image);
                file.number(DicomFile.ROWS, 20_000 + random.nextInt(45_000));
                file.number(DicomFile.COLUMNS, 20_000 + random.nextInt(45_000));
                file.write(image);
            }
        }
    },
    /** A pixel spacing that no scanner has, in all images. */
    ODD_SPACING {
        @Override
        void damage(List<Path> images, Random random) throws IOException {
            String spacing = pick(random, "10\\10", "0\\0", "-1\\1", "NaN\\NaN", "1e-9\\1e-9", "1e9\\1e9", "0.5", "a\\b", "");
            for (Path image : images) {
                DicomFile file = DicomFile.read(image);
                file.text(DicomFile.PIXEL_SPACING, "DS", spacing);
                file.write(image);
            }
        }
    },
    /** Images of two patients under one study. */
    MIXED_PATIENTS {
        @Override
        void damage(List<Path> images, Random random) throws IOException {
            for (Path image : some(images, random)) {
                DicomFile file = DicomFile.read(image);
                file.text(DicomFile.PATIENT_ID, "LO", "OTHER-" + random.nextInt(1000));
                file.text(DicomFile.PATIENT_NAME, "PN", SECRET_NAME);
                file.write(image);
            }
        }
    },
    /** The study or the series says in no image which one it is. */
    MISSING_UIDS {
        @Override
        void damage(List<Path> images, Random random) throws IOException {
            int tag = random.nextBoolean() ? DicomFile.STUDY_UID : DicomFile.SERIES_UID;
            boolean empty = random.nextBoolean();
            for (Path image : images) {
                DicomFile file = DicomFile.read(image);
                if (empty) {
                    file.text(tag, "UI", "");
                } else {
                    file.remove(tag);
                }
                file.write(image);
            }
        }
    },
    /** A StudyInstanceUID that leads elsewhere or is no name for a folder. */
    PATH_UID {
        @Override
        void damage(List<Path> images, Random random) throws IOException {
            String uid = pick(random, "../../" + ESCAPED, "/tmp/" + ESCAPED, "..", "con", "a".repeat(300), "1.2.3/../../4", "=1+2",
                    ".hidden", "studies.csv", "\u001b[31m1.2") + random.nextInt(1000);
            for (Path image : images) {
                DicomFile file = DicomFile.read(image);
                file.text(DicomFile.STUDY_UID, "UI", uid);
                file.write(image);
            }
        }
    },
    /** Escape sequences, formulas, markup and very long text in what reports and tables may show. */
    HOSTILE_TEXT {
        @Override
        void damage(List<Path> images, Random random) throws IOException {
            String text = pick(random, "\u001b[2J\u001b]0;owned\u0007", "=HYPERLINK(\"http://x\",\"y\")", "+1+2", "@SUM(A1)",
                    "<script>alert(1)</script>", "x".repeat(300), "a\r\nspine: all is well", "\u202Eevil", "{{{study}}}",
                    "'; DROP TABLE x; --");
            for (Path image : images) {
                DicomFile file = DicomFile.read(image);
                file.text(DicomFile.SERIES_DESCRIPTION, "LO", text);
                file.text(DicomFile.MANUFACTURER, "LO", text);
                file.write(image);
            }
        }
    };

    /** The name of a patient, which nothing may print. */
    public static final String SECRET_NAME = "SOAKED^SECRET";
    /** Begins the name of what lies outside of the results, if anything does. */
    public static final String ESCAPED = "soak-escaped";
    private static final int CONTENT_SEQUENCE = 0x0040A730;

    /** @param images files of the study's large series, at least one */
    abstract void damage(List<Path> images, Random random) throws IOException;

    private static Path one(List<Path> images, Random random) {
        return images.get(random.nextInt(images.size()));
    }

    /** One, some or all of them. */
    private static List<Path> some(List<Path> images, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> List.of(one(images, random));
            case 1 -> images;
            default -> images.stream().filter(image -> random.nextInt(4) == 0).toList();
        };
    }

    private static String pick(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
