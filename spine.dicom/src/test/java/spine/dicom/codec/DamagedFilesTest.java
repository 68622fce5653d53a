package spine.dicom.codec;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import spine.api.UnusableInputException;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;

/** Real files, cut and altered at random from a fixed seed: the codec reads them or names the reason, and never hangs. */
class DamagedFilesTest {
    private static final int LARGEST = 12_000;
    private static final int ROUNDS = 12;

    private final NativeDicomCodec codec = new NativeDicomCodec();
    private int refused;

    @Test
    void damageIsNeverMoreThanAReason() throws IOException {
        Random random = new Random(7);
        List<Path> files = SharedData.files();
        assertTimeoutPreemptively(Duration.ofMinutes(5), () -> {
            for (Path file : files) {
                byte[] whole = Files.readAllBytes(file);
                if (whole.length <= LARGEST) {
                    for (int round = 0; round < ROUNDS; round++) {
                        read(damaged(whole, random), file + " round " + round);
                    }
                }
            }
        });
        assertTrue(refused > 100, refused + " refused");
    }

    private void read(byte[] bytes, String name) throws IOException {
        try {
            touch(codec.read(new ByteArrayInputStream(bytes), name, true));
        } catch (UnusableInputException reason) {
            refused++;
            assertTrue(reason.getMessage().startsWith(name), reason.getMessage());
        } catch (RuntimeException bug) {
            throw new AssertionError(name, bug);
        }
    }

    /** Looks at the values in the ways that a reader does. */
    private static void touch(DicomObject object) {
        for (DicomElement element : object.elements()) {
            if (element.bytes() != null && element.bytes().length < 1000) {
                object.texts(element.tag());
                object.numbers(element.tag());
            }
            object.items(element.tag()).forEach(DamagedFilesTest::touch);
        }
    }

    private static byte[] damaged(byte[] whole, Random random) {
        byte[] bytes = Arrays.copyOf(whole, random.nextInt(3) == 0 ? random.nextInt(whole.length) : whole.length);
        // Headers are at the beginning: most changes go there.
        int reach = Math.max(1, random.nextBoolean() ? Math.min(bytes.length, 600) : bytes.length);
        for (int i = random.nextInt(6); i > 0 && bytes.length > 0; i--) {
            bytes[random.nextInt(reach)] = (byte) (random.nextInt(4) == 0 ? 0xff : random.nextInt(256));
        }
        return bytes;
    }
}
