package spine.deploy.internal.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import spine.deploy.internal.Rejection;
import spine.deploy.internal.TestBundle;
import spine.deploy.internal.TestPlatform;
import spine.deploy.internal.archive.RawZip;

/** Bundles that a trusted signer has signed and that reach for more than they may, and signed ones to which something was added. */
class HostileBundleTest {
    private static final byte[] CODE = {(byte) 0xca, (byte) 0xfe, (byte) 0xba, (byte) 0xbe};

    @TempDir
    private static Path work;
    private static TestPlatform platform;

    @BeforeAll
    static void start() throws Exception {
        platform = new TestPlatform(work);
    }

    @AfterAll
    static void stop() throws Exception {
        platform.close();
    }

    private static String extender(String name) {
        return "It requires the extender " + name + ", which is not on the list of accepted ones (osgi.component, spine.unet).";
    }

    private static String header(String name) {
        return "Its manifest has the header " + name + ", which is not accepted: ";
    }

    private static List<List<String>> hostileHeaders() {
        List<List<String>> cases = new ArrayList<>();
        for (String name : List.of("osgi.configurator", "osgi.serviceloader.processor", "osgi.serviceloader.registrar", "osgi.blueprint",
                "osgi.http", "acme.extender")) {
            for (String filter : List.of("(osgi.extender=%s)", "(&(osgi.extender=%s)(version>=1.0)(!(version>=2.0)))",
                    "(&(osgi.extender=%s)(version>=1.0))")) {
                String text = String.format(filter, name);
                cases.add(List.of("Require-Capability", "osgi.extender;filter:=\"" + text + "\"", extender(name)));
                cases.add(List.of("Require-Capability", "osgi.ee;filter:=\"(osgi.ee=JavaSE)\", osgi.extender; filter:=\"" + text
                        + "\"; effective:=active;resolution:=optional", extender(name)));
            }
        }
        for (String filter : List.of("(|(osgi.extender=osgi.component)(osgi.extender=osgi.configurator))", "(osgi.extender=*)",
                "(osgi.extender=o*)",
                "(OSGI.EXTENDER=osgi.configurator)", "( osgi.extender=osgi.configurator)", "(osgi.extender~=osgiconfigurator)",
                "(&(osgi.extender>=osgi.a)(osgi.extender<=osgi.z))", "(!(osgi.extender=x))", "(osgi.extender=osgi.\\\\63onfigurator)",
                        "(version>=1)")) {
            cases.add(List.of("Require-Capability", "osgi.extender;filter:=\"" + filter + "\"",
                    "It requires an extender by a filter that is not accepted, "));
        }
        cases.add(List.of("Require-Capability", "osgi.extender", "It requires an extender by a filter that is not accepted, "));
        for (String namespace : List.of("osgi.implementation", "osgi.contract", "osgi.serviceloader", "osgi.native", "spine.operation",
                "acme",
                "osgi.wiring.bundle", "osgi.wiring.host", "osgi.wiring.package")) {
            cases.add(List.of("Require-Capability", namespace + ";filter:=\"(x=y)\"", "It requires a capability of the namespace "
                    + namespace + "; accepted are"));
        }
        for (String namespace : List.of("osgi.extender", "osgi.implementation", "osgi.contract", "osgi.serviceloader", "osgi.ee",
                "osgi.identity",
                "osgi.wiring.host", "osgi.wiring.bundle", "spine.engine", "org.apache.felix.gogo")) {
            cases.add(List.of("Provide-Capability", "acme.own;a=b," + namespace + ";" + namespace + "=osgi.component;version:Version=\"9\"",
                    "It provides a capability of the namespace " + namespace + ", which is the platform's to provide."));
        }
        cases.add(List.of("Provide-Capability", "spine.operation;spine.operation=\"spine.sparcc\"",
                "It says of the settings spine.sparcc of the platform that no result depends on them."));
        cases.add(List.of("Provide-Capability", "osgi.service;objectClass:List<String>=\"acme.A,spine.api.service.DeployGate\"",
                "It provides the service spine.api.service.DeployGate, which is the platform's to provide."));
        for (String name : List.of("spine.core", "org.osgi.framework", "org.osgi.service.anything", "java.lang",
                "jdk.security.jarsigner", "sun.misc")) {
            cases.add(List.of("Export-Package", "acme.a;acme.b;x=\"1,2\"," + name + ";version=99",
                    "It exports the package " + name + ", which is the platform's to export."));
        }
        for (String name : List.of("Fragment-Host", "DynamicImport-Package", "Bundle-NativeCode", "Require-Bundle", "Multi-Release",
                "SPI-Provider",
                "SPI-Consumer", "Bundle-Blueprint", "Web-ContextPath", "Meta-Persistence", "Eclipse-BuddyPolicy")) {
            cases.add(List.of(name, "true", header(name)));
            cases.add(List.of(name.toUpperCase(Locale.ROOT), "*", header(name)));
        }
        for (String path : List.of("lib/evil.jar", ".,lib/evil.jar", "/", "classes", "..", "external:/tmp/evil.jar")) {
            cases.add(List.of("Bundle-ClassPath", path, "Its Bundle-ClassPath has "));
        }
        for (String path : List.of("http://acme/evil.xml", "/OSGI-INF/a.xml", "META-INF/a.xml", "OSGI-INF/../a.xml", "*.xml",
                "OSGI-INF/a/b.xml")) {
            cases.add(List.of("Service-Component", path, "Its Service-Component has " + path + "; components are described"));
        }
        return cases;
    }

    @TestFactory
    Stream<DynamicTest> whatReachesForMoreIsRefused() {
        return hostileHeaders().stream().map(kind -> DynamicTest.dynamicTest(kind.get(0) + ": " + kind.get(1), () -> {
            TestBundle bundle = new TestBundle("acme.index", "1.0.0").header(kind.get(0), kind.get(1));
            String reason = platform.gate(true).examine(bundle.write(work.resolve("header.jar"))).reason();
            assertTrue(reason.startsWith(kind.get(2)), reason);
        }));
    }

    /** Each would be run or read by somebody, and nobody has signed it. */
    @TestFactory
    Stream<DynamicTest> whatIsAddedToASignedBundleIsRefused() throws Exception {
        Path signed = new TestBundle("acme.index", "1.0.0").entry("acme/A.class", new String(CODE, StandardCharsets.ISO_8859_1))
                .write(work.resolve("signed.jar"));
        platform.trusted.sign(signed);
        assertEquals("", reason(signed));
        byte[] digests = content(signed, "META-INF/SPINE.SF");
        Map<String, Map<String, byte[]>> hostile = new LinkedHashMap<>();
        for (String name : List.of("acme/Hidden.class", "META-INF/MANIFEST.MF.class", "META-INF/SIG-X", "META-INF/SIG-X.class",
                "META-INF/x/A.SF", "META-INF/EVIL",
                "META-INF/INDEX.LIST", "META-INF/evil.sf", "META-INF/E.PGP", "OSGI-INF/evil.xml")) {
            hostile.put("Its entry " + name + " is not signed.", Map.of(name, CODE));
        }
        hostile.put("Its entry acme/Hidden.class/ is a folder with content, which the framework would load all the same.",
                Map.of("acme/Hidden.class/", CODE));
        for (String name : List.of("EC", "RSA", "DSA")) {
            hostile.put("It has half a signature: files with the digests for [SPINE], and blocks for [EVIL" + name + ", SPINE].",
                    Map.of("META-INF/EVIL" + name + "." + name, CODE));
        }
        hostile.put("It has half a signature: files with the digests for [EVIL, SPINE], and blocks for [SPINE].",
                Map.of("META-INF/EVIL.SF", digests));
        hostile.put("It has two signatures named SPINE.", Map.of("META-INF/SPINE.RSA", CODE));
        hostile.put("Its entry OSGI-INF/about.txt is signed by 1 of the 2 signatures of the jar.",
                Map.of("META-INF/EVIL.SF", digests, "META-INF/EVIL.RSA", CODE));
        hostile.put("Its manifest does not begin with 'Signature-Version:'.",
                Map.of("META-INF/EVIL.SF", "Evil: 1\n".getBytes(StandardCharsets.UTF_8), "META-INF/EVIL.RSA", CODE));
        hostile.put("Its META-INF/EVIL.SF does not sign the whole manifest with SHA-256 or longer.",
                Map.of("META-INF/EVIL.SF", "Signature-Version: 1.0\n\n".getBytes(StandardCharsets.UTF_8), "META-INF/EVIL.RSA", CODE));
        return hostile.entrySet().stream().map(kind -> DynamicTest.dynamicTest(kind.getKey(),
                () -> assertEquals(kind.getKey(), reason(with(signed, kind.getValue())))));
    }

    /** In both forms in which an entry may lie in a file, and with the folder entry that others would write. */
    @Test
    void unsignedCodeUnderTheNameOfAFolderIsRefusedHoweverItIsWritten() throws Exception {
        Path signed = new TestBundle("acme.index", "1.0.0").write(work.resolve("folder.jar"));
        platform.trusted.sign(signed);
        for (boolean stored : List.of(true, false)) {
            RawZip zip = new RawZip();
            try (ZipFile in = new ZipFile(signed.toFile())) {
                for (ZipEntry entry : Collections.list(in.entries())) {
                    zip.deflated(entry.getName(), in.getInputStream(entry).readAllBytes(), List.of());
                }
            }
            assertEquals("", reason(Files.write(work.resolve("again.jar"), zip.bytes())), "packed anew it is as good as before");
            zip = stored ? zip.stored("acme/Hidden.class/", CODE, List.of()) : zip.deflated("acme/Hidden.class/", CODE, List.of());
            assertEquals("Its entry acme/Hidden.class/ is a folder with content, which the framework would load all the same.",
                    reason(Files.write(work.resolve("hidden.jar"), zip.bytes())));
        }
    }

    @Test
    void configurationOfThePlatformIsRefusedWhereverItLies() throws Exception {
        String settings = "{\":configurator:resource-version\":1,\"spine.deploy\":{\"unsigned:Boolean\":true}}";
        assertEquals("It has OSGI-INF/configurator/evil.json, on which the Configurator would act.",
                verdict(new TestBundle("acme.index", "1.0.0").entry("OSGI-INF/configurator/evil.json", settings)
                        .write(work.resolve("c.jar"))));
        assertEquals("It has OSGI-INF/blueprint/evil.xml, on which Blueprint would act.",
                verdict(new TestBundle("acme.index", "1.0.0").entry("OSGI-INF/blueprint/evil.xml", "<x/>").write(work.resolve("c.jar"))));
        assertEquals(extender("osgi.configurator"), verdict(new TestBundle("acme.index", "1.0.0").entry("elsewhere/evil.json", settings)
                .header("Require-Capability",
                        "osgi.extender;filter:=\"(osgi.extender=osgi.configurator)\";configurations:List<String>=\"elsewhere\"")
                .write(work.resolve("c.jar"))));
    }

    /** The framework's own parser has the last word, before anything of the bundle could start. */
    @Test
    void whatTheFrameworkReadsIsComparedWithWhatWasChecked() throws Exception {
        Path jar = new TestBundle("acme.index", "1.0.0").header("Import-Package", "org.osgi.framework").write(work.resolve("read.jar"));
        WiringPolicy policy = new WiringPolicy(new ManifestPolicy(List.of("spine.api.*")), new PlatformPackages(Set.of()));
        ResolutionCheck check = new ResolutionCheck(platform.context());
        BundleIdentity other = BundleIdentity.of(new TestBundle("acme.index", "1.0.0").write(work.resolve("other.jar")));
        assertEquals("The framework reads the header Import-Package in its manifest, which Java does not.",
                assertThrows(Rejection.class, () -> check.check(jar, other, policy)).getMessage());
        BundleIdentity same = BundleIdentity.of(jar);
        assertTrue(assertThrows(Rejection.class, () -> check.check(jar, same, policy)).getMessage()
                .startsWith("It imports the package org.osgi.framework, which is not on the list"));
        same.headers().putValue("Import-Package", "spine.api.score");
        assertEquals("The framework reads the header Import-Package of its manifest in another way than Java.",
                assertThrows(Rejection.class, () -> check.check(jar, same, policy)).getMessage());
    }

    /** A sentence is one line and a short one, whatever the bundle calls things. */
    @Test
    void whatABundleCallsThingsDoesNotReachTheTerminal() throws Exception {
        for (String name : List.of("x!".repeat(1_000_000), "\u009b31m", "\u202egnp", "\u2028next", "\u200b")) {
            String reason = platform.gate(true).examine(new TestBundle(name, "1.0.0").write(work.resolve("name.jar"))).reason();
            assertTrue(reason.matches("Its Bundle-SymbolicName '[ -~]*") && reason.length() <= 2000, reason);
        }
    }

    @Test
    void whatAnExtensionNeedsPasses() throws Exception {
        String component = "osgi.extender;filter:=\"(&(osgi.extender=osgi.component)(version>=1.5.0)(!(version>=2.0.0)))\";"
                + "resolution:=optional";
        for (TestBundle legal : List.of(
                new TestBundle("acme.index", "1.0.0").header("Require-Capability", component
                        + ",osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=17))\","
                        + "osgi.service;filter:=\"(objectClass=acme.X)\";effective:=active;cardinality:=multiple"),
                new TestBundle("acme.index", "1.0.0").header("Provide-Capability",
                        "osgi.service;objectClass:List<String>=\"spine.api.score.ScoringIndex\";uses:=\"spine.api.score\","
                                + "spine.operation;spine.operation=\"acme.pid\""),
                new TestBundle("acme.index", "1.0.0").header("Bundle-ClassPath", "."),
                new TestBundle("acme.index;singleton:=true", "1.0.0").header("Service-Component",
                        "OSGI-INF/acme.Index.xml, OSGI-INF/acme.B$C.xml"),
                new TestBundle("acme.index", "1.0.0").header("Service-Component", "OSGI-INF/*.xml").header("Bundle-Description",
                        "Zählt Ödeme, \"genau\""),
                new TestBundle("acme.index", "1.0.0").header("Export-Package", "acme.own;version=\"1.0\",acme.other")
                        .entry("acme/own/a.txt", "a")
                        .header("Import-Package", "acme.own;version=\"[1.0,2)\",spine.api.score,org.osgi.framework"),
                new TestBundle("acme.index", "1.0.0").entry("META-INF/services/acme.X", "acme.Y").entry("META-INF/maven/pom.xml", "<p/>")
                        .entry("lib/data.jar", "data").entry("OSGI-INF/l10n/bundle.properties", "a=b"))) {
            Path jar = legal.write(work.resolve("legal.jar"));
            assertEquals("", verdict(jar));
            platform.stranger.sign(jar);
            assertTrue(reason(jar).startsWith("It is signed by CN=Stranger"));
        }
    }

    /** Of the bundle when a trusted signer has signed it. */
    private static String verdict(Path jar) throws Exception {
        platform.trusted.sign(jar);
        return reason(jar);
    }

    private static String reason(Path jar) {
        return platform.gate(false).examine(jar).reason();
    }

    private static byte[] content(Path jar, String name) throws Exception {
        try (ZipFile file = new ZipFile(jar.toFile())) {
            return file.getInputStream(file.getEntry(name)).readAllBytes();
        }
    }

    private static Path with(Path jar, Map<String, byte[]> added) throws Exception {
        Path result = work.resolve("added.jar");
        try (ZipFile in = new ZipFile(jar.toFile()); OutputStream file = Files.newOutputStream(result);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (ZipEntry entry : Collections.list(in.entries())) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(in.getInputStream(entry).readAllBytes());
            }
            for (Map.Entry<String, byte[]> entry : added.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
            }
        }
        return result;
    }
}
