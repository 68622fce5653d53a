package spine.tck.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import spine.api.UnusableInputException;
import spine.dicom.DicomCodec;
import spine.dicom.DicomFile;
import spine.dicom.DicomObject;
import spine.dicom.codec.DecodedImages;
import spine.dicom.codec.NativeDicomCodec;
import spine.dicom.pixel.DicomImage;

/** The part of the contract that deals with what no codec expects: damage, malice, crowds, and the files of others. */
@Timeout(value = 300, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
abstract class ToughInputContract {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long MOST_BYTES = 256L << 20;
    private static final int DAMAGES = 2000;

    @TempDir
    Path folder;

    private final DicomCodec codec = create();

    /** A new codec. */
    protected abstract DicomCodec create();

    @Test
    final void whatIsCutOffIsNamedOrHarmless() throws Exception {
        byte[] whole = RawFile.of(Encoding.EXPLICIT, SampleDataSet.image(), true);
        int refused = 0;
        for (int length = 0; length < whole.length; length++) {
            refused += refusal(Arrays.copyOf(whole, length)).isPresent() ? 1 : 0;
        }
        assertTrue(refused > whole.length * 3 / 4, refused + " of " + whole.length + " refused");
    }

    @Test
    final void whatIsDamagedIsReadOrRefusedInOneSentence() throws Exception {
        Random random = new Random(7);
        for (int i = 0; i < DAMAGES; i++) {
            byte[] bytes = RawFile.of(Encoding.values()[i % 4], SampleDataSet.image(), i % 8 < 4);
            for (int changes = 1 + i % 5; changes > 0; changes--) {
                bytes[132 + random.nextInt(bytes.length - 132)] = (byte) (random.nextInt(4) == 0 ? 0xff : random.nextInt(256));
            }
            refusal(bytes);
        }
    }

    @ParameterizedTest
    @EnumSource
    final void whatIsHostileTakesLittleMemory(HostileFile hostile) throws Exception {
        Path file = Files.write(folder.resolve("hostile"), hostile.bytes());
        long before = allocated();
        try (DicomFile opened = codec.open(file)) {
            assertTrue(hostile.mayBeOpened(), hostile + " was opened: " + opened.name());
        } catch (UnusableInputException reason) {
            assertSentence(reason, file.toString());
        }
        long bytes = allocated() - before;
        assertTrue(bytes <= MOST_BYTES, hostile + " took " + (bytes >> 20) + " MB");
        try (var in = Files.newInputStream(file)) {
            codec.read(in, "hostile", false);
        } catch (UnusableInputException reason) {
            assertSentence(reason, "hostile");
        }
    }

    @Test
    final void manyThreadsReadWhatOneReads() throws Exception {
        List<byte[]> files = new ArrayList<>();
        for (Encoding encoding : Encoding.values()) {
            files.add(RawFile.of(encoding, SampleDataSet.image(), true));
        }
        List<Callable<Void>> work = Collections.nCopies(200, () -> {
            for (byte[] file : files) {
                DicomObject read = read(file, true);
                DataSetComparison.assertSame(SampleDataSet.image(), read, "one of several threads");
                assertArrayEquals(write(SampleDataSet.image()), write(read));
            }
            return null;
        });
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (Future<Void> one : threads.invokeAll(work)) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Files of other projects: the same data set and the same pixels as by spine's own codec, or refused by both. */
    @Test
    final void realFilesAreReadAsBySpine() throws Exception {
        NativeDicomCodec reference = new NativeDicomCodec();
        for (Path file : CorpusFiles.all()) {
            String name = file.getFileName().toString();
            Optional<DicomObject> expected = readable(() -> reference.read(file, true));
            Optional<DicomObject> actual = readable(() -> codec.read(file, true));
            assertEquals(expected.isPresent(), actual.isPresent(), name + " is readable");
            if (expected.isPresent()) {
                DataSetComparison.assertSame(expected.get(), actual.get(), name);
            }
            assertEquals(readable(() -> pixels(reference, file)), readable(() -> pixels(codec, file)), "pixels of " + name);
        }
    }

    private static List<Integer> pixels(DicomCodec codec, Path file) throws IOException, UnusableInputException {
        List<Integer> frames = new ArrayList<>();
        try (DicomImage image = new DecodedImages(codec).open(file)) {
            for (int frame = 0; frame < image.frames(); frame++) {
                frames.add(Arrays.hashCode(image.cells(frame).cells()));
            }
        }
        return frames;
    }

    private static <T> Optional<T> readable(Callable<T> reading) throws Exception {
        try {
            return Optional.of(reading.call());
        } catch (UnusableInputException refused) {
            return Optional.empty();
        }
    }

    private Optional<String> refusal(byte[] file) throws IOException {
        try {
            read(file, true);
            return Optional.empty();
        } catch (UnusableInputException reason) {
            assertSentence(reason, "sample");
            return Optional.of(reason.getMessage());
        }
    }

    private static void assertSentence(UnusableInputException reason, String name) {
        String sentence = reason.getMessage();
        assertTrue(sentence.startsWith(name + " ") && sentence.indexOf('\n') < 0 && !sentence.contains("Exception"), sentence);
    }

    private static long allocated() {
        return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    final DicomCodec codec() {
        return codec;
    }

    final byte[] write(DicomObject object) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        codec.write(object, out);
        return out.toByteArray();
    }

    final DicomObject read(byte[] file, boolean withPixels) throws IOException, UnusableInputException {
        return codec.read(new ByteArrayInputStream(file), "sample", withPixels);
    }
}
