package spine.common.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;

class LimitedInputTest {
    private static final byte[] BYTES = {1, 2, 3, 4};

    @Test
    void readsUpToTheLimit() throws IOException {
        assertArrayEquals(BYTES, limited(4).readAllBytes());
        assertEquals(1, limited(1).read());
    }

    @Test
    void failsBehindItInTheWordsOfTheReader() throws IOException {
        assertEquals("too much", assertThrows(ZipException.class, () -> limited(3).readAllBytes()).getMessage());
        LimitedInput one = limited(1);
        one.read();
        assertThrows(ZipException.class, one::read);
    }

    private static LimitedInput limited(long limit) {
        return new LimitedInput(new ByteArrayInputStream(BYTES), limit, () -> new ZipException("too much"));
    }
}
