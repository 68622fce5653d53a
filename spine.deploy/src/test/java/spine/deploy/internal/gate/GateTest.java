package spine.deploy.internal.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spine.api.UnusableInputException;
import spine.deploy.internal.TestBundle;
import spine.deploy.internal.TestPlatform;

/** Good bundles pass, and each kind of bad one is refused for its own reason. */
class GateTest {
    private static final String SPINE_MODEL = "acme.model";
    private static final byte[] WEIGHTS = "weights".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private static Path work;
    private static TestPlatform platform;
    private static int bundles;

    @BeforeAll
    static void start() throws Exception {
        platform = new TestPlatform(work);
        bundles = platform.context().getBundles().length;
    }

    @AfterAll
    static void stop() throws Exception {
        platform.close();
    }

    @AfterEach
    void nothingStaysInstalled() {
        assertEquals(bundles, platform.context().getBundles().length, Arrays.toString(platform.context().getBundles()));
    }

    @Test
    void aSignedExtensionPasses() throws Exception {
        GateResult result = signed(new TestBundle("acme.index", "1.0.0").header("Import-Package",
                "spine.api.score;version=\"[1.0,2)\", org.osgi.framework;version=\"[1.8,2)\",acme.own")
                .header("Export-Package", "acme.own;version=1.0;x=\"a,b;c\"").entry("acme/own/A.txt", "a"));
        assertEquals("", result.reason());
        assertEquals("acme.index 1.0.0", result.bundle().toString());
        assertEquals("CN=Trusted\\, Ltd", result.signer());
    }

    @Test
    void aSignedModelPasses() throws Exception {
        assertEquals("", signed(TestBundle.model(SPINE_MODEL, "1.0.0", WEIGHTS, WEIGHTS)).reason());
    }

    @Test
    void unsignedIsRefusedUnlessItIsAllowed() throws Exception {
        Path jar = new TestBundle("acme.index", "1.0.0").write(work.resolve("unsigned.jar"));
        assertEquals("It is not signed.", platform.gate(false).examine(jar).reason());
        assertTrue(platform.gate(true).examine(jar).accepted());
    }

    @Test
    void aSignerWhomNobodyTrustsIsRefusedEvenWhereUnsignedIsAllowed() throws Exception {
        Path jar = new TestBundle("acme.index", "1.0.0").write(work.resolve("stranger.jar"));
        platform.stranger.sign(jar);
        String reason = platform.gate(true).examine(jar).reason();
        assertTrue(reason.startsWith("It is signed by CN=Stranger, whose certificate is not in the trust store "), reason);
    }

    @Test
    void signingAgainReplacesTheSignature() throws Exception {
        Path jar = new TestBundle("acme.index", "1.0.0").write(work.resolve("again.jar"));
        platform.stranger.sign(jar);
        platform.trusted.sign(jar);
        assertEquals("CN=Trusted\\, Ltd", platform.gate(false).examine(jar).signer());
    }

    @Test
    void weightsThatWereChangedAfterSigningAreRefused() throws Exception {
        Path jar = sign(TestBundle.model(SPINE_MODEL, "1.0.0", WEIGHTS, WEIGHTS));
        assertEquals("Its entry model/weights.zip was changed after it was signed.",
                reason(TestBundle.tampered(jar, "model/weights.zip", "others")));
    }

    @Test
    void anEntryThatWasAddedAfterSigningIsRefused() throws Exception {
        Path jar = sign(new TestBundle("acme.index", "1.0.0"));
        assertEquals("Its entry acme/Evil.class is not signed.",
                reason(TestBundle.tampered(jar, "acme/Evil.class", "x")));
        assertEquals("Its entry META-INF/services/x is not signed.",
                reason(TestBundle.tampered(jar, "META-INF/services/x", "x")));
    }

    @Test
    void aManifestThatWasChangedAfterSigningIsRefused() throws Exception {
        Path jar = sign(new TestBundle("acme.index", "1.0.0"));
        String reason = reason(TestBundle.tamperedManifest(jar, "Bundle-Version: 1.0.0", "Bundle-Version: 9.0.0"));
        assertTrue(reason.contains("changed after it was signed"), reason);
    }

    @Test
    void signedWeightsThatAreNotThoseOfTheCardAreRefused() throws Exception {
        String reason = signed(TestBundle.model(SPINE_MODEL, "1.0.0", "others".getBytes(StandardCharsets.UTF_8), WEIGHTS)).reason();
        assertTrue(reason.matches("The weights have the SHA-256 [0-9a-f]{64}, but the model card promises [0-9a-f]{64}\\."), reason);
        assertEquals("It is a model bundle without model/card.json.",
                signed(new TestBundle(SPINE_MODEL, "1.0.0").header("Spine-Model", "model")).reason());
    }

    @Test
    void whatIsMissingIsNamed() throws Exception {
        assertEquals("Nothing here provides the package org.osgi.service.gone in version 1.0.0 or higher and below 2.0.0, which it needs.",
                signed(new TestBundle("acme.index", "1.0.0").header("Import-Package", "org.osgi.service.gone;version=\"[1.0,2)\""))
                        .reason());
        assertEquals("Nothing here provides the package spine.api.score in version 2.0.0 or higher, which it needs.",
                signed(new TestBundle("acme.index", "1.0.0").header("Import-Package", "spine.api.score;version=2")).reason());
        assertEquals("Nothing here provides the capability osgi.extender=spine.unet in version 1.0 or higher, which it needs.",
                signed(new TestBundle("acme.index", "1.0.0").header("Require-Capability",
                        "osgi.extender;filter:=\"(&(osgi.extender=spine.unet)(version>=1.0))\"")).reason());
    }

    @Test
    void whatIsOptionalOrForTheServiceRegistryMayBeMissing() throws Exception {
        assertEquals("", signed(new TestBundle("acme.index", "1.0.0")
                .header("Import-Package", "org.osgi.service.gone;resolution:=optional")
                .header("Require-Capability", "osgi.service;filter:=\"(objectClass=acme.X)\";effective:=active")).reason());
    }

    @Test
    void importsThatAreNotOnTheListAreRefused() throws Exception {
        String reason = signed(new TestBundle("acme.index", "1.0.0").header("Import-Package", "javax.net;spine.core")).reason();
        assertTrue(reason.startsWith("It imports the package spine.core, which is not on the list of accepted imports (spine.api.*,"),
                reason);
    }

    @Test
    void reachingFurtherThanTheImportsIsRefused() throws Exception {
        assertEquals("Its manifest has the header Fragment-Host, which is not accepted: it would become a part of another bundle.",
                signed(new TestBundle("acme.index", "1.0.0").header("Fragment-Host", "spine.core")).reason());
        for (String header : new String[] {"DynamicImport-Package", "Bundle-NativeCode", "Require-Bundle"}) {
            String reason = signed(new TestBundle("acme.index", "1.0.0").header(header, "*")).reason();
            assertTrue(reason.startsWith("Its manifest has the header " + header + ", which is not accepted: "), reason);
        }
        assertEquals("It exports the package spine.api.score, which is the platform's to export.",
                signed(new TestBundle("acme.index", "1.0.0").header("Export-Package", "spine.api.score;version=1.5")).reason());
    }

    @Test
    void onlyAHigherVersionFollows() throws Exception {
        assertEquals("spine.provider 1.1.0 is installed already; a changed bundle needs a higher version.",
                signed(new TestBundle(TestPlatform.PROVIDER, "1.1.0")).reason());
        assertEquals("Its version 1.0.9 is lower than the installed 1.1.0 of spine.provider.",
                signed(new TestBundle(TestPlatform.PROVIDER, "1.0.9")).reason());
        assertEquals("", signed(new TestBundle(TestPlatform.PROVIDER, "1.1.1")).reason());
    }

    @Test
    void theCoreOfThePlatformIsNotReplaced() throws Exception {
        String reason = signed(new TestBundle(TestPlatform.CORE, "2.0.0")).reason();
        assertTrue(reason.startsWith("It is named spine.core like a bundle of the platform itself"), reason);
    }

    @Test
    void whatIsNoBundleIsRefused() throws Exception {
        assertEquals("It is not an OSGi bundle: its manifest lacks 'Bundle-ManifestVersion: 2'.",
                signed(new TestBundle("acme.index", "1.0.0").without("Bundle-ManifestVersion")).reason());
        assertEquals("Its Bundle-SymbolicName '' is not valid.",
                signed(new TestBundle("acme.index", "1.0.0").without("Bundle-SymbolicName")).reason());
        assertEquals("Its Bundle-SymbolicName '../../etc' is not valid.", signed(new TestBundle("../../etc", "1.0.0")).reason());
        assertEquals("Its manifest lacks Bundle-Version.",
                signed(new TestBundle("acme.index", "1.0.0").without("Bundle-Version")).reason());
        assertEquals("Its Bundle-Version 'newest' is not valid.", signed(new TestBundle("acme.index", "newest")).reason());
    }

    @Test
    void halfAJarIsRefused() throws Exception {
        Path jar = sign(new TestBundle("acme.index", "1.0.0"));
        byte[] bytes = Files.readAllBytes(jar);
        Files.write(jar, Arrays.copyOf(bytes, bytes.length / 2));
        String reason = reason(jar);
        assertTrue(reason.startsWith("It is not a complete zip file: "), reason);
        Files.write(jar, new byte[0]);
        assertTrue(reason(jar).startsWith("It is not a complete zip file: "));
    }

    @Test
    void aZipBombIsRefused() throws Exception {
        Path jar = work.resolve("bomb.jar");
        bomb(jar, "a", 32);
        assertEquals("Its entry a unpacks to more than 200 times its size, as only a zip bomb does.", reason(jar));
        bomb(jar, "META-INF/MANIFEST.MF", 9);
        assertEquals("Its META-INF/MANIFEST.MF is larger than 8 MB.", reason(jar));
    }

    @Test
    void namesThatLeadOutOfAFolderAreRefused() throws Exception {
        Path jar = work.resolve("names.jar");
        bomb(jar, "a/../../b", 1);
        assertEquals("It has an entry with the unsafe name 'a/../../b'.", reason(jar));
    }

    private static void bomb(Path jar, String name, int megabytes) throws Exception {
        try (OutputStream file = Files.newOutputStream(jar); ZipOutputStream out = new ZipOutputStream(file)) {
            out.putNextEntry(new ZipEntry(name));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < megabytes; i++) {
                out.write(zeros);
            }
        }
    }

    private static Path sign(TestBundle bundle) throws Exception {
        Path jar = bundle.write(work.resolve("bundle.jar"));
        platform.trusted.sign(jar);
        return jar;
    }

    private static GateResult signed(TestBundle bundle) throws Exception {
        return platform.gate(false).examine(sign(bundle));
    }

    private static String reason(Path jar) {
        GateResult examination = platform.gate(false).examine(jar);
        assertFalse(examination.accepted());
        return examination.reason();
    }

    @Test
    void signingSaysWhatIsWrong() throws Exception {
        Path text = Files.writeString(work.resolve("text.jar"), "no jar");
        assertTrue(assertThrows(UnusableInputException.class, () -> platform.trusted.sign(text))
                .getMessage().contains("text.jar is not a complete jar"));
        assertEquals("no jar", Files.readString(text));
        assertTrue(assertThrows(UnusableInputException.class, () -> platform.trusted.createKey("again"))
                .getMessage().startsWith("There is a key already"));
    }
}
