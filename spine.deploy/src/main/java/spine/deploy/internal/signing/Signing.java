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
import spine.deploy.internal.Rejection;

/** Signs with Java's own signer. */
@Component(configurationPid = {GateSettings.SHIPPED, GateSettings.PID})
public final class Signing implements BundleSigner {
    /** Property of framework or system, and environment variable: the folder of the key. */
    private static final String PROPERTY = "spine.keys";
    private static final String VARIABLE = "SPINE_KEYS";

    private final DevelopmentKey key;
    private final TrustStore trust;

    @Activate
    public Signing(BundleContext context, GateSettings settings) {
        this(keys(context), InstallPaths.of(context::getProperty), settings);
    }

    private Signing(Path keys, InstallPaths paths, GateSettings settings) {
        this(keys, paths.home(), TrustStore.of(paths, settings));
    }

    /**
     * @param keys folder of the key; need not exist
     * @param home of the platform, in which no key lies
     * @param trust to which the certificate of a new key is added
     */
    public Signing(Path keys, Path home, TrustStore trust) {
        this.key = new DevelopmentKey(keys, home);
        this.trust = trust;
    }

    private static Path keys(BundleContext context) {
        String named = context.getProperty(PROPERTY) != null ? context.getProperty(PROPERTY) : System.getenv(VARIABLE);
        return named == null || named.isBlank() ? Path.of(System.getProperty("user.home"), ".config", "spine", "keys") : Path.of(named);
    }

    @Override
    public synchronized String createKey(String name) throws UnusableInputException, IOException {
        if (key.exists() && isTrusted()) {
            throw new UnusableInputException("There is a key already, and it is trusted here: " + subject(key.entry()) + ".");
        }
        if (!key.exists()) {
            key.create(name);
        }
        X509Certificate certificate = key.certificate();
        trust.add("development-" + certificate.getSerialNumber().toString(16), certificate);
        return subject(key.entry());
    }

    private boolean isTrusted() throws UnusableInputException, IOException {
        try {
            return trust.contains(key.certificate());
        } catch (Rejection e) {
            throw new UnusableInputException(e.getMessage(), e);
        }
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
