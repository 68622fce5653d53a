package spine.tck;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleManifestTest {
    @TempDir
    private Path temp;

    @Test
    void theAuthorOfACodecMayImportTheDicomToolkit() throws IOException {
        manifest("spine.api;version=\"[2.0,3)\",spine.dicom;version=\"[1.0,2)\"").check();
    }

    @Test
    void theToolkitIsImportedWithARangeLikeTheContracts() throws IOException {
        BundleManifest manifest = manifest("spine.dicom");
        AssertionError e = assertThrows(AssertionError.class, manifest::check);
        assertTrue(e.getMessage().contains("the import of spine.dicom has no version range"), e.getMessage());
    }

    @Test
    void otherPackagesOfSpineAreNotOffered() throws IOException {
        BundleManifest manifest = manifest("spine.dicomweb;version=\"[1.0,2)\"");
        AssertionError e = assertThrows(AssertionError.class, manifest::check);
        assertTrue(e.getMessage().contains("the platform offers no package spine.dicomweb"), e.getMessage());
    }

    private BundleManifest manifest(String imports) throws IOException {
        Path jar = temp.resolve("codec.jar");
        String text = "Manifest-Version: 1.0\nBundle-ManifestVersion: 2\nBundle-SymbolicName: codec\n"
                + "Bundle-Version: 1.0.0\nImport-Package: "
                + imports.replace("\",", "\",\n ") + "\n";
        new JarOutputStream(Files.newOutputStream(jar), new Manifest(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))))
                .close();
        return new BundleManifest(jar);
    }
}
