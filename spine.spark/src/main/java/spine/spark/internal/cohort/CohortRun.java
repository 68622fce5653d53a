package spine.spark.internal.cohort;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.spark.api.java.JavaFutureAction;
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
     * @param list where the studies are
     * @return the exit code, one of {@link ExitCode}
     * @throws RefusedException if nothing can be scored
     * @throws IOException if the tables cannot be written
     */
    public int score(StudyList list) throws Exception {
        try (SharedFolder folder = SharedFolder.open(options.folder())) {
            JavaFutureAction<List<ExecutorCheck.Answer>> answers = check(folder, list.there().get(0).toString());
            List<StudyFiles> studies = find(list, answers);
            judge(result(answers));
            List<StudyOutcome> outcomes = spark.parallelize(studies, studies.size())
                    .map(new StudyTask(options, platform, folder, ExecutorSettings.tries(spark.getConf()))).collect();
            return conclude(list, studies, outcomes);
        }
    }

    /** Begins to ask the executors, which start their platforms while the driver searches. */
    private JavaFutureAction<List<ExecutorCheck.Answer>> check(SharedFolder folder, String sample) {
        int cores = spark.defaultParallelism();
        return spark.parallelize(IntStream.range(0, cores).boxed().toList(), cores)
                .map(new ExecutorCheck(options, platform, folder, sample)).collectAsync();
    }

    private List<StudyFiles> find(StudyList list, Future<?> answers) throws Exception {
        try {
            return ProcessPlatform.with(platform, scoring -> scoring.find(list.there(), options));
        } catch (Exception e) {
            answers.cancel(true);
            throw e;
        }
    }

    /** As a call that waits would fail: with what Spark says of its job. */
    private static <T> T result(Future<T> job) throws Exception {
        try {
            return job.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception failure ? failure : e;
        }
    }

    private void judge(List<ExecutorCheck.Answer> answers) throws RefusedException {
        Set<String> remarks = new LinkedHashSet<>();
        for (ExecutorCheck.Answer answer : answers) {
            if (!answer.obstacle().isEmpty()) {
                throw new RefusedException(answer.obstacle(), answer.exitCode());
            }
            remarks.addAll(answer.remarks());
        }
        remarks.forEach(this::complain);
    }

    private int conclude(StudyList list, List<StudyFiles> studies, List<StudyOutcome> outcomes) throws Exception {
        List<FailedStudy> failed = new ArrayList<>(list.without(studies).toList());
        for (int i = 0; i < studies.size(); i++) {
            StudyOutcome outcome = outcomes.get(i);
            if (outcome.status() == Status.UNUSABLE || outcome.status() == Status.FAILED) {
                failed.add(FailedStudy.of(studies.get(i), outcome));
            } else if (outcome.status() == Status.NO_SPINE) {
                complain(outcome.study() + ": " + outcome.reason());
            }
        }
        failed.forEach(one -> complain(one.reason()));
        List<StudyOutcome> withResult = outcomes.stream()
                .filter(one -> one.status() == Status.SCORED || one.status() == Status.NO_SPINE).toList();
        ProcessPlatform.with(platform, scoring -> {
            scoring.join(withResult, options);
            return null;
        });
        FailedStudy.write(failed, options.folder());
        complainOfSeveralModels(withResult);
        out.println(withResult.size() + " of " + (studies.size() + failed.stream().filter(one -> one.study().isEmpty()).count())
                + " studies have a result in " + options.out() + (failed.isEmpty() ? "" : ", the others stand in " + FailedStudy.FILE));
        return exitCode(outcomes, failed);
    }

    /** Executors whose home folders differ, or a model that was changed during the run. */
    private void complainOfSeveralModels(List<StudyOutcome> withResult) {
        Map<String, Long> models = withResult.stream()
                .collect(Collectors.groupingBy(StudyOutcome::models, TreeMap::new, Collectors.counting()));
        if (models.size() > 1) {
            complain("Not all studies were scored by the same models: " + models.entrySet().stream()
                    .map(one -> one.getValue() + " by " + one.getKey()).collect(Collectors.joining("; ")) + ".");
        }
    }

    private static int exitCode(List<StudyOutcome> outcomes, List<FailedStudy> failed) {
        if (outcomes.stream().anyMatch(one -> one.status() == Status.FAILED)) {
            return ExitCode.FAILED;
        }
        return failed.isEmpty() && outcomes.stream().allMatch(one -> one.status() == Status.SCORED) ? ExitCode.DONE : ExitCode.UNUSABLE;
    }

    private void complain(String sentence) {
        err.println("spine: " + sentence);
    }
}
