package spine.io.dicom.internal.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import spine.dicom.DicomObject;
import spine.dicom.Tag;

/** Makes hostile variants of a study of two stations, at random from a seed: some of its files, or of their headers, are wrong. */
enum HostileStudy {
    EMPTY_FILES {
        @Override
        byte[] damage(byte[] whole, Random random) {
            return new byte[0];
        }
    },
    RANDOM_FILES {
        @Override
        byte[] damage(byte[] whole, Random random) {
            byte[] bytes = new byte[1 + random.nextInt(2 * whole.length)];
            random.nextBytes(bytes);
            return bytes;
        }
    },
    CUT_FILES {
        @Override
        byte[] damage(byte[] whole, Random random) {
            return Arrays.copyOf(whole, 1 + random.nextInt(whole.length - 1));
        }
    },
    WRONG_PLACES {
        @Override
        void write(Path folder, Random random, int victims) throws IOException {
            headers(folder, random, victims, (image, value) -> image.decimals(Tag.ImagePositionPatient, 100 * value, -80, 200));
        }
    },
    NO_PLACES {
        @Override
        void write(Path folder, Random random, int victims) throws IOException {
            headers(folder, random, victims, (image, value) -> image.text(Tag.ImagePositionPatient, "DS"));
        }
    },
    FAR_PLACES {
        @Override
        void write(Path folder, Random random, int victims) throws IOException {
            headers(folder, random, victims, (image, value) -> image.decimals(Tag.ImagePositionPatient, 0, 0, 1e6 * value));
        }
    },
    LARGE_PIXELS {
        @Override
        void write(Path folder, Random random, int victims) throws IOException {
            headers(folder, random, victims, (image, value) -> image.decimals(Tag.PixelSpacing, 500 * value, 500 * value));
        }
    },
    OTHER_PLANES {
        @Override
        void write(Path folder, Random random, int victims) throws IOException {
            headers(folder, random, victims, (image, value) -> image.decimals(Tag.ImageOrientationPatient, 1, 0, 0, 0, 0, -1));
        }
    },
    OTHER_PATIENT {
        @Override
        void write(Path folder, Random random, int victims) throws IOException {
            int tag = random.nextBoolean() ? Tag.PatientID : Tag.PatientName;
            headers(folder, random, victims, (image, value) -> image.text(tag, tag == Tag.PatientID ? "LO" : "PN", "OTHER" + value));
        }
    };

    static final int IMAGES = 24;

    /** Changes the header of an image. */
    private interface Change {

        /** @param value from 1, another for each image */
        void make(DicomObject image, int value);
    }

    /** The study as it was made. */
    static void writeIntact(Path folder) throws IOException {
        SyntheticSeries.stir(1).slices(IMAGES / 2).write(folder);
        SyntheticSeries.stir(2).slices(IMAGES / 2).top(-150).write(folder);
    }

    /** @param victims how many of its images are wrong, 1 to {@link #IMAGES} */
    void write(Path folder, Random random, int victims) throws IOException {
        writeIntact(folder);
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = new ArrayList<>(all.sorted().toList());
        }
        Collections.shuffle(files, random);
        for (Path file : files.subList(0, victims)) {
            Files.write(file, damage(Files.readAllBytes(file), random));
        }
    }

    byte[] damage(byte[] whole, Random random) {
        throw new UnsupportedOperationException();
    }

    private static void headers(Path folder, Random random, int victims, Change change) throws IOException {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < IMAGES; i++) {
            order.add(i);
        }
        Collections.shuffle(order, random);
        List<Integer> wrong = order.subList(0, victims);
        for (int series = 1; series <= 2; series++) {
            int first = (series - 1) * IMAGES / 2;
            SyntheticSeries.stir(series).slices(IMAGES / 2).top(series == 1 ? 200 : -150).each((slice, image) -> {
                if (wrong.contains(first + slice)) {
                    change.make(image, 1 + wrong.indexOf(first + slice));
                }
            }).write(folder);
        }
    }
}
