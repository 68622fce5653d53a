package spine.spark.internal.cohort;

import java.io.IOException;
import java.io.PrintStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.spark.api.java.JavaSparkContext;

import spine.app.command.ExitCode;
import spine.app.embedded.RefusedException;
import spine.app.embedded.ScoringOptions;
import spine.app.embedded.StudyFiles;
import spine.app.embedded.StudyOutcome;
import spine.app.embedded.StudyOutcome.Status;
import spine.spark.internal.platform.PlatformSettings;
import spine.spark.internal.platform.ProcessPlatform;

/** One run over a cohort, in the driver. */
public final class CohortRun {
    private final JavaSparkContext spark;
    private final PlatformSettings platform;
    private final ScoringOptions options;
    private final PrintStream out;
    private final PrintStream err;

    /**
     * @param out takes the result
     * @param err takes what a person should know
     */
    public CohortRun(JavaSparkContext spark, PlatformSettings platform, ScoringOptions options, PrintStream out, PrintStream err) {
        this.spark = spark;
        this.platform = platform;
        this.options = options;
        this.out = out;
        this.err = err;
    }

    /**
     * @param input where the studies are
     * @return the exit code, one of {@link ExitCode}
     * @throws RefusedException if nothing can be scored
     * @throws IOException if the tables cannot be written
     */
    public int score(CohortInput input) throws Exception {
        try (SharedFolder folder = SharedFolder.open(options.folder())) {
            check(folder, input.shared());
            List<StudyFiles> studies = inOneExecutor(input.search(options));
            List<StudyOutcome> outcomes = spark.parallelize(studies, studies.size())
                    .map(new StudyTask(options, platform, folder, input.scoring(), ExecutorSettings.tries(spark.getConf()))).collect();
            return conclude(input, studies, outcomes);
        }
    }

    /** Asks as many executors as there are cores, whose platforms start by that. */
    private void check(SharedFolder folder, List<String> shared) throws RefusedException {
        int cores = spark.defaultParallelism();
        Set<String> remarks = new LinkedHashSet<>();
        for (Answer<ArrayList<String>> answer : spark.parallelize(IntStream.range(0, cores).boxed().toList(), cores)
                .map(new ExecutorCheck(options, platform, folder, shared)).collect()) {
            remarks.addAll(answer.orRefuse());
        }
        remarks.forEach(this::complain);
    }

    /** The driver has no platform, whose start would take as long as several studies. */
    private <T extends Serializable> T inOneExecutor(ProcessPlatform.Work<T> work) throws RefusedException {
        return spark.parallelize(List.of(0), 1).map(new PlatformTask<>(platform, work)).collect().get(0).orRefuse();
    }

    private int conclude(CohortInput input, List<StudyFiles> studies, List<StudyOutcome> outcomes) throws Exception {
        List<FailedStudy> failed = new ArrayList<>(input.without(studies).toList());
        for (StudyOutcome outcome : outcomes) {
            if (!outcome.status().hasResult()) {
                failed.add(FailedStudy.of(outcome));
            } else if (outcome.status() == Status.NO_SPINE || outcome.status() == Status.INCOMPLETE) {
                complain(outcome.study() + ": " + outcome.reason());
            }
        }
        failed.forEach(one -> complain(one.reason()));
        List<StudyOutcome> withResult = outcomes.stream().filter(one -> one.status().hasResult()).toList();
        ScoringOptions asked = options;
        inOneExecutor(scoring -> {
            scoring.join(outcomes, asked);
            return outcomes.size();
        });
        FailedStudy.write(failed, options.folder());
        complainOfSeveralModels(withResult);
        out.println(withResult.size() + " of " + (studies.size() + failed.stream().filter(one -> one.study().isEmpty()).count())
                + " studies have a result in " + options.out() + (failed.isEmpty() ? "" : ", the others stand in " + FailedStudy.FILE));
        return exitCode(outcomes, failed);
    }

    /** Executors whose home folders differ, or a model that was changed during the run. */
    private void complainOfSeveralModels(List<StudyOutcome> withResult) {
        Map<String, Long> models = withResult.stream().filter(one -> !one.models().isEmpty())
                .collect(Collectors.groupingBy(StudyOutcome::models, TreeMap::new, Collectors.counting()));
        if (models.size() > 1) {
            complain("Not all studies were scored by the same models: " + models.entrySet().stream()
                    .map(one -> one.getValue() + " by " + one.getKey()).collect(Collectors.joining("; ")) + ".");
        }
    }

    private static int exitCode(List<StudyOutcome> outcomes, List<FailedStudy> failed) {
        int ofStudies = outcomes.stream().mapToInt(one -> one.status().exitCode()).reduce(ExitCode.DONE, StudyOutcome::exitCode);
        return ofStudies == ExitCode.DONE && !failed.isEmpty() ? ExitCode.UNUSABLE : ofStudies;
    }

    private void complain(String sentence) {
        err.println("spine: " + sentence);
    }
}
