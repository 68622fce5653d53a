package spine.spark.internal.cohort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import spine.app.embedded.RefusedException;
import spine.app.embedded.WebStudies;

class WebQueryTest {
    private static final String URL = "https://pacs.example/dicom-web";

    @TempDir
    private Path folder;

    @Test
    void aQueryIsReadAsTheAddressOfASearch() throws Exception {
        Path token = Files.writeString(folder.resolve("token"), "secret");
        WebQuery query = WebQuery.of(URL, "ModalitiesInStudy=MR&StudyDate=20260101-&StudyDescription=a%20b+c", "", Optional.empty(),
                Optional.of(token), Optional.empty());
        assertEquals(Map.of("ModalitiesInStudy", "MR", "StudyDate", "20260101-", "StudyDescription", "a b+c"), query.studies().query());
        assertEquals(List.of(token.toString()), query.shared());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(query.studies());
        WebStudies there = (WebStudies) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
        assertEquals(query.studies(), there);
        assertFalse(there.toString().contains("a b"), "values may name a patient");
    }

    @Test
    void whatIsNoQueryIsRefused() {
        String shape = "--query is KEY=VALUE&KEY=VALUE, such as ModalitiesInStudy=MR&StudyDate=20260101-.";
        for (String query : List.of("", "MR", "=MR", "Modality=", "a b=c", "a=b&")) {
            assertEquals(shape, refused(URL, query, Optional.empty()), query);
        }
        assertEquals("--query has no limit and no offset: all studies that match are scored.",
                refused(URL, "a=b&limit=1", Optional.empty()));
        assertEquals("--query has a twice.", refused(URL, "a=b&a=c", Optional.empty()));
        assertEquals("--query has a % that is followed by no two hexadecimal digits.", refused(URL, "a=%zz", Optional.empty()));
        assertEquals("--from-web is the address of DICOM web services, http(s)://HOST:PORT/PATH.", refused("pacs:104", "a=b",
                Optional.empty()));
        assertEquals(folder + " is no file that can be read.", refused(URL, "a=b", Optional.of(folder)));
    }

    private static String refused(String url, String query, Optional<Path> token) {
        return assertThrows(RefusedException.class, () -> WebQuery.of(url, query, "", Optional.empty(), token, Optional.empty()))
                .getMessage();
    }
}
