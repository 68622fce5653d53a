package spine.deploy.internal.archive;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spine.deploy.internal.Rejection;
import spine.deploy.internal.TestBundle;

/** Where the list of entries says that they lie. The first of these was found by {@code .ci/fuzz}, and ended in an exception. */
class EntryOffsetTest {
    private static final int HEADER = 0x02014b50;
    private static final int LENGTH = 20;
    private static final int OFFSET = 42;

    @TempDir
    private Path folder;

    @Test
    void whatLiesBehindTheEndIsRefused() throws Exception {
        byte[] jar = Files.readAllBytes(new TestBundle("acme.index", "1.0.0").write(folder.resolve("a.jar")));
        for (int offset : new int[] {0x0006009f, Integer.MAX_VALUE, -1, -2, 1, jar.length}) {
            for (int length : new int[] {11_097, Integer.MAX_VALUE, -1, 0}) {
                ByteBuffer zip = ByteBuffer.wrap(jar.clone()).order(ByteOrder.LITTLE_ENDIAN);
                int first = header(zip, 0);
                zip.putInt(first + LENGTH, length).putInt(header(zip, first + 1) + OFFSET, offset);
                String reason = assertThrows(Rejection.class, () -> new ArchiveValidator(16).check(zip)).getMessage();
                assertTrue(reason.endsWith("."), reason);
            }
        }
    }

    private static int header(ByteBuffer zip, int from) {
        int at = from;
        while (zip.getInt(at) != HEADER) {
            at++;
        }
        return at;
    }
}
