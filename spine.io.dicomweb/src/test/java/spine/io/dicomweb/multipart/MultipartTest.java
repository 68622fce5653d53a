package spine.io.dicomweb.multipart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartTest {
    private static final MultipartLimits SMALL = new MultipartLimits(5, 1000, 200);

    /** Contents that look like boundaries, read in pieces of every size. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 39, 40, 41, 65_535, 65_536, 1_000_000})
    void partsComeOutAsTheyWentIn(int piece) throws IOException {
        String boundary = "b".repeat(30);
        Random random = new Random(piece);
        byte[] noise = new byte[200_000];
        random.nextBytes(noise);
        List<byte[]> contents = List.of(new byte[0], "\r\n".getBytes(StandardCharsets.US_ASCII), noise,
                ("\r\n--" + "b".repeat(29)).repeat(3000).getBytes(StandardCharsets.US_ASCII), ("--" + boundary)
                .getBytes(StandardCharsets.US_ASCII),
                "\r\r\n\r\n-\r\n--".getBytes(StandardCharsets.US_ASCII));
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        try (MultipartWriter writer = new MultipartWriter(message, boundary)) {
            for (byte[] content : contents) {
                writer.part("application/dicom; transfer-syntax=1.2", out -> out.write(content));
            }
        }
        List<byte[]> read = new ArrayList<>();
        MultipartReader reader = new MultipartReader(inPieces(message.toByteArray(), piece), boundary, MultipartLimits.STANDARD);
        for (Optional<Part> part = reader.next(); part.isPresent(); part = reader.next()) {
            assertEquals("application/dicom", part.get().mediaType().orElseThrow().type());
            assertEquals(Optional.of("1.2"), part.get().mediaType().orElseThrow().parameter("transfer-syntax"));
            read.add(part.get().content().readAllBytes());
        }
        assertEquals(contents.size(), read.size());
        for (int i = 0; i < read.size(); i++) {
            assertArrayEquals(contents.get(i), read.get(i));
        }
        assertTrue(reader.next().isEmpty());
    }

    @Test
    void aPartNeedNotBeRead() throws IOException {
        MultipartReader reader = reader("--x\r\nA: 1\r\n\r\nfirst\r\n--x\r\na: 2\r\n\r\nsecond\r\n--x--");
        assertEquals("1", reader.next().orElseThrow().headers().get("a"));
        Part second = reader.next().orElseThrow();
        assertEquals("2", second.headers().get("a"));
        assertEquals("second", text(second));
        assertTrue(reader.next().isEmpty());
    }

    @Test
    void preambleEpilogueAndPaddingMeanNothing() throws IOException {
        MultipartReader reader = reader("hello\r\n--x \t\r\n\r\ncontent\r\n--x--\r\nbye\r\n--x\r\n\r\nno");
        assertEquals("content", text(reader.next().orElseThrow()));
        assertTrue(reader.next().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nothing", "--x", "--x\r\n", "--x\r\nA: 1\r\n", "--x\r\nA: 1\r\n\r\ncut", "--x\r\nA: 1\r\n\r\ncut\r\n--x",
            "--x\r\nno header\r\n\r\n\r\n--x--", "--xy\r\n\r\n\r\n--x--", "--x\r\n: 1\r\n\r\n\r\n--x--"})
    void whatIsMalformedIsOneSentence(String message) {
        MultipartException failure = assertThrows(MultipartException.class, () -> drain(reader(message)));
        assertTrue(failure.getMessage().endsWith("."), failure.getMessage());
        assertFalse(failure.isTooLarge());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "ends with a blank ", "ümlaut", "line\r\nfeed"})
    void boundariesAreThoseOfTheStandard(String boundary) {
        assertThrows(MultipartException.class, () -> new MultipartReader(InputStream.nullInputStream(), boundary, SMALL));
    }

    @Test
    void boundariesOfOrthancAreLongerThanTheStandardAllows() throws IOException {
        String boundary = "8-4-4-4-12".repeat(11);
        assertEquals(1, drain(new MultipartReader(new ByteArrayInputStream(("--" + boundary + "\r\n\r\n\r\n--" + boundary + "--")
                .getBytes(StandardCharsets.US_ASCII)), boundary, SMALL)));
        assertThrows(MultipartException.class, () -> new MultipartReader(InputStream.nullInputStream(), "b".repeat(201), SMALL));
    }

    @Test
    void partsHeadersAndContentsAreBounded() {
        for (String message : List.of("--x\r\n\r\n\r\n".repeat(6), "--x\r\nA: " + "a".repeat(300) + "\r\n\r\n", "--x\r\n"
                + "A: 1\r\n".repeat(40),
                "--x\r\n\r\n" + "c".repeat(1001) + "\r\n--x--")) {
            MultipartException failure = assertThrows(MultipartException.class, () -> drain(reader(message)), message);
            assertTrue(failure.isTooLarge(), failure.getMessage());
        }
        assertThrows(MultipartException.class, () -> drain(reader("p".repeat(201) + "\r\n--x--")));
    }

    /** Whoever sends a header for ever is not waited for; and short lines do not have the buffer searched again and again. */
    @Test
    void timeGrowsWithTheLengthAlone() throws IOException {
        String part = "--x\r\n" + "A: 1\r\n".repeat(20) + "\r\n\r\n";
        MultipartReader reader = new MultipartReader(new ByteArrayInputStream((part.repeat(15_000) + "--x--")
                .getBytes(StandardCharsets.US_ASCII)),
                "x", MultipartLimits.STANDARD);
        long begun = System.nanoTime();
        assertEquals(15_000, drain(reader));
        assertTrue(System.nanoTime() - begun < 5_000_000_000L);
    }

    @Test
    void mediaTypesAreParsedWithQuotes() {
        MediaType type = MediaType.parse("Multipart/Related; type=\"application/dicom;q=\\\"1\\\"\"; Boundary=a; q=0.5").orElseThrow();
        assertEquals("multipart/related", type.type());
        assertEquals(Optional.of("application/dicom;q=\"1\""), type.parameter("type"));
        assertEquals(0.5, type.quality());
        assertEquals(List.of("a/b", "c/*"), MediaType.parseList("a/b;x=\"1,2\", nonsense, c/*").stream().map(MediaType::type).toList());
        assertTrue(MediaType.parse("image/*").orElseThrow().includes("image/png"));
        assertFalse(MediaType.parse("image/*").orElseThrow().includes("imagery/png"));
        assertTrue(MediaType.parse("").isEmpty());
    }

    private static MultipartReader reader(String message) throws IOException {
        return new MultipartReader(new ByteArrayInputStream(message.getBytes(StandardCharsets.US_ASCII)), "x", SMALL);
    }

    private static String text(Part part) throws IOException {
        return new String(part.content().readAllBytes(), StandardCharsets.US_ASCII);
    }

    private static int drain(MultipartReader reader) throws IOException {
        int parts = 0;
        while (reader.next().isPresent()) {
            parts++;
        }
        return parts;
    }

    private static InputStream inPieces(byte[] bytes, int piece) {
        return new SequenceInputStream(new ByteArrayInputStream(bytes), InputStream.nullInputStream()) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return super.read(target, offset, Math.min(piece, length));
            }
        };
    }
}
