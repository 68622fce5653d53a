package spine.app.internal.cli.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.UnusableInputException;
import spine.api.image.ClassProbabilities;
import spine.api.image.SliceStack;
import spine.api.image.StackRegion;
import spine.api.image.Study;
import spine.api.image.StudySource;
import spine.api.model.ModelCard;
import spine.api.model.SegmentationModel;
import spine.api.report.ReportWriter;
import spine.api.report.ScoringResult;
import spine.pipeline.StudyProviders;

/** The providers of one study, each of which tells a {@link StudyProfile} when it has done its part. */
final class ProfiledProviders {
    private final StudyProfile profile;

    ProfiledProviders(StudyProfile profile) {
        this.profile = profile;
    }

    StudySource of(StudySource source) {
        return new ProfiledSource(source, profile);
    }

    StudyProviders of(StudyProviders providers) {
        AtomicBoolean scored = new AtomicBoolean();
        return new StudyProviders(new ProfiledModel(providers.anatomyModel(), Step.ANATOMY, profile),
                (study, maps) -> {
                    var anatomy = providers.localiser().locate(study, maps);
                    profile.ended(Step.LOCALISE);
                    return anatomy;
                },
                new ProfiledModel(providers.oedemaModel(), Step.OEDEMA, profile), providers.indexes(),
                providers.writers().stream().<ReportWriter>map(writer -> new ProfiledWriter(writer, scored, profile)).toList());
    }

    private record ProfiledSource(StudySource source, StudyProfile profile) implements StudySource {

        @Override
        public String studyInstanceUid() {
            return source.studyInstanceUid();
        }

        @Override
        public Study load() throws UnusableInputException {
            Study study = source.load();
            profile.ended(Step.READ);
            return study;
        }
    }

    private record ProfiledModel(SegmentationModel model, Step step, StudyProfile profile) implements SegmentationModel {

        @Override
        public ModelCard card() {
            return model.card();
        }

        @Override
        public String engine() {
            return model.engine();
        }

        @Override
        public ClassProbabilities segment(SliceStack stack, Progress progress, Cancellation cancellation) {
            ClassProbabilities map = model.segment(stack, new EndOfPreparation(progress, profile), cancellation);
            profile.ended(step);
            return map;
        }

        @Override
        public ClassProbabilities segment(SliceStack stack, StackRegion region, Progress progress, Cancellation cancellation) {
            ClassProbabilities map = model.segment(stack, region, new EndOfPreparation(progress, profile), cancellation);
            profile.ended(step);
            return map;
        }
    }

    /** Hears that the preparation has ended when a model reports something by another name than before. */
    private static final class EndOfPreparation implements Progress {
        private final Progress listener;
        private final StudyProfile profile;
        private String first;
        private boolean over;

        EndOfPreparation(Progress listener, StudyProfile profile) {
            this.listener = listener;
            this.profile = profile;
        }

        @Override
        public synchronized void at(String step, double done) {
            first = first == null ? step : first;
            if (!over && !first.equals(step)) {
                over = true;
                profile.ended(Step.PREPARE);
            }
            listener.at(step, done);
        }
    }

    private record ProfiledWriter(ReportWriter writer, AtomicBoolean scored, StudyProfile profile) implements ReportWriter {

        @Override
        public List<Path> write(ScoringResult result, Path folder) throws IOException {
            if (!scored.getAndSet(true)) {
                profile.ended(Step.SCORE);
            }
            List<Path> files = writer.write(result, folder);
            profile.ended(Step.WRITE);
            return files;
        }
    }
}
