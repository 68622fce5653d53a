package spine.health.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.apache.felix.hc.api.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spine.api.service.EngineInfo;
import spine.api.service.StudyJob;
import spine.api.service.Workload;

class ChecksTest {
    @TempDir
    private Path folder;

    @Test
    void tooLittleSpaceIsCritical() {
        assertEquals(Result.Status.OK, new DiskCheck(folder, 0).execute().getStatus());
        Result full = new DiskCheck(folder, Long.MAX_VALUE).execute();
        assertEquals(Result.Status.CRITICAL, full.getStatus());
        assertTrue(full.toString().contains("MB free; it needs"), full.toString());
        assertEquals(Result.Status.CRITICAL, new DiskCheck(folder.resolve("gone"), 0).execute().getStatus());
    }

    @Test
    void aLongQueueIsTemporary() {
        assertEquals(Result.Status.OK, new QueueCheck(workload(8, 2), 2).execute().getStatus());
        Result busy = new QueueCheck(workload(8, 3), 2).execute();
        assertEquals(Result.Status.TEMPORARILY_UNAVAILABLE, busy.getStatus());
        assertTrue(busy.toString().contains("Studies running: 8; waiting: 3."), busy.toString());
    }

    @Test
    void anEngineMustBeThereAndShouldBeFast() {
        EngineCheck check = new EngineCheck();
        assertEquals(Result.Status.CRITICAL, check.execute().getStatus());
        check.engine = engine(false);
        assertEquals(Result.Status.WARN, check.execute().getStatus());
        check.engine = engine(true);
        assertEquals(Result.Status.OK, check.execute().getStatus());
    }

    @Test
    void settingsThatAreNotInEffectAreWarnedOf() {
        assertEquals(Result.Status.OK, new ConfigurationCheck(List::of).execute().getStatus());
        Result wrong = new ConfigurationCheck(() -> List.of("a.cfg: {} is wrong.")).execute();
        assertEquals(Result.Status.WARN, wrong.getStatus());
        assertTrue(wrong.toString().contains("a.cfg: {} is wrong."), wrong.toString());
    }

    private static Workload workload(int running, int waiting) {
        return new Workload() {
            @Override
            public int running() {
                return running;
            }

            @Override
            public int waiting() {
                return waiting;
            }

            @Override
            public List<StudyJob> jobs() {
                return List.of();
            }
        };
    }

    private static EngineInfo engine(boolean accelerated) {
        return new EngineInfo() {
            @Override
            public String id() {
                return "own";
            }

            @Override
            public List<String> remarks() {
                return List.of();
            }

            @Override
            public String name() {
                return "engine";
            }

            @Override
            public boolean accelerated() {
                return accelerated;
            }

            @Override
            public int threadsPerOperation() {
                return 1;
            }

            @Override
            public int parallelImages() {
                return 1;
            }

            @Override
            public long startMillis() {
                return 1;
            }
        };
    }
}
