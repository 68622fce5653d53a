package spine.launcher.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import spine.common.install.StorageSeal;

class DoctorTest {
    private static final String METATYPE = """
            <?xml version="1.0"?><m:MetaData xmlns:m="http://www.osgi.org/xmlns/metatype/v1.3.0"><OCD id="times" name="t">
            <AD id="seconds" type="Long" min="1" max="600" default="30"/><AD id="share" type="Double" min="0" max="1" default="0.5"/>
            <AD id="mode" type="String" default="A"><Option label="A" value="A"/><Option label="B" value="B"/></AD></OCD>
            <Designate pid="acme.times"><Object ocdref="times"/></Designate></m:MetaData>""";

    @TempDir
    private Path work;
    private Path home;
    private Path jar;
    private String said;

    @BeforeEach
    void deliver() throws IOException {
        home = work.resolve("home");
        jar = work.resolve("run.jar");
        ByteArrayOutputStream bundle = new ByteArrayOutputStream();
        write(bundle, "acme.platform", "1.0.0", "acme.json;version=\"1,0\",acme.core", Map.of("OSGI-INF/metatype/times.xml", METATYPE));
        try (OutputStream file = Files.newOutputStream(jar); JarOutputStream out = new JarOutputStream(file)) {
            out.putNextEntry(new ZipEntry("jar/acme.jar"));
            new ByteArrayInputStream(bundle.toByteArray()).transferTo(out);
        }
    }

    @Test
    void aNewHomeIsWell() {
        assertEquals(0, doctor(), said);
        assertEquals(List.of("java", "memory", "disk", "home", "settings", "deploy", "trust store", "storage", "libraries", "leftovers"),
                said.lines().map(line -> line.substring(0, 12).trim()).toList());
        assertTrue(said.lines().allMatch(line -> line.substring(13).startsWith("ok ")), said);
    }

    @Test
    void whatItDoesNotKnowIsWrongUsage() {
        assertEquals(2, doctor("--mend"));
        assertEquals(0, doctor("--help"));
    }

    @ParameterizedTest
    @CsvSource({"seconds,0", "seconds,601", "seconds,9223372036854775807", "seconds,9223372036854775808", "seconds,-1", "seconds,NaN",
        "seconds,''", "seconds,1.5", "share,-0.1", "share,1.1", "share,NaN", "share,Infinity", "share,1e999", "share,''", "mode,C",
                "second,1"})
    void aValueThatIsNoneIsWrong(String key, String value) throws IOException {
        settings(key + "=" + value);
        assertEquals(1, doctor("--fix"));
        String line = line("settings");
        assertTrue(line.contains("WRONG") && line.contains(home.resolve("conf/acme.times.cfg") + ":") && line.contains(key), line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"seconds=1", "seconds=600", "share=0", "share=1", "mode=B", "", "# nothing"})
    void aGoodValueIsWell(String text) throws IOException {
        settings(text);
        assertEquals(0, doctor(), said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"acme.json|exports the package acme.json",
        "own,acme.json;version=\"9,9\"|exports the package acme.json",
        "own;acme.core;x=y|exports the package acme.core"})
    void aBundleThatExportsWhatThePlatformDoesIsMovedAway(String exported, String why) throws IOException {
        Path bundle = Files.createDirectories(home.resolve("deploy")).resolve("a.jar");
        write(Files.newOutputStream(bundle), "acme.a", "1.0.0", exported, Map.of());
        assertEquals(1, doctor());
        assertTrue(line("deploy").contains(bundle + " " + why), said);
        assertEquals(0, doctor("--fix"), said);
        assertTrue(line("deploy").contains("mended"), said);
        assertFalse(Files.exists(bundle));
        assertTrue(Files.readString(home.resolve("quarantine/a.jar.reason.txt")).contains(why));
        assertEquals(0, doctor(), said);
    }

    @Test
    void whatIsNoBundleAndWhatIsThereTwiceIsNamed() throws IOException {
        Path deploy = Files.createDirectories(home.resolve("deploy"));
        for (String name : List.of("a.jar", "b.jar")) {
            write(Files.newOutputStream(deploy.resolve(name)), "acme.a", "1.0.0", "own", Map.of());
        }
        Files.write(deploy.resolve("c.jar"), new byte[] {'P', 'K', 3, 4, 0});
        Files.createDirectory(deploy.resolve("d.jar"));
        assertEquals(1, doctor());
        String line = line("deploy");
        assertTrue(line.contains("b.jar has the name and version of a.jar (acme.a 1.0.0)") && line.contains("c.jar cannot be read")
                && line.contains("d.jar cannot be read"), line);
    }

    @Test
    void aBrokenStorageIsRemovedAndAWholeOneStays() throws IOException {
        for (int number = 1; number <= 2; number++) {
            Path folder = Files.createDirectories(home.resolve("run").resolve("" + number).resolve("bundle1"));
            Files.writeString(folder.resolve("bundle.jar"), "jar");
            Files.createFile(home.resolve("run").resolve(number + ".lock"));
        }
        new StorageSeal(home.resolve("run/2"), home.resolve("run/2.build")).set("build", Set.of(1L));
        assertEquals(0, doctor(), said);
        assertTrue(line("storage").contains("mended") && line("storage").contains(home.resolve("run/1") + " was"), said);
        assertFalse(Files.exists(home.resolve("run/1")));
        assertTrue(Files.exists(home.resolve("run/2/bundle1/bundle.jar")));
    }

    @Test
    void foldersOthersMayWriteAreNamedAndMended() throws IOException {
        doctor();
        Path keys = Files.createDirectory(home.resolve("keys"));
        Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rwxr-x---"));
        Files.setPosixFilePermissions(home.resolve("deploy"), PosixFilePermissions.fromString("rwxrwxrwx"));
        assertEquals(1, doctor());
        assertTrue(line("home").contains(keys + " has the mode rwxr-x--- and should have rwx------"), said);
        assertEquals(0, doctor("--fix"), said);
        assertEquals("rwxr-xr-x", PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("deploy"))));
    }

    @Test
    void leftoversOfTheDeadAreRemovedAndThoseOfTheLivingStay() throws IOException {
        doctor();
        List<String> names = List.of(".models.json.part", ".x.part-123e4567-e89b-12d3-a456-426614174000", "log/spine-1.log.lck");
        for (String name : names) {
            Files.writeString(home.resolve(name), "half");
            Files.setLastModifiedTime(home.resolve(name), FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        }
        Files.writeString(home.resolve(".young.part"), "half");
        Files.writeString(Files.createDirectories(home.resolve("attach")).resolve("address"), "dead");
        assertEquals(0, doctor("--fix"), said);
        assertTrue(line("leftovers").contains("4 removed"), said);
        assertTrue(Files.exists(home.resolve(".young.part")));
        assertTrue(names.stream().noneMatch(name -> Files.exists(home.resolve(name))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no key store"})
    void aBrokenTrustStoreIsNamed(String content) throws IOException {
        Files.writeString(Files.createDirectories(home.resolve("conf")).resolve("trust.p12"), content);
        assertEquals(1, doctor());
        assertTrue(line("trust store").contains("nobody is trusted"), said);
    }

    /** With the password of the settings, or of the file beside it. */
    @Test
    void aTrustStoreIsReadWithItsPassword() throws Exception {
        Path store = Files.createDirectories(home.resolve("conf")).resolve("trust.p12");
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        try (OutputStream out = Files.newOutputStream(store)) {
            keys.store(out, "secret".toCharArray());
        }
        assertEquals(1, doctor());
        Files.setPosixFilePermissions(Files.writeString(store.resolveSibling("trust.password"), "secret\n"),
                PosixFilePermissions.fromString("rw-------"));
        assertEquals(0, doctor(), said);
        assertTrue(line("trust store").contains("0 certificate(s) in " + store), said);
    }

    @Test
    void aHomeThatIsAFileIsNamed() throws IOException {
        Files.writeString(home, "");
        assertEquals(1, doctor());
        assertTrue(line("home").contains("WRONG") && line("home").contains(home.toString()), said);
        assertFalse(said.contains("Exception"), said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "natives", "deploy", "incoming", "checking", "quarantine", "verdicts", "conf", "keys", "log", "shadow",
        "isolation", "attach"})
    @Timeout(60)
    void whatLiesInPlaceOfAFolderIsMovedAside(String folder) throws Exception {
        for (String made : List.of("touch", "mkfifo", "ln -s /dev/zero", "ln -s nowhere")) {
            Files.createDirectories(home);
            make(made, home.resolve(folder));
            assertMovedAside(home.resolve(folder), "is no folder");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"models.json", ".models.json.lock", "deployments.json", "audit.log", "audit.head", "conf/trust.p12",
        "conf/trust.password", "conf/acme.times.cfg", "conf/acme.unknown.cfg", "checking/lock", "attach/lock", "run/1.lock",
        "run/1.build", "run/12-34.jsa"})
    @Timeout(60)
    void whatLiesInPlaceOfAFileIsMovedAside(String file) throws Exception {
        for (String made : List.of("mkdir", "mkfifo", "ln -s /dev/zero")) {
            doctor();
            Files.createDirectories(home.resolve(file).getParent());
            Files.deleteIfExists(home.resolve(file));
            make(made, home.resolve(file));
            assertMovedAside(home.resolve(file), "is no regular file");
        }
    }

    private void assertMovedAside(Path path, String what) {
        assertEquals(1, doctor(), said);
        assertFalse(said.contains("Exception"), said);
        assertTrue(line("home").contains("WRONG") && line("home").contains(path + " " + what + "; --fix"), said);
        assertEquals(0, doctor("--fix"), said);
        assertTrue(line("home").contains(path + " " + what + " and is " + path.getFileName() + ".aside-"), said);
        assertEquals(0, doctor(), said);
        path.toFile().delete();
    }

    private static void make(String command, Path path) throws Exception {
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        words.add(path.toString());
        assertEquals(0, new ProcessBuilder(words).start().waitFor());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mkfifo", "mkdir", "ln -s /dev/zero", "ln -s nowhere"})
    @Timeout(60)
    void settingsAndBundlesThatAreNoFilesAreNamed(String made) throws Exception {
        doctor();
        make(made, home.resolve("conf/acme.times.cfg"));
        make(made, home.resolve("deploy/acme.jar"));
        assertEquals(1, doctor(), said);
        assertTrue(line("settings").contains(home.resolve("conf/acme.times.cfg") + " is no list of settings (")
                && line("deploy").contains("cannot be read as a jar"), said);
    }

    @Test
    void secretsThatOthersCanReadAreNamedAndMended() throws IOException {
        doctor();
        List<Path> secrets = List.of(home.resolve("conf/trust.password"), Files.createDirectories(home.resolve("keys")).resolve("any.key"));
        for (Path secret : secrets) {
            Files.setPosixFilePermissions(Files.writeString(secret, "secret"), PosixFilePermissions.fromString("rw-r--r--"));
        }
        assertEquals(1, doctor());
        assertTrue(secrets.stream().allMatch(secret -> line("home").contains(secret + " has the mode rw-r--r-- and should have rw-------")),
                said);
        assertEquals(0, doctor("--fix"), said);
        assertEquals(0, doctor(), said);
    }

    private void settings(String text) throws IOException {
        Files.writeString(Files.createDirectories(home.resolve("conf")).resolve("acme.times.cfg"), text);
    }

    private int doctor(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = Doctor.run(home, jar, "build", List.of(arguments), new PrintStream(out, true, StandardCharsets.UTF_8), System.err);
        said = out.toString(StandardCharsets.UTF_8);
        return code;
    }

    private String line(String name) {
        return said.lines().filter(line -> line.startsWith(name)).collect(Collectors.joining("\n"));
    }

    private static void write(OutputStream to, String name, String version, String exported, Map<String, String> entries)
            throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-SymbolicName", name + ";singleton:=true");
        main.putValue("Bundle-Version", version);
        main.putValue("Export-Package", exported);
        try (JarOutputStream out = new JarOutputStream(to, manifest)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
