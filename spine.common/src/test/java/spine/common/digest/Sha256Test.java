package spine.common.digest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Sha256Test {
    /** FIPS 180-4, example of one block. */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void bytesStreamFileAndPartsHaveOneDigest(@TempDir Path folder) throws IOException {
        byte[] abc = {'a', 'b', 'c'};
        assertEquals(ABC, Sha256.of(abc));
        assertEquals(ABC, Sha256.of(new ByteArrayInputStream(abc)));
        assertEquals(ABC, Sha256.of(Files.write(folder.resolve("abc"), abc)));
        assertEquals(ABC, HexFormat.of().formatHex(Sha256.newDigest().digest(abc)));
    }
}
