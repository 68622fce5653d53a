package spine.nd4j.internal;

import java.io.File;

/** The system properties that ND4J, DL4J and JavaCPP read at their first touch; a value given from outside wins. */
final class NativeSettings {
    /** 400 MB of libraries are unpacked here; JavaCPP puts no version into the path, hence one folder per version. */
    static final String CACHE = "org.bytedeco.javacpp.cachedir";

    private final File cacheFolder;
    private final String version;

    /**
     * @param bundleFolder folder of the bundle, null where the framework has no file system
     * @param version version of the bundle
     */
    NativeSettings(File bundleFolder, String version) {
        this.cacheFolder = bundleFolder != null ? bundleFolder : new File(System.getProperty("java.io.tmpdir"), "spine-natives");
        this.version = version;
    }

    void apply() {
        setIfAbsent(CACHE, new File(cacheFolder, version).getAbsolutePath());
        setIfAbsent("org.eclipse.deeplearning4j.helpers.disable", "false");
        setIfAbsent("org.nd4j.log.initialization", "false");
        // JavaCPP would limit native memory by the Java heap, and count mapped files and libraries as memory in use.
        setIfAbsent("org.bytedeco.javacpp.maxbytes", "4g");
        setIfAbsent("org.bytedeco.javacpp.maxphysicalbytes", "0");
    }

    private static void setIfAbsent(String key, String value) {
        if (System.getProperty(key) == null) {
            System.setProperty(key, value);
        }
    }
}
