package spine.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.UnusableInputException;
import spine.api.anatomy.SpineAnatomy;
import spine.api.correction.CorrectedResult;
import spine.api.correction.CorrectionRequest;
import spine.api.correction.ResultCorrection;
import spine.api.image.Study;
import spine.api.image.StudySource;
import spine.api.report.MaskReader;
import spine.api.report.Predecessor;
import spine.api.report.ReportReader;
import spine.api.report.ResultArchive;
import spine.api.report.ScoringResult;
import spine.api.report.UsedSettings;
import spine.api.score.LesionMap;
import spine.api.score.Score;
import spine.api.score.ScoreIntervals;
import spine.api.score.ScoringIndex;
import spine.api.score.ScoringInput;
import spine.api.service.EffectiveSettings;
import spine.api.service.ScoringRequest;
import spine.api.service.UnavailableException;
import spine.common.digest.Sha256;
import spine.pipeline.correction.CorrectedStudy;
import spine.pipeline.correction.CorrectionSentence;
import spine.pipeline.correction.EditedMasks;
import spine.pipeline.correction.ReportOfModels;
import spine.pipeline.result.ResultFolder;

/** Scores corrected results with providers lent for each. Safe for use by many threads. */
@Component
public final class StudyRescoring implements ResultCorrection {
    private static final String NO_INTERVAL =
            "No interval: a person corrected this result, and intervals are calibrated for what the models give alone.";

    private final ProviderSessions sessions;
    private final ResultArchive archive;
    private final MaskReader masks;
    private final ReportReader reports;

    /** May come and go; without it a result does not say what it was set to. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile EffectiveSettings settings;

    @Activate
    public StudyRescoring(@Reference ProviderSessions sessions, @Reference ResultArchive archive, @Reference MaskReader masks,
            @Reference ReportReader reports) {
        this.sessions = sessions;
        this.archive = archive;
        this.masks = masks;
        this.reports = reports;
    }

    @Override
    public ResultArchive.Contents contents(Path result) throws UnusableInputException, IOException {
        return archive.contents(result);
    }

    @Override
    public CorrectedResult rescore(StudySource source, CorrectionRequest request, Progress progress, Cancellation cancellation)
            throws UnusableInputException, UnavailableException, IOException {
        Set<String> indexes = new LinkedHashSet<>(archive.contents(request.result()).indexes());
        indexes.addAll(request.indexes());
        try (ProviderSession session = sessions.open(source,
                new ScoringRequest(List.copyOf(indexes), request.formats(), request.folder()), cancellation)) {
            UsedSettings used = SettingsAtStart.of(settings).used();
            Stopwatch watch = new Stopwatch();
            progress.at("reading", 0);
            Study study = session.source().load();
            ScoringResult machine = archive.restore(request.result(), study);
            if (RecognisedSpine.of(machine.anatomy()).noSpine().isPresent()) {
                throw new UnusableInputException("The images of the result in " + request.result()
                        + " show no spine, so that there is nothing to correct.");
            }
            EditedMasks edited = EditedMasks.read(machine, request.result(), request.masks(), masks);
            watch.readDone();
            cancellation.check();
            CorrectedStudy corrected = CorrectedStudy.of(machine, Sha256.of(request.result().resolve("report.json")), edited,
                    request.names(), session.providers().localiser());
            if (RecognisedSpine.of(corrected.anatomy()).noSpine().isPresent()) {
                throw new UnusableInputException("The corrected masks show no discovertebral unit, so that there is nothing to score.");
            }
            watch.anatomyDone();
            progress.at("scoring", 0);
            List<String> remarks = new ArrayList<>(corrected.remarks());
            Optional<Predecessor> predecessor = ReportOfModels.in(request.result(), study.studyInstanceUid(), reports, remarks);
            ScoringResult before = rescored(machine, session.providers().indexes(), remarks);
            ScoringResult after = corrected(before, corrected, session.providers().indexes(), remarks, used, watch)
                    .replacing(predecessor);
            cancellation.check();
            progress.at("writing", 0);
            return new CorrectedResult(before, new StudyPipeline(session.providers()).write(after,
                    ResultFolder.of(request.folder(), study.studyInstanceUid()), watch));
        }
    }

    /** The result of the models by the indices that serve now. */
    private static ScoringResult rescored(ScoringResult machine, List<ScoringIndex> indexes, List<String> remarks) {
        Map<String, Score> reported = machine.scores().stream().collect(Collectors.toMap(Score::indexId, score -> score));
        List<Score> scores = scores(indexes, machine.study(), machine.anatomy(), machine.lesions());
        for (Score score : scores) {
            Score then = reported.get(score.indexId());
            if (then != null && !then.totals().equals(score.totals())) {
                remarks.add("The index " + score.indexId() + " " + score.indexVersion() + " gives other totals for the models' masks than "
                        + then.indexVersion() + ", which scored them first: " + then.totals() + " then, " + score.totals() + " now.");
            }
        }
        return new ScoringResult(machine.study(), machine.models(), machine.anatomy(), machine.lesions(), machine.images(),
                machine.findings(), scores, machine.intervals(), machine.warnings(), machine.timing(), machine.engines());
    }

    private static ScoringResult corrected(ScoringResult machine, CorrectedStudy corrected, List<ScoringIndex> indexes,
            List<String> remarks, UsedSettings used, Stopwatch watch) {
        List<Score> scores = scores(indexes, machine.study(), corrected.anatomy(), corrected.lesions());
        List<ScoreIntervals> intervals = corrected.correction().none() ? machine.intervals() : machine.intervals().stream()
                .map(of -> ScoreIntervals.withheld(of.indexId(), of.coverage(), NO_INTERVAL)).toList();
        watch.scoreDone();
        return new ScoringResult(machine.study(), machine.models(), corrected.anatomy(), corrected.lesions(), corrected.images(),
                corrected.findings(), scores, intervals, warnings(machine, corrected, scores, remarks), watch.timing(), machine.engines(),
                used, List.of(), Optional.of(corrected.correction()));
    }

    private static List<Score> scores(List<ScoringIndex> indexes, Study study, SpineAnatomy anatomy, List<LesionMap> lesions) {
        ScoringInput input = new ScoringInput(study, anatomy, lesions);
        return indexes.stream().map(index -> index.score(input)).toList();
    }

    /** What was changed, then what holds for the corrected study, then what the models' providers said. */
    private static List<String> warnings(ScoringResult machine, CorrectedStudy corrected, List<Score> scores, List<String> remarks) {
        Set<String> all = new LinkedHashSet<>(List.of(CorrectionSentence.of(corrected.correction())));
        all.addAll(remarks);
        Set<String> former = new LinkedHashSet<>(machine.warnings());
        former.removeAll(CoverageWarnings.of(machine.study(), machine.anatomy()));
        former.removeAll(machine.anatomy().warnings());
        machine.scores().forEach(score -> former.removeAll(score.warnings()));
        all.addAll(former);
        all.addAll(CoverageWarnings.of(machine.study(), corrected.anatomy()));
        all.addAll(corrected.anatomy().warnings());
        scores.forEach(score -> all.addAll(score.warnings()));
        return List.copyOf(all);
    }
}
