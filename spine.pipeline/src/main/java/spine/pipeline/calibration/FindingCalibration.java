package spine.pipeline.calibration;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import spine.api.anatomy.SpineAnatomy;
import spine.api.image.ClassProbabilities;
import spine.api.image.SliceStack;
import spine.api.image.Study;
import spine.api.model.FindingRule;
import spine.pipeline.lesion.Candidate;
import spine.pipeline.lesion.CandidateFindings;
import spine.pipeline.lesion.FindingFeature;

/**
 * Fits the {@link FindingRule} of an oedema model to studies with truth, and says by cross-validation over patients what it is worth.
 * For one thread.
 */
public final class FindingCalibration {
    /**
     * Probability from which a pixel may belong to a finding. With 0.36 instead, and every finding rightly judged, totals agreed with the
     * truth a little less (ICC 0.937 and 0.982 instead of 0.947 and 0.983 on the studies of {@code Outline}).
     */
    public static final double CANDIDATE_POINT = 0.2;
    /** Of 3, 10 and 30 the log loss in cross-validation was lowest for 3 and hardly higher for 10. */
    private static final double PENALTY = 5;
    private static final int FOLDS = 10;

    private final List<LabelledCandidate> candidates = new ArrayList<>();
    private int patients;

    /**
     * The candidates of one patient's study.
     *
     * @param patient of the same patient as the study before
     * @param anatomy as located in the study
     * @param oedema the model's answer, one map per stack of the study
     * @param truth 1 inside true, visible oedema, {@code [slice][row * columns + column]}, one per stack of the study
     */
    public void add(boolean patient, Study study, SpineAnatomy anatomy, List<ClassProbabilities> oedema, List<byte[][]> truth) {
        patients += patient && patients > 0 ? 0 : 1;
        for (Candidate candidate : CandidateFindings.of(CANDIDATE_POINT, study, anatomy, oedema)) {
            SliceStack stack = study.stacks().get(candidate.stack());
            candidates.add(LabelledCandidate.of(patients - 1, candidate, stack, truth.get(candidate.stack())));
        }
    }

    /** How many patients were added. */
    public int patients() {
        return patients;
    }

    /**
     * Fits the rule.
     *
     * @param seed of the folds of the cross-validation
     * @param data what the patients are, in words
     * @throws IllegalArgumentException if there are fewer than ten patients, or no finding of either kind
     */
    public CalibratedRule fit(long seed, String data) {
        long inflamed = candidates.stream().filter(LabelledCandidate::inflammation).count();
        if (patients < FOLDS || inflamed == 0 || inflamed == candidates.size()) {
            throw new IllegalArgumentException("A rule for findings cannot be fitted to " + patients + " patients with " + inflamed
                    + " findings that are inflammation and " + (candidates.size() - inflamed) + " that are not; it takes " + FOLDS
                    + " patients and findings of both kinds.");
        }
        double[] probabilities = heldOut(seed);
        double threshold = Discrimination.balanced(probabilities, truth(candidates));
        LogisticRegression all = regression(candidates);
        Map<String, FindingRule.Term> terms = new LinkedHashMap<>();
        for (FindingFeature feature : FindingFeature.values()) {
            terms.put(feature.key(), new FindingRule.Term(rounded(all.weight(feature.ordinal())), rounded(all.mean(feature.ordinal()))));
        }
        String basis = inflamed + " findings that are inflammation and " + (candidates.size() - inflamed) + " that are not, of " + data;
        return new CalibratedRule(new FindingRule(CANDIDATE_POINT, threshold, rounded(all.intercept()), terms, basis),
                new Discrimination(probabilities, truth(candidates)));
    }

    /** Probabilities of all candidates, each from a fit without its patient. */
    private double[] heldOut(long seed) {
        int[] folds = folds(seed);
        double[] probabilities = new double[candidates.size()];
        for (int fold = 0; fold < FOLDS; fold++) {
            int held = fold;
            LogisticRegression others = regression(candidates.stream().filter(candidate -> folds[candidate.patient()] != held).toList());
            for (int i = 0; i < probabilities.length; i++) {
                if (folds[candidates.get(i).patient()] == held) {
                    probabilities[i] = others.probability(row(candidates.get(i)));
                }
            }
        }
        return probabilities;
    }

    /** Of every patient; as even as can be. */
    private int[] folds(long seed) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, patients).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        int[] folds = new int[patients];
        for (int i = 0; i < patients; i++) {
            folds[order.get(i)] = i % FOLDS;
        }
        return folds;
    }

    private static LogisticRegression regression(List<LabelledCandidate> cases) {
        return new LogisticRegression(cases.stream().map(FindingCalibration::row).toArray(double[][]::new), truth(cases), PENALTY);
    }

    private static double[] row(LabelledCandidate candidate) {
        double[] row = new double[FindingFeature.values().length];
        candidate.features().forEach((feature, value) -> row[feature.ordinal()] = value);
        return row;
    }

    private static boolean[] truth(List<LabelledCandidate> cases) {
        boolean[] truth = new boolean[cases.size()];
        for (int i = 0; i < truth.length; i++) {
            truth[i] = cases.get(i).inflammation();
        }
        return truth;
    }

    private static double rounded(double value) {
        return Math.round(value * 1e4) / 1e4;
    }
}
