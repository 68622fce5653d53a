package spine.pipeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.UnusableInputException;
import spine.api.anatomy.SpineAnatomy;
import spine.api.image.ClassProbabilities;
import spine.api.image.Study;
import spine.api.image.StudySource;
import spine.api.model.ModelCard;
import spine.api.report.ImageFinding;
import spine.api.report.ReportWriter;
import spine.api.report.ScoringResult;
import spine.api.score.Score;
import spine.api.score.ScoringIndex;
import spine.api.score.ScoringInput;
import spine.api.service.ScoringRequest;
import spine.api.service.SpineScoring;
import spine.api.service.UnavailableException;
import spine.api.service.Workload;

/** Reader, anatomy model, localiser, oedema model, index, writers: one study after the other step. */
@Component
public final class StudyPipeline implements SpineScoring, Workload {
    private static final Logger LOG = LoggerFactory.getLogger(StudyPipeline.class);

    private final Providers providers;
    private final Steps steps;
    private final Shadow shadow;
    private final StudyCount count = new StudyCount();

    @Activate
    public StudyPipeline(@Reference Providers providers, @Reference Shadow shadow) {
        this.providers = providers;
        this.steps = new Steps(providers);
        this.shadow = shadow;
    }

    @Override
    public ScoringResult score(StudySource source, ScoringRequest request, Progress progress, Cancellation cancellation)
            throws UnusableInputException, UnavailableException, IOException {
        try (StudyCount.Place place = count.enter(); Pinned pinned = Pinned.of(providers, request)) {
            place.begin();
            Stopwatch watch = new Stopwatch();
            progress.at("reading", 0);
            Study study = source.load();
            watch.readDone();
            List<ClassProbabilities> anatomyMaps = steps.segment(pinned.anatomyModel(), study, "anatomy", progress, cancellation);
            SpineAnatomy anatomy = steps.locate(pinned.localiser(), study, anatomyMaps, cancellation);
            watch.anatomyDone();
            List<ClassProbabilities> oedemaMaps = steps.segment(pinned.oedemaModel(), study, "oedema", progress, cancellation);
            watch.oedemaDone();
            cancellation.check();
            progress.at("scoring", 0);
            ScoringResult result = score(study, anatomy, oedemaMaps, pinned, watch);
            cancellation.check();
            progress.at("writing", 0);
            ScoringResult written = write(result, request, pinned.writers(), watch, cancellation);
            shadow.follow(written, oedemaMaps, pinned);
            return written;
        }
    }

    @Override
    public int running() {
        return count.running();
    }

    @Override
    public int waiting() {
        return count.waiting();
    }

    private ScoringResult score(Study study, SpineAnatomy anatomy, List<ClassProbabilities> oedemaMaps, Pinned pinned, Stopwatch watch) {
        ModelCard oedemaCard = pinned.oedemaModel().service().card();
        OedemaReading reading = new OedemaReading(oedemaCard, study, anatomy, oedemaMaps);
        List<ImageFinding> images = reading.images();
        ScoringInput input = new ScoringInput(study, anatomy, reading.lesions());
        List<Score> scores = new ArrayList<>();
        for (Offer<ScoringIndex> index : pinned.indexes()) {
            scores.add(steps.score(index, input));
        }
        watch.scoreDone();
        return new ScoringResult(study, List.of(pinned.anatomyModel().service().card(), oedemaCard), anatomy, reading.lesions(), images,
                scores, warnings(study, anatomy, scores, pinned), watch.timing());
    }

    private static List<String> warnings(Study study, SpineAnatomy anatomy, List<Score> scores, Pinned pinned) {
        Set<String> warnings = new LinkedHashSet<>(pinned.warnings());
        warnings.addAll(study.warnings());
        study.notes().stream().filter(note -> !note.isWarning())
                .forEach(note -> LOG.info("study {}: {}", study.studyInstanceUid(), note.text()));
        if (anatomy.stacks().stream().allMatch(stack -> stack.bodies().isEmpty())) {
            warnings.add("No vertebra was recognised in these images, so the scores say nothing about the patient.");
        }
        warnings.addAll(anatomy.warnings());
        scores.forEach(score -> warnings.addAll(score.warnings()));
        return List.copyOf(warnings);
    }

    private ScoringResult write(ScoringResult result, ScoringRequest request, List<Offer<ReportWriter>> writers, Stopwatch watch,
            Cancellation cancellation) throws IOException {
        if (writers.isEmpty()) {
            return timed(result, watch);
        }
        try (ResultFolder folder = new ResultFolder(request.folder())) {
            for (Offer<ReportWriter> writer : writers) {
                steps.write(writer, timed(result, watch), folder.staging(), cancellation);
                watch.writeDone();
            }
            folder.publish();
        }
        return timed(result, watch);
    }

    private static ScoringResult timed(ScoringResult result, Stopwatch watch) {
        return new ScoringResult(result.study(), result.models(), result.anatomy(), result.lesions(), result.images(),
                result.scores(), result.warnings(), watch.timing());
    }
}
