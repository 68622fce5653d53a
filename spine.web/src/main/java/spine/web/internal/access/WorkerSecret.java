package spine.web.internal.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** By what this platform knows those that score what it has received: 256 random bits, drawn at its start and never written to a file. */
@Component(service = WorkerSecret.class)
public final class WorkerSecret {
    private static final int BYTES = 32;

    private final byte[] text;

    @Activate
    public WorkerSecret() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        this.text = ("worker-" + Base64.getUrlEncoder().withoutPadding().encodeToString(random)).getBytes(StandardCharsets.US_ASCII);
    }

    /** As it goes through the header {@code Authorization}. */
    public String text() {
        return new String(text, StandardCharsets.US_ASCII);
    }

    boolean is(String given) {
        return MessageDigest.isEqual(text, given.getBytes(StandardCharsets.UTF_8));
    }
}
