package spine.deploy.internal.signing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import spine.api.UnusableInputException;
import spine.api.service.BundleSigner;
import spine.deploy.internal.Folders;
import spine.deploy.internal.GateSettings;

/** Signs with Java's own signer. */
@Component(configurationPid = {GateSettings.SHIPPED, GateSettings.PID})
public final class Signing implements BundleSigner {
    private final DevelopmentKey key;
    private final Path trustStore;
    private final String trustPassword;

    @Activate
    public Signing(BundleContext context, GateSettings settings) {
        this(Folders.of(context).keys(), TrustStore.of(Folders.of(context), settings).file(), settings.trust_password());
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
            throw new UnusableInputException(jar + " is no file.");
        }
        KeyStore.PrivateKeyEntry entry = key.entry();
        Path target = jar.toAbsolutePath();
        Path unfinished = target.resolveSibling(target.getFileName() + ".tmp");
        try {
            try (ZipFile in = new ZipFile(target.toFile()); OutputStream out = Files.newOutputStream(unfinished)) {
                JarSigning.put(entry, in, out);
            }
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (ZipException e) {
            throw new UnusableInputException(jar + " is no whole jar: " + e.getMessage() + ".", e);
        } catch (NoClassDefFoundError e) {
            throw new IOException("this container hides Java's signer from bundles; the program jarsigner of the JDK signs as well", e);
        } finally {
            Files.deleteIfExists(unfinished);
        }
        return subject(entry);
    }

    private static String subject(KeyStore.PrivateKeyEntry entry) {
        return ((X509Certificate) entry.getCertificate()).getSubjectX500Principal().getName();
    }
}
