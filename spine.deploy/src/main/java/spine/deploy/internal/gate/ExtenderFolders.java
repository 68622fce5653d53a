package spine.deploy.internal.gate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import spine.deploy.internal.Rejection;

/** Folders on which an extender of the container acts, some of them whether the bundle requires it or not. */
final class ExtenderFolders {
    private static final Map<String, String> FORBIDDEN = Map.of("OSGI-INF/configurator/", "the Configurator",
            "OSGI-INF/blueprint/", "Blueprint", "META-INF/spring/", "Spring");

    private ExtenderFolders() {
    }

    /** @param jar has passed {@link spine.deploy.internal.archive.ArchiveValidator} */
    static void check(Path jar) throws Rejection {
        try (ZipFile file = new ZipFile(jar.toFile())) {
            List<String> names = file.stream().map(entry -> entry.getName()).toList();
            for (Map.Entry<String, String> folder : FORBIDDEN.entrySet()) {
                for (String name : names) {
                    if (name.startsWith(folder.getKey())) {
                        throw new Rejection("It has " + name + ", on which " + folder.getValue() + " would act.");
                    }
                }
            }
        } catch (IOException e) {
            throw new Rejection("It is not a jar that can be read as a whole.", e);
        }
    }
}
