package spine.dicomweb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.Tag;
import spine.dicom.codec.NativeDicomCodec;
import spine.io.dicomweb.multipart.MediaType;
import spine.io.dicomweb.multipart.MultipartLimits;
import spine.io.dicomweb.multipart.MultipartReader;
import spine.io.dicomweb.multipart.Part;

/** A study of two series of images, and a segmentation of five frames of bits among its results. */
class RetrieveTest {
    private static final String STUDY = "/studies/" + SampleStudy.uid(1);
    private static final String INSTANCE = STUDY + "/series/" + SampleStudy.series(1, 1) + "/instances/" + SampleStudy.instance(1, 1, 1);
    private static final String MASKS = STUDY + "/series/" + SampleStudy.series(1, 9) + "/instances/" + SampleStudy.instance(1, 9, 1);
    private static final String EXPLICIT = "1.2.840.10008.1.2.1";
    /** 5 x 24 bits. */
    private static final byte[] BITS = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};

    @TempDir
    static Path folder;
    private static FolderArchive archive;
    private static WebServer server;

    @BeforeAll
    static void start() throws Exception {
        archive = new FolderArchive(folder);
        for (int series = 1; series <= 2; series++) {
            for (int instance = 1; instance <= 3; instance++) {
                archive.store(new ByteArrayInputStream(SampleStudy.file(1, series, instance)), "test");
            }
        }
        try (OutputStream out = Files.newOutputStream(archive.resultFolder(SampleStudy.uid(1)).resolve("masks.dcm"))) {
            new NativeDicomCodec().write(SampleStudy.header(1, 9, 1).text(Tag.Modality, "CS", "SEG").unsignedShorts(Tag.BitsAllocated, 1)
                    .unsignedShorts(Tag.BitsStored, 1).unsignedShorts(Tag.HighBit, 0).integers(Tag.NumberOfFrames, 5)
                    .sequence(0x00081140, new DicomObject().put(
                            DicomElement.of(0x00091010, "UN", "x".repeat(2000).getBytes(StandardCharsets.US_ASCII))))
                    .put(DicomElement.of(Tag.PixelData, "OB", Arrays.copyOf(BITS, 16))), out);
        }
        server = new WebServer(archive, folder.resolve("receiving"));
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Test
    void objectsComeAsTheyAreStored() throws Exception {
        List<byte[]> objects = parts(server.get(STUDY));
        assertEquals(7, objects.size());
        for (int i = 0; i < 3; i++) {
            assertArrayEquals(SampleStudy.file(1, 1, i + 1), objects.get(i));
        }
        assertEquals(3, parts(server.get(STUDY + "/series/" + SampleStudy.series(1, 2))).size());
        HttpResponse<byte[]> one = server.get(INSTANCE, "application/dicom");
        assertEquals("application/dicom; transfer-syntax=" + EXPLICIT, one.headers().firstValue("Content-Type").orElseThrow());
        assertArrayEquals(SampleStudy.file(1, 1, 1), one.body());
        assertEquals(1, parts(server.get(INSTANCE, "multipart/related; type=\"application/dicom\"; transfer-syntax=*")).size());
    }

    @Test
    void whatCannotBeGivenIsNotAcceptable() throws Exception {
        for (String accept : List.of("application/dicom", "text/html", "multipart/related; type=\"application/dicom+xml\"",
                "multipart/related; type=\"application/dicom\"; transfer-syntax=1.2.840.10008.1.2.4.90")) {
            assertRefused(406, server.get(STUDY, accept));
        }
        assertRefused(406, server.get(STUDY + "/metadata", "application/dicom+xml"));
        assertRefused(406, server.get(INSTANCE + "/frames/1", "multipart/related; type=\"image/jp2\""));
        assertRefused(406, server.get(INSTANCE + "/rendered", "image/gif"));
    }

    @Test
    void metadataHaveEverythingButTheBytes() throws Exception {
        JsonNode study = json(server.get(STUDY + "/metadata"));
        assertEquals(7, study.size());
        JsonNode one = json(server.get(INSTANCE + "/metadata", "application/dicom+json")).get(0);
        assertEquals("OW", one.at("/7FE00010/vr").asText());
        assertEquals(server.root() + INSTANCE + "/bulkdata/7FE00010", one.at("/7FE00010/BulkDataURI").asText());
        assertEquals(EXPLICIT, one.at("/00083002/Value/0").asText());
        assertEquals(SampleStudy.ROWS, one.at("/00280010/Value/0").asInt());
        assertFalse(one.has("00020010"));
    }

    @Test
    void framesAreBytesOfTheirOwn() throws Exception {
        List<byte[]> frames = parts(server.get(INSTANCE + "/frames/1",
                "multipart/related; type=application/octet-stream; transfer-syntax=*"));
        assertEquals(1, frames.size());
        assertArrayEquals(SampleStudy.pixels(1), frames.get(0));
        assertArrayEquals(SampleStudy.pixels(1), server.get(INSTANCE + "/frames/1", "application/octet-stream").body());
        List<byte[]> masks = parts(server.get(MASKS + "/frames/2,5,2"));
        assertEquals(3, masks.size());
        assertArrayEquals(new byte[] {4, 5, 6}, masks.get(0));
        assertArrayEquals(new byte[] {13, 14, 15}, masks.get(1));
        assertArrayEquals(new byte[] {4, 5, 6}, masks.get(2));
        assertRefused(404, server.get(MASKS + "/frames/6"));
        for (String wrong : List.of("0", "-1", "1,", "a", "1,,2", "99999999999999", "1%2F2")) {
            assertTrue(List.of(400, 404).contains(server.get(MASKS + "/frames/" + wrong).statusCode()), wrong);
        }
    }

    @Test
    void binaryValuesComeFromTheAddressesInTheMetadata() throws Exception {
        JsonNode masks = json(server.get(MASKS + "/metadata")).get(0);
        String nested = masks.at("/00081140/Value/0/00091010/BulkDataURI").asText();
        assertEquals(server.root() + MASKS + "/bulkdata/00081140/1/00091010", nested);
        assertEquals("x".repeat(2000), new String(server.get(nested.substring(server.root().length()), "application/octet-stream").body(),
                StandardCharsets.US_ASCII));
        assertArrayEquals(Arrays.copyOf(BITS, 16), parts(server.get(MASKS + "/bulkdata/7FE00010")).get(0));
        assertArrayEquals(SampleStudy.pixels(1), parts(server.get(INSTANCE + "/bulkdata/7FE00010")).get(0));
        for (String wrong : List.of("00091011", "00081140", "00081140/2/00091010", "00081140/1", "x", "", "00081140/0/00091010",
                "../../metadata")) {
            assertTrue(List.of(400, 404).contains(server.get(MASKS + "/bulkdata/" + wrong).statusCode()), wrong);
        }
    }

    @Test
    void picturesFollowTheWindow() throws Exception {
        BufferedImage whole = ImageIO.read(new ByteArrayInputStream(server.get(INSTANCE + "/rendered", "image/png").body()));
        assertEquals(SampleStudy.COLUMNS, whole.getWidth());
        assertEquals(0, grey(whole, 0, 0));
        assertEquals(255, grey(whole, 5, 3));
        // Pixels 100 to 123; half of the linear function lies half a value below the centre.
        BufferedImage window = ImageIO.read(new ByteArrayInputStream(
                server.get(INSTANCE + "/rendered?window=110.5,11,linear", "image/png").body()));
        assertEquals(0, grey(window, 5, 0));
        assertEquals(128, grey(window, 4, 1), 1);
        assertEquals(255, grey(window, 3, 2));
        HttpResponse<byte[]> jpeg = server.get(INSTANCE + "/frames/1/rendered?viewport=60,60&quality=100");
        assertEquals("image/jpeg", jpeg.headers().firstValue("Content-Type").orElseThrow());
        assertEquals(40, ImageIO.read(new ByteArrayInputStream(jpeg.body())).getHeight());
        BufferedImage mask = ImageIO.read(new ByteArrayInputStream(server.get(MASKS + "/frames/1/rendered", "image/png").body()));
        assertEquals(255, grey(mask, 0, 0));
        assertEquals(0, grey(mask, 1, 0));
        assertEquals(128, ImageIO.read(new ByteArrayInputStream(server.get(STUDY + "/thumbnail").body())).getWidth());
    }

    @ParameterizedTest
    @ValueSource(strings = {"window=1", "window=1,0,linear", "window=a,b,linear", "window=1,2,cubic", "window=NaN,1,linear", "viewport=0,1",
            "viewport=5000,1", "viewport=1", "quality=0", "quality=101"})
    void parametersOfPicturesHaveBounds(String query) throws Exception {
        assertRefused(400, server.get(INSTANCE + "/rendered?" + query));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/studies/1.2.3", "/studies/1.2.826.1/series/1.2", "/studies/1.2.826.1/series/1.2.826.1.1/instances/1.2",
            "/studies/1.2.826.1/series/1.2.826.1.2/instances/1.2.826.1.1.1/metadata", "/studies/1.2.3/metadata", "/studies/..",
            "/studies/1..2",
            "/studies/1.2.826.1/rendered", "/studies/1.2.826.1/frames/1", "/studies/1.2.826.1/nonsense", "/", "/studies/",
            "/studies/1.2.826.1/metadata/more", "/etc/passwd", "/studies/%2e%2e",
                    "/studies/12345678901234567890123456789012345678901234567890123456789012345"})
    void whatIsNotThereIsNotFound(String path) throws Exception {
        int status = server.get(path).statusCode();
        assertTrue(status == 404 || status == 400, path + " is answered by " + status);
    }

    @Test
    void aDamagedObjectIsSaidWithoutItsPath() throws Exception {
        byte[] cut = SampleStudy.file(5, 1, 1);
        archive.store(new ByteArrayInputStream(Arrays.copyOf(cut, cut.length - 20)), "test");
        HttpResponse<byte[]> answer = server.get("/studies/1.2.826.5/series/1.2.826.5.1/instances/1.2.826.5.1.1/rendered");
        assertRefused(500, answer);
        String sentence = new String(answer.body(), StandardCharsets.UTF_8);
        assertTrue(sentence.contains("1.2.826.5.1.1") && !sentence.contains(folder.toString()), sentence);
    }

    @Test
    void anObjectThatCannotBeReadIsSaidWithoutItsPath() throws Exception {
        FolderArchive other = new FolderArchive(Files.createDirectories(folder.resolve("unreadable")));
        other.store(new ByteArrayInputStream(SampleStudy.file(6, 1, 1)), "test");
        Path file = other.received(SampleStudy.uid(6)).get(0);
        try (WebServer one = new WebServer(other, folder.resolve("unreadable.receiving"))) {
            assertEquals(200, one.get("/studies/" + SampleStudy.uid(6)).statusCode());
            Files.delete(file);
            Files.createDirectory(file);
            HttpResponse<byte[]> answer = one.get("/studies/" + SampleStudy.uid(6) + "/metadata");
            assertTrue(answer.statusCode() >= 400, "status " + answer.statusCode());
            assertFalse(new String(answer.body(), StandardCharsets.UTF_8).contains(folder.toString()));
        }
    }

    /** The same image in other transfer syntaxes: pixels and header come as in the one that is explicit little endian. */
    @ParameterizedTest
    @ValueSource(strings = {"MR_small_RLE.dcm", "MR_small_bigendian.dcm", "MR_small_implicit.dcm", "MR_small_jp2klossless.dcm",
            "MR_small_jpeg_ls_lossless.dcm"})
    void otherTransferSyntaxesAreMadePlain(String name) throws Exception {
        Path corpus = Corpus.folder().resolve("pydicom");
        byte[] expected = new NativeDicomCodec().read(corpus.resolve("MR_small.dcm"), true).element(Tag.PixelData).orElseThrow().bytes();
        FolderArchive other = new FolderArchive(Files.createDirectories(folder.resolve(name)));
        byte[] stored = Files.readAllBytes(corpus.resolve(name));
        var object = other.store(new ByteArrayInputStream(stored), "test");
        try (WebServer one = new WebServer(other, folder.resolve(name + ".receiving"))) {
            String study = "/studies/" + object.studyInstanceUid();
            byte[] given = parts(one.get(study)).get(0);
            var read = new NativeDicomCodec().read(new ByteArrayInputStream(given), name, true);
            assertEquals(EXPLICIT, read.text(Tag.TransferSyntaxUID));
            assertArrayEquals(expected, read.element(Tag.PixelData).orElseThrow().bytes());
            assertArrayEquals(stored, parts(one.get(study, "multipart/related; type=\"application/dicom\"; transfer-syntax=*")).get(0));
            JsonNode metadata = json(one.get(study + "/metadata")).get(0);
            String instance = study + "/series/" + metadata.at("/0020000E/Value/0").asText() + "/instances/" + object.sopInstance();
            assertArrayEquals(expected, parts(one.get(instance + "/frames/1")).get(0));
            assertArrayEquals(expected, parts(one.get(instance + "/bulkdata/7FE00010")).get(0));
            if (name.contains("jp2k")) {
                byte[] codestream = one.get(instance + "/frames/1", "image/jp2").body();
                assertEquals(0xff, codestream[0] & 0xff);
                assertEquals(0x4f, codestream[1] & 0xff);
            }
        }
    }

    private static void assertRefused(int status, HttpResponse<byte[]> answer) {
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        assertEquals(status, answer.statusCode(), body);
        assertTrue(body.endsWith(".\n") && !body.contains("Exception"), body);
    }

    private static int grey(BufferedImage picture, int x, int y) {
        return picture.getRaster().getSample(x, y, 0);
    }

    private static JsonNode json(HttpResponse<byte[]> answer) throws IOException {
        assertEquals(200, answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8));
        return new ObjectMapper().readTree(answer.body());
    }

    private static List<byte[]> parts(HttpResponse<byte[]> answer) throws IOException {
        assertEquals(200, answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8));
        MediaType type = MediaType.parse(answer.headers().firstValue("Content-Type").orElseThrow()).orElseThrow();
        assertEquals("multipart/related", type.type());
        MultipartReader reader = new MultipartReader(new ByteArrayInputStream(answer.body()), type.parameter("boundary").orElseThrow(),
                MultipartLimits.STANDARD);
        List<byte[]> parts = new ArrayList<>();
        for (Optional<Part> part = reader.next(); part.isPresent(); part = reader.next()) {
            assertEquals(type.parameter("type").orElseThrow(), part.get().mediaType().orElseThrow().type());
            parts.add(part.get().content().readAllBytes());
        }
        return parts;
    }
}
