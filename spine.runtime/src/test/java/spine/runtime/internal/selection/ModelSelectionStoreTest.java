package spine.runtime.internal.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spine.runtime.ModelName;

class ModelSelectionStoreTest {
    private static final ModelName OLD = new ModelName("m", "1.0.0");
    private static final ModelName NEW = new ModelName("m", "1.10.0");

    @TempDir
    private Path temp;
    private Path file;

    @BeforeEach
    void place() {
        file = temp.resolve("home").resolve("models.json");
    }

    @Test
    void aChoiceIsSeenByEveryProcessAtOnce() throws Exception {
        ModelSelectionStore running = new ModelSelectionStore(file);
        assertEquals(ModelSelection.NONE, running.read());
        ModelSelectionStore other = new ModelSelectionStore(file);
        other.change(choices -> choices.using("bmo", OLD).serving("bmo", NEW).serving("bmo", OLD).shadowing(Optional.of(NEW)));
        assertEquals(other.read(), running.read());
        assertEquals(OLD, running.read().used().get("bmo"));
        assertEquals(List.of(NEW, OLD), running.read().served().get("bmo"));
        assertEquals(Optional.of(NEW), running.read().shadow());
        running.change(choices -> choices.usingNewest("bmo"));
        assertEquals(List.of(NEW, OLD), other.read().served().get("bmo"));
        assertTrue(other.read().used().isEmpty());
    }

    @Test
    void aDamagedFileCountsAsNoChoiceUntilTheNextOne() throws Exception {
        ModelSelectionStore choices = new ModelSelectionStore(file);
        choices.change(all -> all.using("bmo", OLD));
        for (String damaged : List.of("", "{", "[]", "{\"schema\":\"spine-models/1\",\"use\":{\"bmo\":\"nothing\"}}", "\0\0\0\0\0")) {
            Files.writeString(file, damaged);
            assertEquals(ModelSelection.NONE, choices.read(), damaged);
            assertTrue(choices.warning().startsWith("The choice of models in " + file + " cannot be used"), choices.warning());
        }
        choices.change(all -> all.using("bmo", NEW));
        assertEquals("", choices.warning());
        assertEquals(NEW, new ModelSelectionStore(file).read().used().get("bmo"));
    }

    @Test
    void changesMadeAtTheSameTimeAllHold() throws Exception {
        ModelSelectionStore shared = new ModelSelectionStore(file);
        CountDownLatch done = new CountDownLatch(8);
        IntStream.range(0, 8).forEach(i -> new Thread(() -> {
            try {
                shared.change(choices -> choices.using("role" + i, OLD));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            } finally {
                done.countDown();
            }
        }).start());
        done.await();
        assertEquals(8, new ModelSelectionStore(file).read().used().size());
    }

    @Test
    void namesAreIdAtVersion() {
        assertEquals(Optional.of(NEW), ModelName.parse("m@1.10"));
        assertEquals("m@1.10.0", NEW.toString());
        for (String bad : List.of("m", "m@", "@1.0.0", "m@x", "m@1..0", "m@1.0.0.0 0")) {
            assertEquals(Optional.empty(), ModelName.parse(bad), bad);
        }
    }
}
