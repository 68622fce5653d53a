package spine.dicomweb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import spine.dicom.Tag;
import spine.dicom.codec.NativeDicomCodec;

/** Two studies of two series of two images, and a result of the first. */
class SearchTest {
    @TempDir
    static Path folder;
    private static WebServer server;

    @BeforeAll
    static void start() throws Exception {
        FolderArchive archive = new FolderArchive(folder);
        for (int study = 1; study <= 2; study++) {
            for (int series = 1; series <= 2; series++) {
                for (int instance = 1; instance <= 2; instance++) {
                    archive.store(new ByteArrayInputStream(SampleStudy.file(study, series, instance)), "test");
                }
            }
        }
        Path result = Files.createDirectories(archive.resultFolder(SampleStudy.uid(1)).resolve("seg"));
        try (var out = Files.newOutputStream(result.resolve("masks.dcm"))) {
            new NativeDicomCodec().write(SampleStudy.header(1, 9, 1).text(Tag.Modality, "CS", "SEG"), out);
        }
        Files.writeString(result.resolve("broken.dcm"), "no DICOM");
        server = new WebServer(archive, folder.resolve("receiving"));
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"'',12", "PatientID=P1,1", "00100020=P1,1", "PatientID=p1,''", "PatientID=P*,12", "PatientID=P?,12", "PatientName=grün*,1",
            "PatientName=GRÜN^EVA,1", "PatientName=*jörg,2", "PatientName=Grün,''", "StudyDate=20200101,1",
            "StudyDate=20200101-20200102,12",
            "StudyDate=20200102-,2", "StudyDate=-20200101,1", "StudyDate=2019-20191231,''", "StudyTime=1000-1100,12", "StudyTime=1016-,''",
            "AccessionNumber=A2,2", "ModalitiesInStudy=SEG,1", "ModalitiesInStudy=MR,12", "ModalitiesInStudy=CT,''",
            "StudyInstanceUID=1.2.826.2,2", "'StudyInstanceUID=1.2.826.2,1.2.826.1',12", "StudyInstanceUID=1.2.826.3,''",
            "Modality=SEG,1", "SeriesInstanceUID=1.2.826.2.1,2", "SOPInstanceUID=1.2.826.1.1.2,1", "PatientID=,12",
            "StudyInstanceUID=../received,''", "limit=1,1", "limit=1&offset=1,2", "offset=2,''", "limit=0,''", "Rows=4,12", "Rows=5,''",
            "SeriesNumber=9,1"})
    void studiesAreFoundByWhatTheStandardNames(String query, String studies) throws Exception {
        StringBuilder found = new StringBuilder();
        for (JsonNode study : found("/studies" + asQuery(query))) {
            found.append(text(study, "0020000D").replaceAll(".*\\.", ""));
        }
        assertEquals(studies, found.toString());
    }

    @Test
    void aStudyHasWhatTheStandardDemands() throws Exception {
        JsonNode study = found("/studies?PatientID=P1&includefield=00081030").get(0);
        assertEquals("[{\"Alphabetic\":\"Grün^Eva\"}]", study.at("/00100010/Value").toString());
        assertEquals("[\"MR\",\"SEG\"]", study.at("/00080061/Value").toString());
        assertEquals("[3]", study.at("/00201206/Value").toString());
        assertEquals("[5]", study.at("/00201208/Value").toString());
        assertEquals("{\"vr\":\"PN\"}", study.get("00080090").toString());
        assertEquals("[\"" + server.root() + "/studies/1.2.826.1\"]", study.at("/00081190/Value").toString());
        assertFalse(study.has("00080060"));
    }

    @Test
    void seriesAndInstancesAreFoundBelowAStudyAndInAll() throws Exception {
        assertEquals(3, found("/studies/1.2.826.1/series").size());
        assertEquals(5, found("/series").size());
        assertEquals(1, found("/studies/1.2.826.1/series?Modality=SEG").size());
        assertEquals(5, found("/studies/1.2.826.1/instances").size());
        assertEquals(2, found("/studies/1.2.826.1/series/1.2.826.1.2/instances").size());
        assertEquals(9, found("/instances").size());
        assertEquals(4, found("/instances?InstanceNumber=2").size());
        JsonNode series = found("/studies/1.2.826.1/series?SeriesNumber=2").get(0);
        assertEquals("[2]", series.at("/00201209/Value").toString());
        assertFalse(series.has("00100010"), "the client knows the study");
        JsonNode instance = found("/instances?SOPInstanceUID=1.2.826.2.1.1").get(0);
        assertEquals("[\"P2\"]", instance.at("/00100020/Value").toString());
        assertEquals("[\"1.2.840.10008.1.2.1\"]", instance.at("/00083002/Value").toString());
        assertEquals("[4]", instance.at("/00280010/Value").toString());
    }

    @Test
    void everyAttributeCanBeIncluded() throws Exception {
        String one = "/studies/1.2.826.1/instances?SOPInstanceUID=1.2.826.1.1.1";
        assertFalse(found(one).get(0).has("00280101"));
        assertEquals("[16]", found(one + "&includefield=00280101").get(0).at("/00280101/Value").toString());
        JsonNode all = found(one + "&includefield=all").get(0);
        assertEquals("[15]", all.at("/00280102/Value").toString());
        assertTrue(all.at("/00091010/BulkDataURI").asText().endsWith("/instances/1.2.826.1.1.1/bulkdata/00091010"));
        HttpResponse<byte[]> unknown = server.get(one + "&includefield=NoSuchThing");
        assertEquals(200, unknown.statusCode());
        assertTrue(unknown.headers().firstValue("Warning").orElseThrow().contains("included field"));
    }

    @Test
    void whatElseThereIsIsSaid() throws Exception {
        HttpResponse<byte[]> page = server.get("/instances?limit=2");
        assertTrue(page.headers().firstValue("Warning").orElseThrow().contains("additional results"));
        assertTrue(server.get("/instances?limit=9").headers().firstValue("Warning").isEmpty());
        assertTrue(server.get("/studies?fuzzymatching=true").headers().firstValue("Warning").orElseThrow().contains("fuzzymatching"));
        List<String> paged = new ArrayList<>();
        for (int offset = 0; offset < 9; offset += 2) {
            found("/instances?limit=2&offset=" + offset).forEach(instance -> paged.add(text(instance, "00080018")));
        }
        assertEquals(9, paged.stream().distinct().count());
        assertEquals(9, paged.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/studies?limit=-1", "/studies?limit=many", "/studies?offset=99999999999", "/studies?Nonsense=1",
            "/studies?00280010.1=1", "/studies?PatientName="
            + "123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890"
            + "123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890"
            + "123456789012345678901234567890123456789012345678901234567890"})
    void whatIsNoSearchIsRefusedInWords(String path) throws Exception {
        HttpResponse<byte[]> answer = server.get(path);
        assertEquals(400, answer.statusCode());
        assertTrue(new String(answer.body(), StandardCharsets.UTF_8).endsWith(".\n"));
    }

    @Test
    void nothingButJsonIsGiven() throws Exception {
        assertEquals(406, server.get("/studies", "multipart/related; type=\"application/dicom+xml\"").statusCode());
        assertEquals("application/json", server.get("/studies", "application/json").headers().firstValue("Content-Type").orElseThrow());
        assertEquals("application/dicom+json", server.get("/studies", "text/html, */*;q=0.1").headers().firstValue("Content-Type")
                .orElseThrow());
    }

    private static String asQuery(String query) {
        if (query.isEmpty()) {
            return "";
        }
        StringBuilder encoded = new StringBuilder();
        for (String parameter : query.split("&")) {
            int equals = parameter.indexOf('=');
            encoded.append(encoded.isEmpty() ? '?' : '&').append(parameter, 0, equals + 1)
                    .append(URLEncoder.encode(parameter.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return encoded.toString();
    }

    private static JsonNode found(String path) throws Exception {
        HttpResponse<byte[]> answer = server.get(path);
        if (answer.statusCode() == 204) {
            return new ObjectMapper().createArrayNode();
        }
        assertEquals(200, answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8));
        return new ObjectMapper().readTree(answer.body());
    }

    private static String text(JsonNode object, String tag) {
        return object.path(tag).path("Value").path(0).asText();
    }
}
