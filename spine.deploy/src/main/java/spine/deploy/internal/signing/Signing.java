package spine.deploy.internal.signing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import spine.api.UnusableInputException;
import spine.api.service.BundleSigner;
import spine.common.file.AtomicFile;
import spine.common.install.InstallPaths;
import spine.deploy.internal.GateSettings;

/** Signs with Java's own signer. */
@Component(configurationPid = {GateSettings.SHIPPED, GateSettings.PID})
public final class Signing implements BundleSigner {
    private final DevelopmentKey key;
    private final Path trustStore;
    private final String trustPassword;

    @Activate
    public Signing(BundleContext context, GateSettings settings) {
        this(InstallPaths.of(context::getProperty), settings);
    }

    private Signing(InstallPaths paths, GateSettings settings) {
        this(paths.keys(), TrustStore.of(paths, settings).file(), settings.trust_password());
    }

    public Signing(Path keys, Path trustStore, String trustPassword) {
        this.key = new DevelopmentKey(keys);
        this.trustStore = trustStore;
        this.trustPassword = trustPassword;
    }

    @Override
    public synchronized String createKey(String name) throws UnusableInputException, IOException {
        key.create(name);
        key.trustIn(trustStore, trustPassword);
        return subject(key.entry());
    }

    @Override
    public synchronized String sign(Path jar) throws UnusableInputException, IOException {
        if (!Files.isRegularFile(jar)) {
            throw new UnusableInputException(jar + " is not a file.");
        }
        KeyStore.PrivateKeyEntry entry = key.entry();
        Path target = jar.toAbsolutePath();
        try {
            AtomicFile.write(target, out -> {
                try (ZipFile in = new ZipFile(target.toFile())) {
                    JarSigning.put(entry, in, out);
                }
            });
        } catch (ZipException e) {
            throw new UnusableInputException(jar + " is not a complete jar: " + e.getMessage() + ".", e);
        } catch (NoClassDefFoundError e) {
            throw new IOException("this container hides Java's signer from bundles; the program jarsigner of the JDK signs as well", e);
        }
        return subject(entry);
    }

    private static String subject(KeyStore.PrivateKeyEntry entry) {
        return ((X509Certificate) entry.getCertificate()).getSubjectX500Principal().getName();
    }
}
