package spine.runtime.internal.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.anatomy.AnatomyLocaliser;
import spine.api.model.ModelRole;
import spine.api.report.ReportWriter;
import spine.api.report.ScoringResult;
import spine.api.score.Score;
import spine.api.service.ScoringRequest;
import spine.pipeline.ForeignIndex;
import spine.pipeline.ProviderFailedException;
import spine.pipeline.ProviderSession;
import spine.runtime.internal.admission.ProviderDescriptor;

/** Foreign code that changes what it is given, or what it gave, now or later: it is named, and nobody else sees the change. */
class ForeignCodeTest {
    /** More arrays than one provider can reach here. */
    private static final int MOST = 500;

    @TempDir
    private Path temp;
    private int runs;

    private enum Part { READER, ANATOMY_MODEL, OEDEMA_MODEL, LOCALISER, INDEX, WRITER }

    /** One hostile provider among others, which overwrites one array. */
    private final class Trial {
        private final TestPlatform platform;
        private final Part hostile;
        private final int target;
        private final boolean later;
        private final List<Object> held = new ArrayList<>();
        private final List<String> seen = new ArrayList<>();

        /** @param later it changes after it has answered what it was given and its answer, else when it is asked what it is given */
        Trial(Part hostile, int target, boolean later) {
            this.platform = new TestPlatform(temp.resolve("home" + ++runs));
            this.hostile = hostile;
            this.target = target;
            this.later = later;
            platform.addModel("vertebrae", "2.0.0", ModelRole.ANATOMY, ModelRole.ANATOMY_CLASSES, (stack, cancellation) ->
                    done(Part.ANATOMY_MODEL, TestPlatform.everywhere(ModelRole.ANATOMY_CLASSES, stack), stack));
            platform.addModel("oedema", "2.0.0", ModelRole.OEDEMA, ModelRole.OEDEMA_CLASSES, (stack, cancellation) ->
                    done(Part.OEDEMA_MODEL, TestPlatform.everywhere(ModelRole.OEDEMA_CLASSES, stack), stack));
            AnatomyLocaliser localiser = (study, maps) -> done(Part.LOCALISER, TinyStudy.anatomy(), study, maps);
            platform.providers.localisers().table().add("hostile", new ProviderDescriptor<>("", "", "", localiser), platform.rank("2.0.0"));
            platform.addIndex("first", input -> done(Part.INDEX, TestPlatform.score("first", input), input));
            platform.addIndex("second", input -> observed(TestPlatform.score("second", input), input));
            platform.addWriter("first", (result, folder) -> done(Part.WRITER, List.of(), result));
            platform.addWriter("second", (result, folder) -> observed(List.of(), result));
        }

        private <A> A done(Part part, A answer, Object... given) {
            if (part == hostile) {
                if (later) {
                    held.addAll(Reachable.from(given).arrays);
                    held.addAll(Reachable.from(answer).arrays);
                } else {
                    overwrite(Reachable.from(given).arrays);
                }
            } else {
                observed(answer, given);
            }
            return answer;
        }

        /** As another part sees it, after what was held was changed behind its back. */
        private <A> A observed(A answer, Object... given) {
            overwrite(held);
            for (Object array : Reachable.from(given).arrays) {
                seen.add(array instanceof float[] pixels ? "pixels " + Arrays.hashCode(pixels) : "mask " + Arrays.hashCode((byte[]) array));
            }
            seen.add(answer instanceof Score score ? score.totals().toString() : "");
            return answer;
        }

        private void overwrite(List<Object> arrays) {
            if (target < arrays.size()) {
                Reachable.overwrite(arrays.get(target));
            }
        }

        ScoringResult score() throws Exception {
            return platform.pipeline.score(TestPlatform.source("1.2", () -> done(Part.READER, TinyStudy.study("1.2"))),
                    new ScoringRequest(List.of("first", "second"), List.of("first", "second"), temp.resolve("out" + runs)),
                    Progress.SILENT, new Cancellation());
        }
    }

    /** Whatever its name: the class of this test belongs to no bundle. */
    @Test
    void anIndexThatIsNotOfThePlatformIsKnownAsSuch() throws Exception {
        TestPlatform platform = new TestPlatform(temp.resolve("home"));
        platform.addOedemaModel("1.0.0");
        try (ProviderSession session = new LeasedSessions(platform.providers, platform.selection, platform.shadow).open(
                TestPlatform.source("1.2", () -> TinyStudy.study("1.2")),
                new ScoringRequest(List.of("sparcc"), List.of(), temp.resolve("out")), new Cancellation())) {
            assertInstanceOf(ForeignIndex.class, session.providers().indexes().get(0));
        }
    }

    /** What each part sees where the part that is to be hostile does nothing. */
    private List<String> quietly(Part hostile) throws Exception {
        Trial quiet = new Trial(hostile, MOST, true);
        quiet.score();
        return quiet.seen;
    }

    @Test
    void whatAPartChangesLaterIsSeenByNobody() throws Exception {
        for (Part part : Part.values()) {
            List<String> quiet = quietly(part);
            int targets = 1;
            for (int target = 0; target < targets; target++) {
                Trial trial = new Trial(part, target, true);
                trial.score();
                assertEquals(quiet, trial.seen, part + " changed array " + target);
                targets = trial.held.size();
                assertTrue(targets > 0 && targets < MOST, part + " reached " + targets);
            }
        }
    }

    @Test
    void whatAPartChangesWhenItIsAskedEndsItByNameAndIsSeenByNobody() throws Exception {
        Map<Part, Integer> arrays = Map.of(Part.ANATOMY_MODEL, 2, Part.OEDEMA_MODEL, 2,
                Part.LOCALISER, 2 + 2 * ModelRole.ANATOMY_CLASSES.size(), Part.INDEX, 8, Part.WRITER, 8);
        for (Map.Entry<Part, Integer> each : arrays.entrySet()) {
            List<String> quiet = quietly(each.getKey());
            for (int target = 0; target < each.getValue(); target++) {
                Trial trial = new Trial(each.getKey(), target, false);
                if (each.getKey() == Part.INDEX) {
                    ScoringResult result = trial.score();
                    assertEquals(List.of("The scoring index first 1.0.0 changed the images or masks that it was given to read; no other"
                            + " part saw that."), result.failures());
                    assertEquals(quiet, trial.seen);
                } else {
                    String said = assertThrows(ProviderFailedException.class, trial::score).getMessage();
                    assertTrue(said.contains(" changed the images or masks that it was given"), said);
                    assertEquals(quiet.subList(0, trial.seen.size()), trial.seen);
                    assertFalse(Files.exists(temp.resolve("out" + runs)));
                }
            }
        }
    }

    /** Whatever the values of the platform hold besides arrays cannot be changed at all. */
    @Test
    void noCollectionThatIsHandedOverCanBeChanged() throws Exception {
        ScoringResult result = new Trial(Part.INDEX, MOST, true).score();
        List<Object> containers = Reachable.from(result).containers;
        assertTrue(containers.size() > 20, containers.size() + " collections");
        for (Object container : containers) {
            assertThrows(UnsupportedOperationException.class, () -> {
                if (container instanceof Collection<?> all) {
                    all.add(null);
                } else {
                    ((Map<?, ?>) container).put(null, null);
                }
            }, container.toString());
        }
    }

    @Test
    void aScoreHasTheIdentityOfItsService() throws Exception {
        for (String claim : List.of("sparcc", "Sparcc", "other 1.0.0", "")) {
            TestPlatform platform = new TestPlatform(temp.resolve("claims" + claim.length()));
            platform.addOedemaModel("1.0.0");
            platform.addIndex("other", input -> TestPlatform.score(claim, input));
            ScoringResult result = platform.pipeline.score(TestPlatform.source(), new ScoringRequest(List.of("other", "sparcc"), List.of(),
                    temp.resolve("unused")), Progress.SILENT, new Cancellation());
            assertEquals(List.of("sparcc"), result.scores().stream().map(Score::indexId).toList());
            assertEquals(List.of("The scoring index other 1.0.0 gave an answer on study 1.2 that cannot be used: it calls itself " + claim
                    + " 1.0.0, its service other 1.0.0."), result.failures());
        }
    }

    @Test
    void aModelThatChangesItsCardIsHeldAgainstItsFirst() throws Exception {
        TestPlatform platform = new TestPlatform(temp.resolve("cards"));
        platform.addModel("liar", "1.0.0", ModelRole.OEDEMA, ModelRole.OEDEMA_CLASSES, "impostor");
        assertEquals("The model liar@1.0.0 calls itself impostor 1.0.0 on its card.", assertThrows(ProviderFailedException.class,
                () -> platform.score(TestPlatform.source(), temp.resolve("out"), "json")).getMessage());
    }

    @Test
    void aWriterDoesNothingToTheFilesOfOthers() throws Exception {
        Map<String, ReportWriter> hostile = Map.of(
                "wrote json, which is the name of another file of the result",
                (result, folder) -> List.of(Files.writeString(folder.resolve("json"), "mine")),
                "wrote manifest.json, which is the name of another file of the result",
                (result, folder) -> List.of(Files.writeString(folder.resolve("manifest.json"), "{}")),
                "wrote extra, which it does not name",
                (result, folder) -> List.of(Files.writeString(folder.resolve("extra"), "x").resolveSibling("named")).stream()
                        .peek(ForeignCodeTest::touch).toList(),
                "changed files of other writers",
                (result, folder) -> append(folder.resolveSibling("json")),
                "changed files of other writers ",
                (result, folder) -> delete(folder.resolveSibling("json")));
        for (Map.Entry<String, ReportWriter> each : hostile.entrySet()) {
            TestPlatform platform = new TestPlatform(temp.resolve("writers" + ++runs));
            platform.addOedemaModel("1.0.0");
            platform.addWriter("second", each.getValue());
            Path out = temp.resolve("written" + runs);
            platform.addWriter("first", (result, folder) -> List.of(Files.writeString(folder.resolve("json"), "first")));
            String said = assertThrows(ProviderFailedException.class,
                    () -> platform.score(TestPlatform.source(), out, "first", "second")).getMessage();
            assertEquals("The writer of second " + each.getKey().strip() + ".", said);
            assertFalse(Files.exists(out));
        }
    }

    @Test
    void filesOfAllWritersLieTogether() throws Exception {
        TestPlatform platform = new TestPlatform(temp.resolve("together"));
        platform.addOedemaModel("1.0.0");
        platform.addWriter("deep", (result, folder) -> {
            Path inner = Files.createDirectories(folder.resolve("a/b"));
            return List.of(Files.writeString(inner.resolve("deep.txt"), "x"));
        });
        Path out = temp.resolve("all");
        platform.score(TestPlatform.source(), out, "json", "deep");
        try (Stream<Path> files = Files.walk(out)) {
            assertEquals(List.of("a/b/deep.txt", "json", "manifest.json"), files.filter(Files::isRegularFile)
                    .map(file -> out.relativize(file).toString()).sorted().toList());
        }
    }

    private static void touch(Path file) {
        try {
            Files.writeString(file, "named");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Path> append(Path file) throws IOException {
        Files.writeString(file, " and more", StandardOpenOption.APPEND);
        return List.of();
    }

    private static List<Path> delete(Path file) throws IOException {
        Files.delete(file);
        return List.of();
    }
}
