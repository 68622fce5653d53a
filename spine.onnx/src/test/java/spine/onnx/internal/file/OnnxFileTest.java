package spine.onnx.internal.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import spine.onnx.internal.export.OnnxExport;
import spine.unet.network.UNetConfiguration;
import spine.unet.tck.RandomParameters;

@Timeout(value = 600, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OnnxFileTest {
    private static final byte[] FILE = OnnxExport.write(RandomParameters.of(new UNetConfiguration(3, 2, 2), 1));
    /** The tensor of scales that comes first, up to its values: dimensions 1, 1, 2... */
    private static final byte[] SCALES = {0x08, 0x04, 0x10, 0x01, 0x42, 0x05, 't', 'w', 'i', 'c', 'e', 0x4A, 0x10};
    /** The set of operators: no domain, version 13. */
    private static final byte[] OPERATORS = {0x42, 0x04, 0x0A, 0x00, 0x10, 0x0D};

    @Test
    void takesOurOwn() throws IOException {
        assertEquals(new OnnxFile(3, 2), OnnxFile.read(FILE));
        assertEquals(new OnnxFile(4, 7), OnnxFile.read(OnnxExport.write(RandomParameters.of(new UNetConfiguration(4, 3, 7), 2))));
    }

    @Test
    void refusesOperatorsThatAreNotListed() {
        assertRefused("the operator 'MaxPoot'", replaced("MaxPool", "MaxPoot"));
        assertRefused("does not end in a Softmax", replaced("Softmax", "Sigmoid"));
        assertRefused("version 12 of the operators", changed(OPERATORS, 5, 0x0C));
        assertRefused("version 99 of the operators", changed(OPERATORS, 5, 99));
    }

    @Test
    void refusesWhatReachesBeyondTheFile() {
        assertRefused("weights in another file", changed(SCALES, 11, 0x6A));
        assertRefused("model with the field 25", appended(0xCA, 0x01, 0x00));
        assertRefused("model with the field 20", appended(0xA2, 0x01, 0x00));
        assertRefused("domain 'a'", appended(0x42, 0x03, 0x0A, 0x01, 'a'));
    }

    @Test
    void refusesTensorsThatLie() {
        assertRefused("deny", changed(SCALES, 1, 0x05));
        assertRefused("data type 11", changed(SCALES, 3, 0x0B));
        int values = find(SCALES) + SCALES.length;
        assertRefused("with the value NaN", number(values + 8, Float.NaN));
        assertRefused("with the value -Infinity", number(values + 12, Float.NEGATIVE_INFINITY));
    }

    @Test
    void refusesShapesThatDoNotFit() {
        int values = find(SCALES) + SCALES.length;
        assertRefused("Mul that has inputs of the dimensions", number(values + 8, 4));
        assertRefused("scales for rows and columns of at most 16", number(values + 8, 1e9f));
        assertRefused("scales for rows and columns of at most 16", number(values, 1000));
        byte[] channels = {0x0A, 0x02, 0x08, 0x03};
        assertRefused("second of them 1 to 64", changed(channels, 3, 0x64));
        assertRefused("for a map of 4 channels", changed(channels, 3, 0x04));
    }

    @Test
    void refusesWhatIsNoOnnxFile() {
        assertRefused("version 0 of the operators", new byte[0]);
        assertRefused("damaged", Arrays.copyOf(FILE, FILE.length / 2));
        assertRefused("", "no ONNX file at all".getBytes(StandardCharsets.UTF_8));
    }

    /** Whatever is damaged, the answer is a network or a sentence. */
    @Test
    void damageIsRefusedOrHarmless() {
        Random random = new Random(1);
        for (int round = 0; round < 200; round++) {
            byte[] damaged = FILE.clone();
            for (int i = 0; i <= round % 3; i++) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            }
            try {
                OnnxFile.read(damaged);
            } catch (IOException refused) {
                assertTrue(refused.getMessage() != null && !refused.getMessage().contains("\n") && refused.getMessage().length() < 2000,
                        String.valueOf(refused.getMessage()));
            }
        }
    }

    private static void assertRefused(String expected, byte[] file) {
        String message = assertThrows(IOException.class, () -> OnnxFile.read(file)).getMessage();
        assertTrue(message.contains(expected), message);
    }

    private static byte[] replaced(String from, String to) {
        String text = new String(FILE, StandardCharsets.ISO_8859_1);
        assertTrue(text.contains(from));
        return text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** With one byte of the first place that is equal to the pattern changed. */
    private static byte[] changed(byte[] pattern, int at, int value) {
        byte[] file = FILE.clone();
        file[find(pattern) + at] = (byte) value;
        return file;
    }

    private static int find(byte[] pattern) {
        int at = new String(FILE, StandardCharsets.ISO_8859_1).indexOf(new String(pattern, StandardCharsets.ISO_8859_1));
        assertTrue(at >= 0, "the file has no such place");
        return at;
    }

    private static byte[] number(int at, float value) {
        byte[] file = FILE.clone();
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putFloat(at, value);
        return file;
    }

    private static byte[] appended(int... bytes) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(FILE);
        for (int value : bytes) {
            file.write(value);
        }
        return file.toByteArray();
    }
}
