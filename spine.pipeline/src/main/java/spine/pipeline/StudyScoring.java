package spine.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.UnusableInputException;
import spine.api.deidentification.StudyLabels;
import spine.api.image.StudySource;
import spine.api.report.ScoringResult;
import spine.api.service.EffectiveSettings;
import spine.api.service.ExistingResult;
import spine.api.service.ScoringRequest;
import spine.api.service.SpineScoring;
import spine.api.service.StudyJob;
import spine.api.service.UnavailableException;
import spine.api.service.Workload;
import spine.common.digest.Sha256;
import spine.pipeline.result.InputDigest;
import spine.pipeline.result.ResultFolder;
import spine.pipeline.result.ResultOrigin;

/** The pipeline as a service: every study with providers lent for it, and counted while it waits and runs. Safe for use by many threads. */
@Component
public final class StudyScoring implements SpineScoring, Workload {
    private final ProviderSessions sessions;
    private final WorkloadCounter count = new WorkloadCounter();
    /** Of studies that were compared with an older result and are about to be scored, so that their files are read once for that. */
    private final Map<StudySource, String> inputs = Collections.synchronizedMap(new WeakHashMap<>());

    /** May come and go; without it a result does not say what it was set to. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile EffectiveSettings settings;
    /** May come and go; needed by requests for labels alone. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile StudyLabels labels;

    @Activate
    public StudyScoring(@Reference ProviderSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public ScoringResult score(StudySource source, ScoringRequest request, Progress progress, Cancellation cancellation)
            throws UnusableInputException, UnavailableException, IOException {
        StudyLabelling labelling = StudyLabelling.asked(request, Optional.ofNullable(labels));
        SettingsAtStart atStart = SettingsAtStart.of(settings);
        try (WorkloadCounter.Place place = count.enter(source.studyInstanceUid());
                ProviderSession session = sessions.open(source, request, cancellation)) {
            place.begin();
            ScoredStudy study = new StudyPipeline(session.providers(), session.warnings(), atStart, labelling, request.predecessor())
                    .score(session.source(), folder(session, request, atStart, inputs.remove(source)), progress, cancellation);
            session.completed(study);
            return study.result();
        }
    }

    @Override
    public ExistingResult existing(StudySource source, ScoringRequest request) throws UnavailableException, IOException {
        try (ProviderSession session = sessions.open(source, request, new Cancellation())) {
            String input = InputDigest.of(session.source().files(), request.folder());
            ExistingResult existing = folder(session, request, SettingsAtStart.of(settings), input).existing();
            if (existing.state() == ExistingResult.State.NONE || existing.state() == ExistingResult.State.OUTDATED) {
                inputs.put(source, input);
            }
            return existing;
        }
    }

    /** @param known digest of the files, null if they were not read yet */
    private static ResultFolder folder(ProviderSession session, ScoringRequest request, SettingsAtStart settings, String known)
            throws IOException {
        StudySource source = session.source();
        String input = request.formats().isEmpty() ? "" : known != null ? known : InputDigest.of(source.files(), request.folder());
        return new ResultFolder(request.folder(), new ResultOrigin(source.studyInstanceUid(), input, session.parts(),
                settings.used().sha256(), label(request), request.indexes(), request.formats()), request.overwrite());
    }

    private static String label(ScoringRequest request) throws IOException {
        List<String> words = new ArrayList<>();
        if (request.pseudonymKey().isPresent()) {
            Path key = request.pseudonymKey().get();
            // That of the platform is made when it is first needed.
            words.add(Files.exists(key) ? "pseudonym by key " + Sha256.of(key) : "pseudonym");
        }
        if (request.studyDate()) {
            words.add("date");
        }
        return String.join(", ", words);
    }

    @Override
    public int running() {
        return count.running();
    }

    @Override
    public int waiting() {
        return count.waiting();
    }

    @Override
    public List<StudyJob> jobs() {
        return count.jobs();
    }
}
