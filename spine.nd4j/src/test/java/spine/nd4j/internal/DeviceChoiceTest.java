package spine.nd4j.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spine.nd4j.Accelerator;

class DeviceChoiceTest {
    private static final String SERVICES = "META-INF/services/org.nd4j.linalg.factory.Nd4jBackend";

    @TempDir
    private Path folder;

    private record Device(String backend, Optional<String> obstacle, String device) implements Accelerator {

        @Override
        public long memory() {
            return 1L << 33;
        }
    }

    @Test
    void theProcessorServesWhereNoAcceleratorIsInstalled() {
        assertEquals(new DeviceChoice(Optional.empty(), Set.of(), List.of()), DeviceChoice.of(DeviceChoiceTest.class.getClassLoader()));
    }

    @Test
    void anAcceleratorWithAnObstacleIsHiddenAndNamed() {
        Device without = new Device("a.Backend", Optional.of("A is not used: it has no driver."), "A");
        Device with = new Device("b.Backend", Optional.empty(), "B");
        assertEquals(new DeviceChoice(Optional.empty(), Set.of("a.Backend"), List.of("A is not used: it has no driver.")),
                DeviceChoice.of(List.of(without), List.of()));
        assertEquals(new DeviceChoice(Optional.of(with), Set.of("a.Backend"), List.of("A is not used: it has no driver.")),
                DeviceChoice.of(List.of(without, with), List.of()));
        assertEquals(Set.of("a.Backend", "b.Backend"), DeviceChoice.of(List.of(without, with), List.of()).backends());
        assertEquals(Set.of("b.Backend"), DeviceChoice.of(List.of(new Device("c.Backend", Optional.empty(), "C"), with), List.of())
                .hidden());
    }

    @Test
    void nd4jDoesNotSeeAHiddenBackend() throws Exception {
        try (URLClassLoader both = new URLClassLoader(new URL[] {backend("a", "a.Backend"), backend("b", "# comment\nb.Backend")}, null)) {
            assertEquals(2, Collections.list(both.getResources(SERVICES)).size());
            List<URL> seen = Collections.list(new BackendFilter(both, Set.of("b.Backend")).getResources(SERVICES));
            assertEquals(1, seen.size());
            assertEquals(Path.of("a"), Path.of(seen.get(0).toURI()).getParent().getParent().getParent().getFileName());
        }
    }

    private URL backend(String name, String content) throws IOException {
        Path file = folder.resolve(name).resolve(SERVICES);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content + "\n");
        return folder.resolve(name).toUri().toURL();
    }
}
