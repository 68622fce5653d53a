package spine.deploy.internal.signing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import spine.deploy.internal.Rejection;

/** Who answers for a jar: every entry must be signed, unchanged, by one and the same trusted signer. */
public final class SignatureCheck {
    private final TrustStore trust;
    private final boolean unsignedAccepted;

    public SignatureCheck(TrustStore trust, boolean unsignedAccepted) {
        this.trust = trust;
        this.unsignedAccepted = unsignedAccepted;
    }

    /**
     * @param jar a whole archive of acceptable size
     * @return subject of the signer; empty for a jar without any signature, where such are accepted
     */
    public String signer(Path jar) throws Rejection {
        Set<X509Certificate> common = null;
        try (JarFile file = new JarFile(jar.toFile(), true)) {
            int signatures = SignatureFiles.count(jar);
            List<JarEntry> entries = Collections.list(file.entries()).stream().filter(SignatureCheck::mustBeSigned).toList();
            for (JarEntry entry : entries) {
                Set<X509Certificate> signers = signersOf(file, entry, signatures);
                if (common != null && !common.equals(signers)) {
                    throw new Rejection("Its entry " + entry.getName() + " has another signer than those before it.");
                }
                common = signers;
            }
        } catch (SecurityException e) {
            throw new Rejection("Its signature is damaged.", e);
        } catch (IOException e) {
            throw new Rejection("It is not a jar that can be read as a whole.", e);
        }
        return common == null || common.isEmpty() ? unsigned() : trusted(common);
    }

    private String unsigned() throws Rejection {
        if (!unsignedAccepted) {
            throw new Rejection("It is not signed.");
        }
        return "";
    }

    private String trusted(Set<X509Certificate> signers) throws Rejection {
        Rejection last = null;
        for (X509Certificate signer : signers) {
            try {
                trust.require(signer);
                return signer.getSubjectX500Principal().getName();
            } catch (Rejection notThisOne) {
                last = notThisOne;
            }
        }
        throw last;
    }

    /** The signature itself cannot be signed; what a signature signs first is the manifest. A folder has no content, or is no folder. */
    private static boolean mustBeSigned(JarEntry entry) {
        boolean folder = entry.isDirectory() && entry.getSize() == 0;
        return !folder && !entry.getName().equals(JarFile.MANIFEST_NAME) && !SignatureFiles.is(entry.getName());
    }

    /**
     * Java compares the digests while the entry is read to its end, and knows the signers only then.
     *
     * @param signatures that the jar has; Java leaves out those that it cannot verify
     */
    private static Set<X509Certificate> signersOf(JarFile file, JarEntry entry, int signatures) throws IOException, Rejection {
        try (InputStream in = file.getInputStream(entry)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (SecurityException e) {
            throw new Rejection("Its entry " + entry.getName() + " was changed after it was signed.", e);
        }
        CodeSigner[] found = entry.getCodeSigners() == null ? new CodeSigner[0] : entry.getCodeSigners();
        if (found.length == 0 && signatures > 0) {
            throw new Rejection("Its entry " + entry.getName() + " is not signed.");
        }
        if (found.length != signatures) {
            throw new Rejection("Its entry " + entry.getName() + " is signed by " + found.length + " of the " + signatures
                    + " signatures of the jar.");
        }
        Set<X509Certificate> signers = new LinkedHashSet<>();
        for (CodeSigner signer : found) {
            signers.add((X509Certificate) signer.getSignerCertPath().getCertificates().get(0));
        }
        return signers;
    }
}
