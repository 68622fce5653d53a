package spine.isolation.internal.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import spine.isolation.internal.child.ChildMain;

/** Starts a process as the platform does, prints its number, and waits to be killed. */
final class OrphaningParent {

    private OrphaningParent() {
    }

    public static void main(String... arguments) throws Exception {
        Path folder = Files.createDirectory(Path.of(arguments[0]).resolve("child"));
        List<Path> classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)).map(Path::of).toList();
        Process child = new ChildProgram(ChildMain.class.getName(), classPath, folder, folder, List.of()).start(folder, 32);
        System.out.println(child.pid());
        TimeUnit.DAYS.sleep(1);
    }
}
