package spine.launcher.doctor;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import spine.common.file.BoundedFile;
import spine.common.install.InstallPaths;
import spine.common.settings.ConfigurationFile;

/** The certificates of those whose bundles the gate takes can be read and are valid. */
final class TrustStoreExamination implements Examination {
    private static final String PID = "spine.deploy";

    private final InstallPaths paths;

    TrustStoreExamination(InstallPaths paths) {
        this.paths = paths;
    }

    @Override
    public Finding examine(boolean fix) throws IOException {
        Path settings = paths.conf().resolve(PID + ConfigurationFile.SUFFIX);
        Map<String, String> values = Files.exists(settings) ? new ConfigurationFile(settings).read() : Map.of();
        String named = values.getOrDefault("trust.store", "");
        Path file = named.isBlank() ? paths.trustStore() : paths.home().resolve(named);
        if (!Files.exists(file)) {
            return named.isBlank() ? Finding.ok("None, so the gate takes signed bundles of nobody.")
                    : Finding.wrong(file + " does not exist, although " + settings + " names it.");
        }
        List<Finding> findings = new ArrayList<>();
        int trusted = 0;
        try (InputStream in = new ByteArrayInputStream(BoundedFile.regular(file, BoundedFile.LONGEST))) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password(values, file));
            for (String alias : Collections.list(store.aliases())) {
                if (store.getCertificate(alias) instanceof X509Certificate certificate) {
                    trusted++;
                    findings.add(valid(certificate, alias, file));
                }
            }
        } catch (IOException | GeneralSecurityException e) {
            return Finding.wrong(file + " cannot be read with the password in effect, so nobody is trusted.");
        }
        return Doctor.all(findings, trusted + " certificate(s) in " + file + ".");
    }

    /** That of the settings, or of the file beside the store. */
    private static char[] password(Map<String, String> values, Path store) throws IOException {
        String given = values.getOrDefault("trust.password", "");
        Path beside = store.resolveSibling("trust.password");
        if (given.isEmpty() && Files.exists(beside)) {
            given = new String(BoundedFile.regular(beside, BoundedFile.LONGEST), StandardCharsets.UTF_8).strip();
        }
        return given.toCharArray();
    }

    private static Finding valid(X509Certificate certificate, String alias, Path file) {
        try {
            certificate.checkValidity();
            return Finding.ok("");
        } catch (GeneralSecurityException e) {
            return Finding.wrong("The certificate " + alias + " in " + file + " is valid from " + certificate.getNotBefore().toInstant()
                    + " to " + certificate.getNotAfter().toInstant() + " and not today.");
        }
    }
}
