package spine.spark.internal.cohort;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.spark.SparkConf;

/** What {@code ./spine} sets for its process, for executors; what the user has set stays. */
public final class ExecutorSettings {
    private static final String FLAGS = "spark.executor.extraJavaOptions";
    private static final String CORES = "spark.executor.cores";
    private static final String PROCESSORS = "-XX:ActiveProcessorCount=";
    private static final Pattern LOCAL_CLUSTER = Pattern.compile("local-cluster\\[\\s*\\d+\\s*,\\s*(\\d+)\\s*,.*");
    /** One thread per operation of OpenMP, since images are worked on in parallel instead; and no more native heaps than needed. */
    private static final Map<String, String> ENVIRONMENT =
            Map.of("OMP_NUM_THREADS", "1", "OMP_WAIT_POLICY", "PASSIVE", "MALLOC_ARENA_MAX", "2");

    private ExecutorSettings() {
    }

    /** To be called before the context is made. */
    public static void addTo(SparkConf conf) {
        ENVIRONMENT.forEach((name, value) -> conf.setIfMissing("spark.executorEnv." + name, value));
        String flags = conf.get(FLAGS, "");
        if (!flags.contains(PROCESSORS)) {
            // An executor may use as many cores as it has been given, not all of its machine.
            cores(conf).ifPresent(cores -> conf.set(FLAGS, (flags + " " + PROCESSORS + cores).strip()));
        }
    }

    /**
     * How often a study is tried: once less than Spark tries a task before it ends the run. A local master has a number of its own, and
     * loses no executor but with itself.
     */
    static int tries(SparkConf conf) {
        String master = conf.get("spark.master", "");
        if (master.equals("local") || master.startsWith("local[")) {
            return 1;
        }
        return Math.max(1, conf.getInt("spark.task.maxFailures", 4) - 1);
    }

    /** @return empty where an executor gets all cores of its machine */
    private static Optional<String> cores(SparkConf conf) {
        if (conf.contains(CORES)) {
            return Optional.of(conf.get(CORES));
        }
        String master = conf.get("spark.master", "");
        Matcher local = LOCAL_CLUSTER.matcher(master);
        if (local.matches()) {
            return Optional.of(local.group(1));
        }
        return master.startsWith("yarn") || master.startsWith("k8s") ? Optional.of("1") : Optional.empty();
    }
}
