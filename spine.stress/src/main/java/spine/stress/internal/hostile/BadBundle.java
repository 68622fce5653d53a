package spine.stress.internal.hostile;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;

/** Bundles that the deploy gate must refuse. */
public enum BadBundle {
    /** Nobody signed it. */
    UNSIGNED(false),
    /** A file was changed after signing. */
    CHANGED(true) {
        @Override
        public byte[] after(byte[] jar, Random random) throws IOException {
            return BundleJar.of(jar).text("about.txt", "changed " + random.nextInt()).bytes();
        }
    },
    /** A file was added after signing. */
    ADDED(true) {
        @Override
        public byte[] after(byte[] jar, Random random) throws IOException {
            return BundleJar.of(jar).text("acme/Added" + random.nextInt(100) + ".class", "x").bytes();
        }
    },
    /** A folder that has content was added after signing. */
    HIDDEN_IN_FOLDER(true) {
        @Override
        public byte[] after(byte[] jar, Random random) throws IOException {
            return BundleJar.of(jar).text("acme/Hidden.class/", "x").bytes();
        }
    },
    /** It ends in the middle. */
    TRUNCATED(true) {
        @Override
        public byte[] after(byte[] jar, Random random) {
            return Arrays.copyOf(jar, jar.length / 2 + random.nextInt(jar.length / 4));
        }
    },
    /** It is no archive. */
    NOISE(false) {
        @Override
        public byte[] after(byte[] jar, Random random) {
            byte[] noise = new byte[1 + random.nextInt(50_000)];
            random.nextBytes(noise);
            return noise;
        }
    },
    /** It wants packages that it may not have. */
    WRONG_IMPORT(true) {
        @Override
        BundleJar before(BundleJar jar, Random random) {
            return jar.header("Import-Package",
                    pick(random, "sun.misc", "org.apache.felix.service.command", "spine.runtime", "com.acme.gone"));
        }
    },
    /** It offers a package of the platform. */
    PLATFORM_EXPORT(true) {
        @Override
        BundleJar before(BundleJar jar, Random random) {
            return jar.header("Export-Package", pick(random, "com.fasterxml.jackson.databind", "spine.api.score", "org.slf4j",
                    "spine.unet.engine")
                    + ";version=\"99\"");
        }
    },
    /** It would change settings of the platform. */
    CONFIGURATOR(true) {
        @Override
        BundleJar before(BundleJar jar, Random random) {
            return jar.text("OSGI-INF/configurator/config.json",
                    "{\":configurator:resource-version\":1,\"spine.deploy\":{\"unsigned:Boolean\":true}}")
                    .header("Require-Capability", "osgi.extender;filter:=\"(osgi.extender=osgi.configurator)\"");
        }
    },
    /** It would find packages while it runs. */
    DYNAMIC_IMPORT(true) {
        @Override
        BundleJar before(BundleJar jar, Random random) {
            return jar.header("DynamicImport-Package", "*");
        }
    },
    /** It would be a part of another bundle. */
    FRAGMENT(true) {
        @Override
        BundleJar before(BundleJar jar, Random random) {
            return jar.header("Fragment-Host", pick(random, "spine.runtime", "system.bundle;extension:=framework", "spine.api"));
        }
    },
    /** It has the name of a bundle of the platform. */
    IMPOSTOR(true) {
        @Override
        BundleJar before(BundleJar jar, Random random) {
            return jar.header("Bundle-SymbolicName", pick(random, "spine.runtime", "spine.deploy", "org.apache.felix.scr"));
        }
    };

    private final boolean signed;

    BadBundle(boolean signed) {
        this.signed = signed;
    }

    /** Whether it is signed between {@link #jar} and {@link #after}. */
    public boolean signed() {
        return signed;
    }

    /** The bundle before anybody signs it. */
    public byte[] jar(String name, Random random) throws IOException {
        return before(new BundleJar(name, "1.0." + random.nextInt(1000)), random).bytes();
    }

    BundleJar before(BundleJar jar, Random random) {
        return jar;
    }

    /** What becomes of it then. */
    public byte[] after(byte[] jar, Random random) throws IOException {
        return jar;
    }

    private static String pick(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
