package spine.app.internal.cli.network;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

import org.osgi.framework.Constants;

import spine.app.context.CommandContext;
import spine.api.service.UnavailableException;
import spine.common.install.InstallPaths;
import spine.io.dimse.DicomNetwork;

/** The network by which commands talk to other nodes. */
final class PreferredNetwork {

    private PreferredNetwork() {
    }

    /** Where a bundle of the deploy folder offers one, what is there is started first: it may be better than that of the platform. */
    static DicomNetwork of(CommandContext platform) throws UnavailableException {
        if (isOfferedIn(InstallPaths.of(System::getProperty).deploy())) {
            platform.startEngine();
        }
        return platform.service(DicomNetwork.class, "DICOM network");
    }

    static boolean isOfferedIn(Path folder) {
        File[] jars = folder.toFile().listFiles((parent, name) -> name.endsWith(".jar"));
        return jars != null && Arrays.stream(jars).anyMatch(PreferredNetwork::offers);
    }

    private static boolean offers(File jar) {
        try (JarFile bundle = new JarFile(jar)) {
            Manifest manifest = bundle.getManifest();
            String provided = manifest == null ? null : manifest.getMainAttributes().getValue(Constants.PROVIDE_CAPABILITY);
            return provided != null && provided.contains(DicomNetwork.class.getName());
        } catch (IOException noJar) {
            return false;
        }
    }
}
