package spine.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.image.ClassProbabilities;
import spine.api.image.SeriesChoice;
import spine.api.image.SliceStack;
import spine.api.image.Study;
import spine.api.image.StudyReader;
import spine.api.image.StudySource;
import spine.api.model.ModelCard;
import spine.api.model.ModelRole;
import spine.api.model.SegmentationModel;
import spine.api.report.ReportWriter;

/** A model that does not hear, a reader that trusts files and leaves them open, a writer that counts. */
class WrongModelReaderWriterTest {

    @Test
    void aModelThatGoesOnWhenCancelledAndWhoseProbabilitiesAreNone() {
        assertEquals(Set.of("whatIsCancelledBeforeDoesNotRun", "whatIsCancelledBetweenSlicesStops",
                "probabilitiesLieOnTheGridOfTheStackAndSumToOne", "theCardIsComplete"), Verdict.of(Deaf.class).failed());
    }

    @Test
    void aReaderThatTrustsItsFileAndLeavesItOpen() {
        Set<String> failed = Verdict.of(Trusting.class).failed();
        assertTrue(failed.contains("aDamagedFileIsReadOrRefusedInOneSentence"), failed.toString());
        assertTrue(failed.contains("whatIsGoneIsNamed"), failed.toString());
        assertTrue(failed.contains("noFileIsLeftOpen") || OpenFiles.all().isEmpty(), failed.toString());
    }

    @Test
    void aWriterThatNumbersItsReportsAndDoesNotNameThem() {
        Set<String> failed = Verdict.of(Counting.class).failed();
        assertTrue(failed.containsAll(Set.of("theSameResultGivesTheSameBytes", "whatItSaysItWroteIsWhatItWrote")), failed.toString());
    }

    static class Deaf extends SegmentationModelContract {
        @Override
        protected SegmentationModel create() {
            return new SegmentationModel() {
                @Override
                public ModelCard card() {
                    return new ModelCard("deaf", "1", ModelRole.OEDEMA, ModelRole.OEDEMA_CLASSES, Map.of(), 0.5, "", Map.of(), "", "");
                }

                @Override
                public ClassProbabilities segment(SliceStack stack, Progress progress, Cancellation cancellation) {
                    byte[][][] maps = new byte[2][stack.slices().size()][stack.rows() * stack.columns()];
                    progress.at("segmenting", 0);
                    progress.at("segmenting", 1);
                    return new ClassProbabilities(ModelRole.OEDEMA_CLASSES, maps);
                }
            };
        }
    }

    static class Trusting extends StudyReaderContract {
        private static final List<InputStream> OPEN = new ArrayList<>();

        @Override
        protected Path writeStudy(Path empty) throws IOException {
            return Files.write(empty.resolve("study.one"), new byte[] {1, 2, 3, 4});
        }

        @Override
        protected StudyReader create() {
            return new StudyReader() {
                @Override
                public boolean reads(Path location) {
                    return location.toString().endsWith(".one");
                }

                @Override
                public List<StudySource> find(List<Path> locations, SeriesChoice choice) {
                    return List.of(new StudySource() {
                        @Override
                        public String studyInstanceUid() {
                            return "2.25.1";
                        }

                        @Override
                        public Study load() {
                            return trusting(locations.get(0));
                        }
                    });
                }
            };
        }

        private static Study trusting(Path file) {
            try {
                InputStream in = Files.newInputStream(file);
                OPEN.add(in);
                byte[] four = in.readNBytes(4);
                SliceStack stack = SampleStack.single();
                stack.slices().get(0).pixels()[four[3]] = four[0];
                return new Study("2.25.1", List.of(stack), List.of());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    static class Counting extends ReportWriterContract {
        @Override
        protected ReportWriter create() {
            AtomicInteger count = new AtomicInteger();
            return (result, folder) -> {
                Files.writeString(folder.resolve("number.txt"), "report " + count.incrementAndGet());
                Path note = Files.writeString(folder.resolve("note.txt"), "report " + count.get());
                return List.of(note);
            };
        }
    }
}
