package spine.pipeline;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.UnusableInputException;
import spine.api.anatomy.SpineAnatomy;
import spine.api.image.ClassProbabilities;
import spine.api.image.Study;
import spine.api.image.StudyLabel;
import spine.api.image.StudySource;
import spine.api.model.IntervalRule;
import spine.api.model.ModelCard;
import spine.api.report.Predecessor;
import spine.api.report.ReportWriter;
import spine.api.report.ScoringResult;
import spine.api.score.LesionMap;
import spine.api.score.Score;
import spine.api.score.ScoreIntervals;
import spine.api.score.ScoringIndex;
import spine.api.score.ScoringInput;
import spine.common.file.AtomicFolder;
import spine.common.file.FileFailure;
import spine.pipeline.interval.SliceGaps;
import spine.pipeline.interval.TotalIntervals;
import spine.pipeline.interval.TraitMeasurement;
import spine.pipeline.lesion.BodyRegions;
import spine.pipeline.lesion.LesionReading;
import spine.pipeline.result.ResultFolder;

/**
 * Reader, anatomy model, localiser, oedema model, index, writers: one study after the other step. Safe for use by many threads if its
 * providers are.
 */
public final class StudyPipeline {
    private static final Logger LOG = LoggerFactory.getLogger(StudyPipeline.class);

    private final StudyProviders providers;
    private final List<String> warnings;
    private final SettingsAtStart settings;
    private final StudyLabelling labelling;
    private final Optional<Predecessor> predecessor;

    public StudyPipeline(StudyProviders providers) {
        this(providers, List.of());
    }

    /** @param warnings on the providers themselves, for the reader of the report */
    public StudyPipeline(StudyProviders providers, List<String> warnings) {
        this(providers, warnings, SettingsAtStart.unknown(), StudyLabelling.NONE, Optional.empty());
    }

    /** @param predecessor the result in whose place the new one comes */
    StudyPipeline(StudyProviders providers, List<String> warnings, SettingsAtStart settings, StudyLabelling labelling,
            Optional<Predecessor> predecessor) {
        this.providers = providers;
        this.warnings = List.copyOf(warnings);
        this.settings = settings;
        this.labelling = labelling;
        this.predecessor = predecessor;
    }

    /** The same, for a caller to whom the origin of the result does not matter. */
    public ScoredStudy score(StudySource source, Path folder, Progress progress, Cancellation cancellation)
            throws UnusableInputException, IOException {
        return score(source, ResultFolder.of(folder, source.studyInstanceUid()), progress, cancellation);
    }

    /**
     * Scores one study and writes its result.
     *
     * @param folder the study's own, in which the result appears complete or not at all; not touched where nothing writes
     * @throws UnusableInputException if the study cannot be scored
     * @throws java.nio.file.FileAlreadyExistsException if what is in the folder must not be replaced
     * @throws ProviderFailedException if a provider failed; of an index only if every other failed too, since the result says else which
     * @throws IOException if the result cannot be written
     * @throws java.util.concurrent.CancellationException when cancelled
     */
    public ScoredStudy score(StudySource source, ResultFolder folder, Progress progress, Cancellation cancellation)
            throws UnusableInputException, IOException {
        if (!providers.writers().isEmpty()) {
            folder.requireReplaceable();
        }
        Stopwatch watch = new Stopwatch();
        progress.at("reading", 0);
        Study study = source.load();
        PlausibleStudy.require(study);
        StudyLabel label = labelling.of(study);
        watch.readDone();
        List<ClassProbabilities> anatomyMaps = new StackSegmentation(providers.anatomyModel(), "anatomy").segment(study, progress,
                cancellation);
        SpineAnatomy anatomy = RecognisedSpine.of(providers.localiser().locate(study, anatomyMaps));
        watch.anatomyDone();
        List<ClassProbabilities> oedemaMaps = new StackSegmentation(providers.oedemaModel(), "oedema")
                .segment(study, BodyRegions.of(study, anatomy), progress, cancellation);
        watch.oedemaDone();
        cancellation.check();
        progress.at("scoring", 0);
        ScoringResult result = score(study, label, anatomy, oedemaMaps, watch);
        cancellation.check();
        progress.at("writing", 0);
        return new ScoredStudy(write(result, folder, watch), oedemaMaps);
    }

    /** @param label for the result alone: an index has no use for it */
    private ScoringResult score(Study study, StudyLabel label, SpineAnatomy anatomy, List<ClassProbabilities> oedemaMaps, Stopwatch watch) {
        ModelCard oedemaCard = providers.oedemaModel().card();
        LesionReading reading = new LesionReading(oedemaCard, study, anatomy, oedemaMaps);
        List<LesionMap> lesions = reading.lesions();
        ScoringInput input = new ScoringInput(study, anatomy, lesions);
        List<Score> scores = new ArrayList<>();
        List<ScoreIntervals> intervals = new ArrayList<>();
        List<ProviderFailedException> failures = new ArrayList<>();
        for (ScoringIndex index : providers.indexes()) {
            try {
                Score score = index.score(input);
                scores.add(anatomy.noSpine().isEmpty() ? score : score.unscored());
                intervals(index, score, reading, input, oedemaMaps).ifPresent(intervals::add);
            } catch (ProviderFailedException e) {
                LOG.error("study {} has no score of one index", study.studyInstanceUid(), e);
                failures.add(e);
            }
        }
        if (scores.isEmpty() && !failures.isEmpty()) {
            String all = failures.stream().map(Throwable::getMessage).collect(Collectors.joining(" "));
            throw new ProviderFailedException(all, failures.get(0));
        }
        watch.scoreDone();
        return new ScoringResult(study.labelled(label), List.of(providers.anatomyModel().card(), oedemaCard), anatomy, lesions,
                reading.images(), reading.findings(), scores, intervals, warnings(study, anatomy, scores), watch.timing(),
                List.of(providers.anatomyModel().engine(), providers.oedemaModel().engine()), settings.used(),
                failures.stream().map(Throwable::getMessage).toList(), Optional.empty(), predecessor);
    }

    /** For the index that the oedema model's rule was calibrated for; empty for another, and where there is no spine. */
    private Optional<ScoreIntervals> intervals(ScoringIndex index, Score score, LesionReading reading, ScoringInput input,
            List<ClassProbabilities> oedemaMaps) {
        Optional<IntervalRule> calibrated = providers.oedemaModel().card().intervals()
                .filter(rule -> rule.indexId().equals(score.indexId()));
        if (calibrated.isEmpty() || input.anatomy().noSpine().isPresent()) {
            return Optional.empty();
        }
        IntervalRule rule = calibrated.get();
        TotalIntervals totals = new TotalIntervals(rule);
        if (index instanceof ForeignIndex) {
            return Optional.of(totals.withheldFor("it was calibrated for the platform's own " + rule.indexId()
                    + ", and this is another index of that name."));
        }
        Optional<String> gaps = SliceGaps.in(input.study());
        if (gaps.isPresent()) {
            return gaps.map(totals::withheldFor);
        }
        Optional<ScoreIntervals> withheld = settings.used().known() ? totals.withheldFor(settings.used().changed()) : Optional.empty();
        if (withheld.isPresent()) {
            return withheld;
        }
        try {
            Score strict = index.score(new ScoringInput(input.study(), input.anatomy(), reading.at(rule.strict()).lesions()));
            Score lenient = index.score(new ScoringInput(input.study(), input.anatomy(), reading.at(rule.lenient()).lesions()));
            return Optional.of(totals.of(providers.anatomyModel().card(), score, strict, lenient,
                    TraitMeasurement.of(input.study(), input.anatomy(), oedemaMaps)));
        } catch (ProviderFailedException e) {
            LOG.warn("study {} has no interval", input.study().studyInstanceUid(), e);
            return Optional.of(totals.withheldFor(e.getMessage()));
        }
    }

    private List<String> warnings(Study study, SpineAnatomy anatomy, List<Score> scores) {
        Set<String> all = new LinkedHashSet<>(warnings);
        settings.doubt().ifPresent(all::add);
        all.addAll(study.warnings());
        study.notes().stream().filter(note -> !note.isWarning())
                .forEach(note -> LOG.info("study {}: {}", study.studyInstanceUid(), note.text()));
        anatomy.noSpine().ifPresent(all::add);
        all.addAll(CoverageWarnings.of(study, anatomy));
        all.addAll(anatomy.warnings());
        scores.forEach(score -> all.addAll(score.warnings()));
        return List.copyOf(all);
    }

    /** Writes a result in all formats. @return the same with the time that it took */
    ScoringResult write(ScoringResult result, ResultFolder target, Stopwatch watch) throws IOException {
        if (providers.writers().isEmpty()) {
            return timed(result, watch);
        }
        try (AtomicFolder folder = target.begin()) {
            for (ReportWriter writer : providers.writers()) {
                writer.write(timed(result, watch), folder.staging());
                watch.writeDone();
            }
            target.publish(folder, result.scores().stream().map(Score::indexId).toList(), result.anatomy().noSpine());
        } catch (FileSystemException named) {
            throw named;
        } catch (IOException e) {
            // Of a full disk Java says neither the file nor the folder.
            throw new FileSystemException(target.folder().toString(), null, FileFailure.reason(e));
        }
        return timed(result, watch);
    }

    private static ScoringResult timed(ScoringResult result, Stopwatch watch) {
        return new ScoringResult(result.study(), result.models(), result.anatomy(), result.lesions(), result.images(),
                result.findings(), result.scores(), result.intervals(), result.warnings(), watch.timing(), result.engines(),
                result.settings(), result.failures(), result.correction(), result.predecessor());
    }
}
