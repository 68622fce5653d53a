package spine.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * The main class of the run sets. It settles what the launcher scripts of the systems would else have to do each in its way; whatever the
 * command line sets by {@code -D} stays as it is.
 */
public final class Start {
    /** bnd puts it into the jar; it is on no class path of a build. */
    private static final String NEXT = "aQute.launcher.pre.EmbeddedLauncher";
    private static final String STORAGE = "launch.storage.dir";
    /** Attribute of the manifest: the version of the native libraries. */
    private static final String NATIVES = "Spine-Natives";

    /** Where users put bundles and settings: easier found when they are there. */
    private static final List<String> FOLDERS = List.of("deploy", "incoming", "conf");

    private Start() {
    }

    /** @param arguments those of {@code spine} */
    public static void main(String... arguments) throws Throwable {
        Path home = Path.of(System.getProperty("spine.home", ".spine")).toAbsolutePath().normalize();
        setDefault("java.awt.headless", "true");
        // JavaCPP unpacks without a version in the path, so each version gets a folder.
        setDefault("org.bytedeco.javacpp.cachedir", home.resolve("natives").resolve(nativesVersion()).toString());
        if (System.getProperty(STORAGE) == null) {
            System.setProperty("launch.keep", "true");
            System.setProperty(STORAGE, prepare(home).toString());
        }
        MethodType main = MethodType.methodType(void.class, String[].class);
        MethodHandles.publicLookup().findStatic(Class.forName(NEXT), "main", main).invokeExact(arguments);
    }

    private static Path prepare(Path home) throws URISyntaxException {
        try {
            for (String folder : FOLDERS) {
                Files.createDirectories(home.resolve(folder));
            }
            return BundleStorage.claim(home.resolve("run"), build());
        } catch (IOException e) {
            System.err.println("spine: the home folder " + home + " cannot be written; SPINE_HOME names another.");
            System.exit(1);
            throw new AssertionError(e);
        }
    }

    /** Tells builds of the run set, and Java, from others. */
    private static String build() throws IOException, URISyntaxException {
        Path jar = Path.of(Start.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        return Files.getLastModifiedTime(jar).toMillis() + " " + Files.size(jar) + " " + System.getProperty("java.vm.version");
    }

    private static String nativesVersion() throws IOException {
        try (InputStream in = Start.class.getResourceAsStream("/" + JarFile.MANIFEST_NAME)) {
            return new Manifest(in).getMainAttributes().getValue(NATIVES);
        }
    }

    private static void setDefault(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
