package spine.deidentify.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import spine.api.deidentification.StudyIdentity;
import spine.api.deidentification.StudyIdentity.Fact;
import spine.dicom.DicomObject;
import spine.dicom.Tag;

class HeaderIdentitiesTest {
    private static final int ISSUER = 0x00100021;

    private final HeaderIdentities identities = new HeaderIdentities();

    @TempDir
    private Path folder;
    private Path key;

    @BeforeEach
    void nameTheKey() {
        key = folder.resolve("keys/key");
    }

    @Test
    void thePseudonymIsThatOfLabels() throws Exception {
        Path image = write(image("4711-0815"));
        StudyIdentity identity = identities.identity(image, key);
        assertEquals(new HeaderLabels().label(image, Optional.of(key), false).pseudonym(), identity.pseudonym());
        assertEquals("1.2.3", identity.studyInstanceUid());
        assertEquals(Optional.of(LocalDate.of(2024, 2, 29)), identity.date());
        assertEquals(Optional.of(LocalTime.of(10, 11, 12)), identity.time());
        assertTrue(identity.specific());
        assertFalse(identity.deidentified());
        assertEquals(Map.of(Fact.NAME, 32, Fact.BIRTH_DATE, 32), lengths(identity));
    }

    @Test
    void nothingOfThePatientIsThereToRead() throws Exception {
        String identity = identity(image("4711-0815").text(ISSUER, "LO", "Clinic").text(Tag.PatientSex, "CS", "F")).toString();
        for (String word : List.of("4711", "Müller", "MÜLLER", "1960", "Clinic")) {
            assertFalse(identity.contains(word), word);
        }
    }

    @Test
    void factsOfDifferentPatientsCannotBeJoined() throws Exception {
        assertNotEquals(identity(image("4711-0815")).facts(), identity(image("4711-0816")).facts());
        assertEquals(identity(image("4711-0815")).facts(), identity(image("4711-0815").text(Tag.PatientName, "PN", "MÜLLER^Jürgen^^"))
                .facts());
        assertNotEquals(identity(image("4711-0815")).facts().get(Fact.SEX),
                identity(image("4711-0815").text(Tag.PatientSex, "CS", "M")).facts().get(Fact.SEX));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "0", "000000", "0-0", "ANON", "anonymous", "ANONYMIZED^1", "Unknown", "XXXXXX", "123456", "1234",
        "TEST 1", "Patient", "n/a", "---", "id", "99999999"})
    void anIdentifierOfNobodyIsNone(String id) throws Exception {
        StudyIdentity identity = identity(image(id));
        assertEquals(Optional.empty(), identity.pseudonym());
        assertFalse(identity.specific());
    }

    @ParameterizedTest
    @ValueSource(strings = {"17", "P001", "000012", "ANON0012", "SMITH", "TEST-2024"})
    void aShortIdentifierNeedsMore(String id) throws Exception {
        StudyIdentity identity = identity(image(id));
        assertTrue(identity.pseudonym().isPresent());
        assertFalse(identity.specific());
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHIFT-7", "PHANTOM-1", "0012345678", "SPARTA_0012", "ab12cd"})
    void aLongOneDoesNot(String id) throws Exception {
        assertTrue(identity(image(id)).specific());
    }

    @Test
    void fillersAreNoFacts() throws Exception {
        DicomObject image = image("SUBJ-0042").text(Tag.PatientName, "PN", "SUBJ^0042").text(Tag.PatientBirthDate, "DA", "19000101")
                .text(Tag.PatientSex, "CS", "O");
        assertEquals(Map.of(), identity(image).facts());
        image.text(Tag.PatientName, "PN", "Anonymous^").text(Tag.PatientBirthDate, "DA", "00000000");
        assertEquals(Map.of(), identity(image).facts());
        assertEquals(Map.of(), identity(image.text(Tag.PatientName, "PN", "^^").text(Tag.PatientBirthDate, "DA", "19741399")).facts());
    }

    @Test
    void datesAndTimesThatAreNoneAreUnknown() throws Exception {
        StudyIdentity identity = identity(image("4711-0815").text(Tag.StudyDate, "DA", "19000101").text(Tag.StudyTime, "TM", "256199"));
        assertEquals(Optional.empty(), identity.date());
        assertEquals(Optional.empty(), identity.time());
        assertEquals(Optional.of(LocalTime.of(10, 5, 0)), identity(image("4711-0815").text(Tag.StudyTime, "TM", "1005")).time());
    }

    @Test
    void aDeidentifiedCopyKeepsItsPseudonymAndSaysWhatItIs() throws Exception {
        write(image("4711-0815"));
        DeidentifiedStudy.run(folder.resolve("in"), folder.resolve("out"), key, false, true);
        Path copy = DeidentifiedStudy.files(folder.resolve("out")).stream().filter(file -> file.toString().endsWith(".dcm")).findFirst()
                .orElseThrow();
        StudyIdentity identity = identities.identity(copy, folder.resolve("another key"));
        assertEquals(new HeaderLabels().label(folder.resolve("in/a.dcm"), Optional.of(key), false).pseudonym(), identity.pseudonym());
        assertTrue(identity.deidentified() && identity.specific());
        assertEquals(Map.of(), identity.facts());
        assertTrue(identity.date().isPresent(), "moved, but there");
    }

    @Test
    void severalThatNeedAKeyAtTheSameTimeGetOne() throws Exception {
        Path image = write(image("4711-0815"));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Optional<String>>> calls = Stream.generate(() -> (Callable<Optional<String>>) () -> identities
                    .identity(image, key).pseudonym()).limit(16).toList();
            List<Future<Optional<String>>> answers = threads.invokeAll(calls);
            Optional<String> pseudonym = identities.identity(image, key).pseudonym();
            for (Future<Optional<String>> answer : answers) {
                assertEquals(pseudonym, answer.get());
            }
        } finally {
            threads.shutdown();
        }
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));
    }

    private static DicomObject image(String id) {
        return DeidentifiedStudy.image(id, "1.2.3", "1.2.3.4", "1.2.3.4.5", 1);
    }

    private StudyIdentity identity(DicomObject image) throws Exception {
        return identities.identity(write(image), key);
    }

    private Path write(DicomObject image) throws Exception {
        return DeidentifiedStudy.write(folder.resolve("in/a.dcm"), image);
    }

    private static Map<Fact, Integer> lengths(StudyIdentity identity) {
        return identity.facts().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                fact -> fact.getValue().length()));
    }
}
