package spine.spark.internal.cohort;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.spark.SparkConf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.Test;

class ExecutorSettingsTest {
    private final SparkConf conf = new SparkConf(false);

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"local-cluster[2, 3 ,2048]|3", "yarn|1", "k8s://https://x:1|1"})
    void anExecutorUsesTheCoresThatItHas(String master, String cores) {
        ExecutorSettings.addTo(conf.set("spark.master", master));
        assertEquals("-XX:ActiveProcessorCount=" + cores, conf.get("spark.executor.extraJavaOptions"));
    }

    @Test
    void whatTheUserHasSetStays() {
        conf.set("spark.master", "spark://x:1").set("spark.executorEnv.OMP_NUM_THREADS", "4").set("spark.executor.cores", "2")
                .set("spark.executor.extraJavaOptions", "-Dx=y");
        ExecutorSettings.addTo(conf);
        assertEquals("4", conf.get("spark.executorEnv.OMP_NUM_THREADS"));
        assertEquals("2", conf.get("spark.executorEnv.MALLOC_ARENA_MAX"));
        assertEquals("-Dx=y -XX:ActiveProcessorCount=2", conf.get("spark.executor.extraJavaOptions"));
        ExecutorSettings.addTo(conf.set("spark.executor.cores", "3"));
        assertEquals("-Dx=y -XX:ActiveProcessorCount=2", conf.get("spark.executor.extraJavaOptions"));
    }

    @Test
    void aStandaloneExecutorHasAllOfItsMachineUnlessItIsTold() {
        ExecutorSettings.addTo(conf.set("spark.master", "spark://x:1"));
        assertEquals("", conf.get("spark.executor.extraJavaOptions", ""));
    }

    @Test
    void aStudyIsTriedOnceLessThanATask() {
        assertEquals(3, ExecutorSettings.tries(conf));
        assertEquals(1, ExecutorSettings.tries(conf.set("spark.task.maxFailures", "2")));
        assertEquals(1, ExecutorSettings.tries(conf.set("spark.task.maxFailures", "1")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"local|1", "local[*]|1", "local[2,4]|1", "local-cluster[2,1,2048]|3"})
    void aLocalMasterTriesOnce(String master, int tries) {
        assertEquals(tries, ExecutorSettings.tries(conf.set("spark.master", master)));
    }
}
