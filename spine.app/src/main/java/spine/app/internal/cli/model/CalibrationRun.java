package spine.app.internal.cli.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import spine.api.Cancellation;
import spine.api.UnusableInputException;
import spine.api.image.LabelMap;
import spine.api.image.SliceStack;
import spine.api.image.Study;
import spine.api.image.StudySource;
import spine.api.model.ModelCard;
import spine.api.model.ModelRole;
import spine.api.service.ScoringRequest;
import spine.api.service.UnavailableException;
import spine.api.training.AnnotatedStack;
import spine.api.training.TrainingCases;
import spine.app.command.Console;
import spine.pipeline.ProviderSession;
import spine.pipeline.ProviderSessions;
import spine.pipeline.ScoredStudy;
import spine.pipeline.StudyPipeline;
import spine.pipeline.calibration.CalibratedRule;
import spine.pipeline.calibration.FindingCalibration;

/** Runs the models that serve on patients with truth and fits a rule for findings to what they answer. */
final class CalibrationRun {
    private static final Path NOWHERE = Path.of("calibration");

    private final ProviderSessions sessions;
    private final Console console;
    private final Cancellation cancellation;

    CalibrationRun(ProviderSessions sessions, Console console, Cancellation cancellation) {
        this.sessions = sessions;
        this.console = console;
        this.cancellation = cancellation;
    }

    /**
     * @param card of the model to calibrate
     * @param seed of the cross-validation
     * @throws UnusableInputException if there are too few patients or findings, or another model serves a study
     */
    CalibratedRule over(TrainingCases cases, ModelCard card, long seed) throws UnusableInputException, UnavailableException, IOException {
        FindingCalibration calibration = new FindingCalibration();
        for (int patient = 0; patient < cases.size(); patient++) {
            console.done(patient, cases.size(), "patient", "patients");
            boolean same = false;
            for (List<AnnotatedStack> study : studies(cases.patient(patient, ModelRole.OEDEMA))) {
                add(study, same, calibration, card);
                same = true;
            }
        }
        console.done(cases.size(), cases.size(), "patient", "patients");
        try {
            return calibration.fit(seed, cases.description());
        } catch (IllegalArgumentException tooFew) {
            throw new UnusableInputException(tooFew.getMessage(), tooFew);
        }
    }

    /** The stacks of a patient by frame of reference: those of two studies must not be taken for stations of one. */
    private static List<List<AnnotatedStack>> studies(List<AnnotatedStack> stacks) {
        Map<String, List<AnnotatedStack>> studies = new LinkedHashMap<>();
        stacks.forEach(stack -> studies.computeIfAbsent(stack.stack().frameOfReferenceUid(), frame -> new ArrayList<>()).add(stack));
        return List.copyOf(studies.values());
    }

    private void add(List<AnnotatedStack> stacks, boolean samePatient, FindingCalibration calibration, ModelCard card)
            throws UnusableInputException, UnavailableException, IOException {
        Study study = new Study("2.25.0", stacks.stream().map(AnnotatedStack::stack).toList(), List.of());
        ScoringRequest request = new ScoringRequest(List.of("sparcc"), List.of(), NOWHERE);
        try (ProviderSession session = sessions.open(new InMemory(study), request, cancellation)) {
            if (!session.providers().oedemaModel().card().weightsSha256().equals(card.weightsSha256())) {
                throw new UnusableInputException("Another oedema model began to serve while " + card.id()
                        + " was calibrated; start again.");
            }
            ScoredStudy scored = new StudyPipeline(session.providers()).score(session.source(), NOWHERE, console, cancellation);
            calibration.add(samePatient, study, scored.result().anatomy(), scored.oedemaMaps(),
                    stacks.stream().map(stack -> truth(stack.truth(), stack.stack())).toList());
        }
    }

    private static byte[][] truth(LabelMap labels, SliceStack stack) {
        byte[][] truth = new byte[stack.slices().size()][];
        int lesion = labels.classes().indexOf(ModelRole.LESION);
        for (int slice = 0; slice < truth.length; slice++) {
            byte[] classes = labels.labels()[slice];
            truth[slice] = new byte[classes.length];
            for (int i = 0; i < classes.length; i++) {
                truth[slice][i] = (byte) (classes[i] == lesion ? 1 : 0);
            }
        }
        return truth;
    }

    private record InMemory(Study study) implements StudySource {

        @Override
        public String studyInstanceUid() {
            return study.studyInstanceUid();
        }

        @Override
        public Study load() {
            return study;
        }
    }
}
