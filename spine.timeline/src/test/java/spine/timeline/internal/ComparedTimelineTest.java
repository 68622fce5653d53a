package spine.timeline.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.apache.felix.hc.api.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import spine.api.UnusableInputException;
import spine.api.comparison.PatientTimeline.Comparison;
import spine.api.comparison.PatientTimeline.Outcome;
import spine.api.comparison.PatientTimeline.Place;
import spine.api.comparison.PatientTimeline.Reach;
import spine.common.file.FileTree;

class ComparedTimelineTest {
    @TempDir
    private Path temp;
    private SampleHome home;

    @BeforeEach
    void open() {
        home = new SampleHome(temp);
    }

    @Test
    void aFollowUpIsComparedWithTheEarlierResult() throws Exception {
        assertEquals(List.of(), home.score("out", "1.1", "Ann 2023-01-05").comparisons());
        home.score("out", "1.9", "Bob 2023-02-05");
        Outcome outcome = home.score("out", "1.2", "Ann 2024-03-01");
        assertEquals(List.of("1.1+ 1.2+"), home.compared);
        Comparison comparison = outcome.comparisons().get(0);
        assertEquals("1.2", comparison.studyInstanceUid());
        assertEquals(home.results("out").resolve("comparisons/1.2"), comparison.folder());
        assertEquals(LocalDate.of(2023, 1, 5), comparison.since());
        assertEquals(LocalDate.of(2023, 1, 5), comparison.latest());
        assertEquals(new Outcome(true, outcome.comparisons(), List.of(), List.of()), outcome);
        assertEquals(List.of("report.json", "manifest.json"), names("out/1.2"), "the result is as it was");
    }

    @Test
    void theSameResultAgainIsNotComparedAgain() throws Exception {
        home.score("out", "1.1", "Ann 2023-01-05");
        home.score("out", "1.2", "Ann 2024-03-01");
        assertEquals(List.of(), home.score("out", "1.2", "Ann 2024-03-01").comparisons());
        assertEquals(1, home.compared.size());
        FileTree.delete(home.results("out/comparisons"));
        assertEquals(1, home.score("out", "1.2", "Ann 2024-03-01").comparisons().size(), "made again once it was removed");
    }

    @Test
    void timeDecidesNotTheOrderOfArrival() throws Exception {
        home.score("out", "1.3", "Ann 2025-01-01");
        home.score("out", "1.1", "Ann 2023-01-01 09:00");
        home.score("out", "1.2", "Ann 2023-01-01 10:00");
        assertEquals(List.of("1.1+ 1.3+", "1.1+ 1.2+", "1.1+ 1.2+ 1.3+"), home.compared);
    }

    @Test
    void aNewResultOfAStudyMakesItsComparisonsAnew() throws Exception {
        home.score("out", "1.1", "Ann 2023-01-01");
        home.score("out", "1.2", "Ann 2024-01-01");
        Place first = home.place("out", "1.1", "Ann 2023-01-01");
        SampleHome.write(first, "2");
        assertEquals(List.of("1.2"), home.ofThisProcess().add(first, Reach.ANY_FOLDER).comparisons().stream()
                .map(Comparison::studyInstanceUid).toList());
    }

    /** Only then is what is compared what is there. */
    @Test
    void aResultThatWasReplacedWithoutAWordIsForgotten() throws Exception {
        home.score("out", "1.1", "Ann 2023-01-01");
        SampleHome.write(home.place("out", "1.1", "Ann 2023-01-01"), "2");
        home.score("out", "1.2", "Ann 2024-01-01");
        assertEquals(List.of(), home.compared);
    }

    @Test
    void resultsInOtherFoldersAreFoundAndStayAsTheyAre() throws Exception {
        home.score("a", "1.1", "Ann 2023-01-01");
        home.score("b", "1.2", "Ann 2024-01-01");
        assertEquals(List.of("a/1.1+ 1.2+"), home.compared);
        Outcome baseline = home.score("a", "1.0", "Ann 2022-01-01");
        assertEquals(List.of("a/1.1+ 1.2+", "1.0+ 1.1+"), home.compared, "nothing is written to b");
        assertEquals(List.of("Study 1.2, made later, is not compared with this result by itself, because comparisons in another folder, "
                + home.results("b") + ", stay as they are: score into that folder again, or compare both results by ./spine compare."),
                baseline.doubts());
        home.score("b", "1.2", "Ann 2024-01-01");
        assertEquals(List.of(), home.score("a", "1.0", "Ann 2022-01-01").doubts(), "it is by now");
        home.score("b", "1.1", "Ann 2023-01-01");
        assertEquals(List.of("a/1.0+ a/1.1+ 1.2+", "a/1.0+ 1.1+", "a/1.0+ 1.1+ 1.2+"), home.compared.subList(2, 5),
                "that beside it is preferred");
        Place alone = home.place("c", "1.3", "Ann 2025-01-01");
        SampleHome.write(alone, "1");
        assertEquals(List.of(), home.ofThisProcess().add(alone, Reach.SAME_FOLDER).comparisons());
    }

    @Test
    void peopleWhoShareAPatientIdAreNotCompared() throws Exception {
        home.score("out", "1.1", "Ann 2023-01-01 BIRTH_DATE=a");
        Outcome outcome = home.score("out", "1.2", "Ann 2024-01-01 BIRTH_DATE=b");
        assertEquals(List.of("Study 1.2 is not compared with study 1.1 of the same PatientID: the birth date is another one."),
                outcome.doubts());
        assertEquals(List.of("Study 1.3 is not compared with study 1.1 and 1 more of the same PatientID: different people have this"
                + " PatientID, and name and birth date are not known of both."), home.score("out", "1.3", "Ann 2025-01-01").doubts());
        assertEquals(List.of(), home.compared);
    }

    /** One PatientID, two people, each with all that tells who it is. */
    @Test
    void nameAndBirthDateTellWhoIsMeant() throws Exception {
        home.score("out", "1.1", "Ann 2023-01-01 BIRTH_DATE=a NAME=a");
        home.score("out", "1.2", "Ann 2023-06-01 BIRTH_DATE=b NAME=b");
        home.score("out", "1.3", "Ann 2024-01-01 BIRTH_DATE=a NAME=a");
        assertEquals(List.of("1.1+ 1.3+"), home.compared);
    }

    /** A comparison that a later header shows to be wrong goes. */
    @Test
    void whatTurnsOutToBeSharedIsTakenBack() throws Exception {
        home.score("out", "1.1", "Ann 2023-01-01");
        home.score("out", "1.2", "Ann 2024-01-01 SEX=f");
        assertTrue(Files.exists(home.results("out/comparisons/1.2")));
        home.score("out", "1.3", "Ann 2025-01-01 SEX=m");
        assertFalse(Files.exists(home.results("out/comparisons/1.2")));
        assertFalse(Files.exists(home.results("out/comparisons/1.3")));
    }

    @Test
    void inDoubtNobodyIsCompared() throws Exception {
        home.score("out", "1.1", "Ann 2023-01-01 vague");
        assertTrue(home.score("out", "1.2", "Ann 2024-01-01 vague").doubts().get(0).contains("others may have such a PatientID too"));
        home.score("out", "2.1", "Bob 2023-01-01");
        assertTrue(home.score("out", "2.2", "Bob 2022-01-01 deidentified").doubts().get(0).contains("one of them is de-identified"));
        home.score("out", "3.1", "Eve 2023-01-01");
        assertTrue(home.score("out", "3.2", "Eve 2023-01-01 10:00").doubts().get(0).contains("which of both was made first"));
        assertEquals(List.of(), home.compared);
        home.score("out", "1.3", "Ann 2025-01-01 vague NAME=a");
        home.score("out", "1.4", "Ann 2026-01-01 vague NAME=a");
        assertEquals(List.of("1.3+ 1.4+"), home.compared);
    }

    @Test
    void whoOrWhenIsUnknownIsNotRemembered() throws Exception {
        for (String header : List.of("nobody 2023-01-01", "Ann undated", "")) {
            assertFalse(home.score("out", "1.1", header).known(), header);
        }
        assertEquals(List.of(), home.score("out", "1.2", "Ann 2024-01-01").comparisons());
        Place empty = home.place("out", "1.3", "Ann 2025-01-01");
        assertFalse(home.ofThisProcess().add(empty, Reach.ANY_FOLDER).known(), "there is no result");
        SampleHome.write(empty, "1", Optional.of("These images show a head."));
        assertFalse(home.ofThisProcess().add(empty, Reach.ANY_FOLDER).known(), "there is no spine");
    }

    /** As an archive that uses one number for all its phantoms. */
    @Test
    void aPatientIdOfCountlessStudiesIsNobodys() throws Exception {
        for (int i = 0; i < SamePatient.MOST_STUDIES; i++) {
            Place place = home.place("out", "1." + i, "Ann 2023-01-01");
            SampleHome.write(place, "1");
            home.timeline().add(place, Reach.SAME_FOLDER);
        }
        assertEquals(1, home.score("out", "2.1", "Ann 2024-01-01").doubts().size());
        assertTrue(home.score("out", "2.2", "Ann 2024-02-01").doubts().get(0).contains("more than 40 studies"));
        assertEquals(SamePatient.MOST_STUDIES + 1, remembered().size());
    }

    @Test
    void onlyTheLatestAreComparedWhereThereAreMany() throws Exception {
        for (int i = 10; i < 24; i++) {
            home.score("out", "1." + i, "Ann 20" + i + "-01-01");
        }
        assertEquals("1.12+ 1.13+ 1.14+ 1.15+ 1.16+ 1.17+ 1.18+ 1.19+ 1.20+ 1.21+ 1.22+ 1.23+", home.compared.get(12));
        assertEquals(List.of("3 even earlier studies of the patient are left out: a comparison has at most 12."),
                home.score("out", "1.24", "Ann 2024-01-01").comparisons().get(0).summary().warnings());
    }

    @Test
    void aComparisonThatFailsCostsNothingElseAndIsTriedAgain() throws Exception {
        home.score("out", "1.1", "Ann 2023-01-01");
        home.failure = new UnusableInputException("out/1.1 has no report.json");
        assertEquals(List.of("The result of study 1.2 could not be compared with the earlier ones of its patient: out/1.1 has no"
                + " report.json."),
                home.score("out", "1.2", "Ann 2024-01-01").failures());
        home.failure = new IllegalStateException("a bug");
        assertEquals(1, home.score("out", "1.3", "Ann 2025-01-01").failures().size(), "that of 1.2 is not tried by others");
        assertEquals(Result.Status.OK, new TimelineCheck(home.ofThisProcess()).execute().getStatus());
        home.failure = new IOException("No space left on device");
        assertTrue(home.score("out", "1.3", "Ann 2025-01-01").failures().get(0).endsWith("No space left on device."));
        assertEquals(Result.Status.WARN, new TimelineCheck(home.ofThisProcess()).execute().getStatus());
        home.failure = null;
        assertEquals(1, home.score("out", "1.2", "Ann 2024-01-01").comparisons().size());
        assertEquals(Result.Status.OK, new TimelineCheck(home.ofThisProcess()).execute().getStatus());
    }

    /** A page of an older result beside a newer one would be wrong in silence. */
    @Test
    void anOldComparisonGoesWhereTheNewOneFails() throws Exception {
        home.score("out", "1.1", "Ann 2023-01-01");
        home.score("out", "1.2", "Ann 2024-01-01");
        home.failure = new IOException("No space left on device");
        Place second = home.place("out", "1.2", "Ann 2024-01-01");
        SampleHome.write(second, "2");
        home.ofThisProcess().add(second, Reach.ANY_FOLDER);
        assertFalse(Files.exists(home.results("out/comparisons/1.2")));
    }

    @Test
    void whatAPersonCorrectedIsComparedInItsPlace() throws Exception {
        for (int i = 1; i <= 3; i++) {
            home.score("out", "1." + i, "Ann 202" + i + "-01-01");
        }
        Outcome corrected = home.correct("out", "1.2", "corrected");
        assertEquals(List.of("out/1.1+ 1.2+", "1.1+ corrected/1.2+", "1.1+ corrected/1.2+ 1.3+"), home.compared.subList(2, 5));
        assertEquals(List.of("1.2", "1.2", "1.3"), corrected.comparisons().stream().map(Comparison::studyInstanceUid).toList());
        assertEquals(new Outcome(true, corrected.comparisons(), List.of(), List.of()), corrected);
        Place fourth = home.place("out", "1.4", "Ann 2024-01-01");
        SampleHome.write(fourth, "1");
        home.timeline().add(fourth, Reach.SAME_FOLDER);
        assertEquals("1.1+ corrected/1.2+ 1.3+ 1.4+", home.compared.get(5), "also where only what lies beside it counts");
        home.score("out", "1.4", "Ann 2024-01-01");
        assertEquals(6, home.compared.size());
        Place second = home.place("out", "1.2", "Ann 2022-01-01");
        SampleHome.write(second, "by another model");
        home.timeline().add(second, Reach.ANY_FOLDER);
        assertEquals(List.of("1.1+ 1.2+", "1.1+ 1.2+ 1.3+", "1.1+ 1.2+ 1.3+ 1.4+"), home.compared.subList(home.compared.size() - 3,
                home.compared.size()), "what was corrected is not there any more");
    }

    @Test
    void aCorrectionOfWhatIsNotRememberedIsNotEither() throws Exception {
        SampleHome.write(home.place("out", "1.1", "Ann 2023-01-01"), "1");
        home.score("out", "1.2", "Ann 2024-01-01");
        assertFalse(home.correct("out", "1.1", "corrected").known());
        assertEquals(List.of(), home.compared);
    }

    /** As of a platform that keeps results for some days: nothing tells any more that the patient was here. */
    @Test
    void aCorrectionIsForgottenWithWhatItCorrects() throws Exception {
        home.score("out", "1.1", "Ann 2023-01-01");
        home.score("out", "1.2", "Ann 2024-01-01");
        home.correct("out", "1.1", "corrected");
        FileTree.delete(home.results("out/1.1"));
        assertEquals(Set.of("1.2"), home.ofThisProcess().forgetRemoved(home.results("out")));
        assertEquals(List.of("1.2"), remembered().stream().map(RememberedResult::study).toList());
        assertEquals(List.of(), names("out/comparisons"));
    }

    @Test
    void aCorrectionThatIsRemovedCountsNoMore() throws Exception {
        home.score("out", "1.1", "Ann 2023-01-01");
        home.score("out", "1.2", "Ann 2024-01-01");
        home.correct("out", "1.1", "corrected");
        FileTree.delete(home.results("corrected/1.1"));
        home.score("out", "1.2", "Ann 2024-01-01");
        assertEquals(List.of("1.1+ 1.2+", "corrected/1.1+ 1.2+", "1.1+ 1.2+"), home.compared);
    }

    /** As after somebody has noticed that a study went under the number of another patient. */
    @Test
    void aStudyOfAnotherPatientIsTakenOutOfComparisons() throws Exception {
        for (int i = 1; i <= 3; i++) {
            home.score("out", "1." + i, "Ann 202" + i + "-01-01");
        }
        home.score("out", "2.1", "Bob 2021-06-01");
        Outcome moved = home.score("out", "1.2", "Bob 2022-01-01");
        assertEquals(List.of("1.1+ 1.3+", "2.1+ 1.2+"), home.compared.subList(home.compared.size() - 2, home.compared.size()));
        assertEquals(List.of("1.3", "1.2"), moved.comparisons().stream().map(Comparison::studyInstanceUid).toList());
        assertFalse(home.score("out", "1.1", "nobody 2021-01-01").known());
        assertEquals(List.of("1.2"), names("out/comparisons"), "that of 1.3 had nothing left to compare with");
        home.score("out", "1.2", "Eve 2022-01-01");
        assertEquals(List.of(), names("out/comparisons"), "also without another result");
    }

    @Test
    void aResultThatCannotBeComparedAnyMoreIsTakenOut() throws Exception {
        home.score("out", "1.1", "Ann 2023-01-01");
        home.score("out", "1.2", "Ann 2024-01-01");
        Place first = home.place("out", "1.1", "Ann 2023-01-01");
        SampleHome.write(first, "2", Optional.of("These images show a head."));
        assertFalse(home.ofThisProcess().add(first, Reach.ANY_FOLDER).known());
        assertEquals(List.of(), names("out/comparisons"));
    }

    @Test
    void anEarlierResultThatIsDamagedIsNamedAndLeftOut() throws Exception {
        for (int i = 1; i <= 2; i++) {
            home.score("out", "1." + i, "Ann 202" + i + "-01-01");
        }
        Files.writeString(home.results("out/1.1/manifest.json"), "{");
        assertEquals(List.of("Study 1.3 is not compared with study 1.1 of the same PatientID: the manifest.json of its result cannot be"
                + " read."), home.score("out", "1.3", "Ann 2023-01-01").doubts());
        Files.delete(home.results("out/1.2/manifest.json"));
        assertEquals(List.of("Study 1.4 is not compared with study 1.2 of the same PatientID: its result has no manifest.json any more."),
                home.score("out", "1.4", "Ann 2024-01-01").doubts());
        assertEquals("1.3+ 1.4+", home.compared.get(home.compared.size() - 1));
    }

    /** What a person put beside a comparison, or in its place. */
    @Test
    void whatIsNoComparisonStays() throws Exception {
        home.score("out", "1.1", "Ann 2023-01-01");
        home.score("out", "1.2", "Ann 2024-01-01");
        Files.writeString(home.results("out/comparisons/1.2/notes.txt"), "mine");
        FileTree.delete(home.results("out/1.1"));
        home.score("out", "1.2", "Ann 2024-01-01");
        assertEquals(List.of("notes.txt"), names("out/comparisons/1.2"));
        Files.writeString(Files.createDirectories(home.results("b")).resolve("comparisons"), "mine");
        assertEquals(1, home.score("b", "1.3", "Ann 2025-01-01").failures().size());
        assertEquals("mine", Files.readString(home.results("b/comparisons")));
    }

    /** The result was remembered, and the process killed before it was compared. */
    @Test
    void whatAKilledProcessLeftIsMadeUpFor() throws Exception {
        home.score("out", "1.1", "Ann 2023-01-01");
        home.score("out", "1.2", "Ann 2024-01-01");
        Path table = tables().get(0);
        Files.writeString(table, Files.readString(table).replaceAll(",\"comparison\":\"[0-9a-f]+\",\"failed\":false", ""));
        FileTree.delete(home.results("out/comparisons"));
        Place third = home.place("out", "1.3", "Ann 2025-01-01");
        SampleHome.write(third, "1");
        assertEquals(List.of("1.2", "1.3"), home.timeline().add(third, Reach.SAME_FOLDER).comparisons().stream()
                .map(Comparison::studyInstanceUid).toList());
    }

    @Test
    void withoutImagesThereIsAComparisonWithoutThem() throws Exception {
        home.score("out", "1.1", "Ann 2023-01-01");
        FileTree.delete(temp.resolve("images/1.1"));
        home.score("out", "1.2", "Ann 2024-01-01");
        assertEquals(List.of("1.1 1.2+"), home.compared);
    }

    /** The objects of a result have the patient of the images, which may be gone by then. */
    @Test
    void theObjectsOfAResultTellOfWhomItIs() throws Exception {
        home.score("out", "1.1", "Ann 2023-01-01");
        Place place = home.place("out", "1.2", "Ann 2024-01-01");
        SampleHome.write(place, "1");
        Files.move(place.images().get(0), place.folder().resolve("report.sr.dcm"));
        assertEquals(1, home.ofThisProcess().add(new Place("1.2", place.folder(), List.of()), Reach.SAME_FOLDER).comparisons().size());
    }

    @Test
    void whatIsRemovedIsForgottenAndItsComparisonsGo() throws Exception {
        for (int i = 1; i <= 3; i++) {
            home.score("out", "1." + i, "Ann 202" + i + "-01-01");
        }
        home.score("elsewhere", "1.5", "Bob 2021-01-01");
        FileTree.delete(home.results("out/1.1"));
        assertEquals(Set.of("1.2", "1.3"), home.ofThisProcess().forgetRemoved(home.results("out")));
        assertEquals(List.of(), names("out/comparisons"));
        home.score("out", "1.3", "Ann 2023-01-01");
        assertEquals("1.2+ 1.3+", Files.readString(home.results("out/comparisons/1.3/comparison.html")));
        FileTree.delete(home.results("out/1.2"));
        FileTree.delete(home.results("out/1.3"));
        home.ofThisProcess().forgetRemoved(home.results("out"));
        assertEquals(List.of(), names("out/comparisons"));
        assertEquals(List.of("1.5"), remembered().stream().map(RememberedResult::study).toList());
    }

    @Test
    void comparisonsOfResultsThatAreGoneGoAlsoWithoutATimeline() throws Exception {
        home.score("out", "1.1", "Ann 2023-01-01");
        home.score("out", "1.2", "Ann 2024-01-01");
        Files.createDirectories(home.results("out/comparisons/notes"));
        FileTree.delete(home.paths.timeline());
        FileTree.delete(home.results("out/1.2"));
        home.ofThisProcess().forgetRemoved(home.results("out"));
        assertEquals(List.of("notes"), names("out/comparisons"), "what is no comparison stays");
    }

    /** As of a disk that is not mounted at the moment. */
    @Test
    void aFolderOfResultsThatIsAwayTakesNothingWithIt() throws Exception {
        home.score("disk", "1.1", "Ann 2023-01-01");
        home.score("out", "1.2", "Ann 2024-01-01");
        Files.move(home.results("disk"), home.results("away"));
        home.score("out", "1.3", "Ann 2025-01-01");
        assertTrue(Files.exists(home.results("out/comparisons/1.2")));
        assertEquals("1.2+ 1.3+", home.compared.get(1));
        Files.move(home.results("away"), home.results("disk"));
        home.score("out", "1.3", "Ann 2025-01-01");
        assertEquals("disk/1.1+ 1.2+ 1.3+", home.compared.get(2));
    }

    @Test
    void twoProcessesCompareATwoOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int i = 0; i < 20; i++) {
                Place first = home.place("out", "1.1" + i, "Ann" + i + " 2023-01-01");
                Place second = home.place("out", "1.2" + i, "Ann" + i + " 2024-01-01");
                SampleHome.write(first, "1");
                SampleHome.write(second, "1");
                List<Callable<Outcome>> both = List.of(() -> home.timeline().add(first, Reach.ANY_FOLDER),
                        () -> home.timeline().add(second, Reach.ANY_FOLDER));
                int made = 0;
                for (Future<Outcome> one : threads.invokeAll(both)) {
                    made += one.get().comparisons().size();
                }
                assertEquals(1, made);
            }
        } finally {
            threads.shutdown();
        }
        assertEquals(20, home.compared.size());
    }

    @Test
    void theTableIsPrivateAndADamagedOneIsNamed() throws Exception {
        home.score("out", "1.1", "Ann 2023-01-01 NAME=a");
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(home.paths.timeline())));
        Path table = tables().get(0);
        for (String damage : List.of("{", "{\"schema\":\"spine-timeline/1\",\"results\":[{\"date\":\"x\"}]}", "[1]", "")) {
            Files.writeString(table, damage);
            FileSystemException refused = assertThrows(FileSystemException.class, () -> home.score("out", "1.2", "Ann 2024-01-01"));
            assertEquals(table.toString(), refused.getFile());
        }
        assertTrue(home.score("out", "2.1", "Bob 2023-01-01").known(), "that of others is not touched");
    }

    private List<RememberedResult> remembered() throws IOException {
        List<RememberedResult> all = new ArrayList<>();
        for (TimelineFile file : TimelineFile.all(home.paths.timeline())) {
            all.addAll(file.read());
        }
        return all;
    }

    private List<Path> tables() throws IOException {
        try (Stream<Path> files = Files.list(home.paths.timeline())) {
            return files.filter(file -> file.toString().endsWith(".json")).toList();
        }
    }

    private List<String> names(String folder) throws IOException {
        try (Stream<Path> files = Files.list(home.results(folder))) {
            return files.map(file -> file.getFileName().toString()).sorted((a, b) -> b.compareTo(a)).toList();
        }
    }
}
