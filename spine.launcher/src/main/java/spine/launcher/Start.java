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
import java.util.stream.Stream;
import spine.common.file.FileFailure;
import spine.common.install.StorageSeal;
import spine.launcher.doctor.Doctor;
import spine.launcher.storage.BundleStorage;

/**
 * The main class of the run sets. It settles what the launcher scripts of the systems would else have to do each in its way; whatever the
 * command line sets by {@code -D} stays as it is.
 */
public final class Start {
    /** bnd puts it into the jar; it is on no class path of a build. */
    private static final String NEXT = "aQute.launcher.pre.EmbeddedLauncher";
    private static final String CACHE = "org.bytedeco.javacpp.cachedir";
    /** Bytes that the native libraries take when they are unpacked, see docs/install.md. */
    private static final long LIBRARIES = 450L << 20;
    private static final String STORAGE = "launch.storage.dir";
    /** Attribute of the manifest: the version of the native libraries. */
    private static final String NATIVES = "Spine-Natives";

    /** Where users put bundles and settings: easier found when they are there. */
    private static final List<String> FOLDERS = List.of("deploy", "incoming", "conf");

    /**
     * The only objects that Java may make of bytes, and within bounds: those in which Felix's Configurator keeps what it has applied, in
     * the storage of this installation. Nothing of ours reads any; libraries beside us could.
     */
    static final String SERIAL_FILTER = "maxbytes=4000000;maxdepth=30;maxrefs=50000;maxarray=10000;"
            + "org.apache.felix.configurator.impl.model.*;java.lang.String;java.lang.Boolean;java.lang.Number;java.lang.Byte;"
            + "java.lang.Short;java.lang.Integer;java.lang.Long;java.lang.Float;java.lang.Double;java.lang.Character;"
            + "java.lang.Enum;java.lang.Object;java.util.ArrayList;java.util.HashMap;java.util.HashSet;java.util.Hashtable;"
            + "java.util.Map$Entry;java.util.TreeMap;!*";

    private Start() {
    }

    /** @param arguments those of {@code spine} */
    public static void main(String... arguments) throws Throwable {
        Path home = Path.of(System.getProperty("spine.home", ".spine")).toAbsolutePath().normalize();
        List<String> words = List.of(arguments);
        int doctor = words.indexOf(Doctor.NAME);
        if (doctor >= 0 && words.subList(0, doctor).stream().allMatch(word -> word.startsWith("-"))) {
            System.exit(Doctor.run(home, jar(), build(), words.subList(doctor + 1, words.size()), System.out, System.err));
        }
        setDefault("java.awt.headless", "true");
        // Java reads it when the first object is to be made, which is after this.
        setDefault("jdk.serialFilter", SERIAL_FILTER);
        // JavaCPP unpacks without a version in the path, so each version gets a folder.
        setDefault(CACHE, home.resolve("natives").resolve(nativesVersion()).toString());
        if (System.getProperty(STORAGE) == null) {
            System.setProperty("launch.keep", "true");
            prepare(home);
        }
        MethodType main = MethodType.methodType(void.class, String[].class);
        MethodHandles.publicLookup().findStatic(Class.forName(NEXT), "main", main).invokeExact(arguments);
    }

    private static void prepare(Path home) throws URISyntaxException {
        try {
            for (String folder : FOLDERS) {
                Files.createDirectories(home.resolve(folder));
            }
            String build = build();
            StorageSeal storage = BundleStorage.claim(home.resolve("run"), build);
            if (!Files.exists(storage.folder())) {
                requireSpace(home);
            }
            System.setProperty(STORAGE, storage.folder().toString());
            System.setProperty(StorageSeal.PROPERTY, storage.file().toString());
            System.setProperty(StorageSeal.BUILD, build);
        } catch (IOException e) {
            fail("the home folder " + home + " cannot be written (" + FileFailure.reason(e) + "); SPINE_HOME names another.");
        }
    }

    /** Before the framework finds out in the middle of installing. */
    private static void requireSpace(Path home) throws IOException, URISyntaxException {
        long needed = Files.size(jar()) + Math.max(0, LIBRARIES - size(Path.of(System.getProperty(CACHE))));
        long free = Files.getFileStore(home).getUsableSpace();
        if (free < needed) {
            fail("the disk of the home folder " + home + " has " + (free >> 20) + " MB free, and the platform takes "
                    + (needed >> 20) + " MB there; SPINE_HOME names another.");
        }
    }

    private static long size(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static void fail(String sentence) {
        System.err.println("spine: " + sentence);
        System.exit(1);
    }

    private static Path jar() throws URISyntaxException {
        return Path.of(Start.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    /** Tells builds of the run set, and Java, from others. */
    private static String build() throws IOException, URISyntaxException {
        Path jar = jar();
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
