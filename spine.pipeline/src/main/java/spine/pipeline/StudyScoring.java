package spine.pipeline;

import java.io.IOException;
import java.util.Optional;

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
import spine.api.service.ScoringRequest;
import spine.api.service.SpineScoring;
import spine.api.service.UnavailableException;
import spine.api.service.Workload;

/** The pipeline as a service: every study with providers lent for it, and counted while it waits and runs. Safe for use by many threads. */
@Component
public final class StudyScoring implements SpineScoring, Workload {
    private final ProviderSessions sessions;
    private final WorkloadCounter count = new WorkloadCounter();

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
        SettingsAtStart atStart = Optional.ofNullable(settings).map(SettingsAtStart::of).orElseGet(SettingsAtStart::unknown);
        try (WorkloadCounter.Place place = count.enter(); ProviderSession session = sessions.open(source, request, cancellation)) {
            place.begin();
            ScoredStudy study = new StudyPipeline(session.providers(), session.warnings(), atStart, labelling)
                    .score(session.source(), request.folder(), progress, cancellation);
            session.completed(study);
            return study.result();
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
}
