package spine.deploy.internal.submission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import spine.api.UnusableInputException;
import spine.api.service.DeployGate;
import spine.api.service.GateVerdict;
import spine.api.service.UnavailableException;
import spine.deploy.internal.Digests;
import spine.deploy.internal.Folders;
import spine.deploy.internal.audit.AuditLine;
import spine.deploy.internal.audit.AuditLog;

/** Hands a bundle in through the same folder as everybody, and reads the verdict in the audit log. */
@Component
public final class DeployClient implements DeployGate {
    private static final Set<String> VERDICTS = Set.of(AuditLine.ACCEPTED, AuditLine.REFUSED);
    private static final long POLL_MILLIS = 50;

    private final Folders folders;
    private final AuditLog audit;

    @Activate
    public DeployClient(BundleContext context) {
        this(Folders.of(context));
    }

    DeployClient(Folders folders) {
        this.folders = folders;
        this.audit = new AuditLog(folders.audit());
    }

    @Override
    public GateVerdict submit(Path jar, Duration patience) throws UnusableInputException, UnavailableException, IOException {
        if (!Files.isRegularFile(jar) || !Files.isReadable(jar)) {
            throw new UnusableInputException(jar + " is no file that can be read.");
        }
        String name = jar.getFileName().toString();
        if (!name.matches("[^.].*\\.jar")) {
            throw new UnusableInputException(jar + " is not named like a bundle, which ends in .jar.");
        }
        folders.create();
        Path handedIn = folders.incoming().resolve(name);
        if (Files.exists(handedIn)) {
            throw new UnusableInputException("Another " + name + " still waits in " + folders.incoming() + ".");
        }
        Path part = folders.incoming().resolve(name + ".part");
        Files.copy(jar, part, StandardCopyOption.REPLACE_EXISTING);
        String sha256 = Digests.sha256(part);
        long position = audit.end();
        Files.move(part, handedIn, StandardCopyOption.ATOMIC_MOVE);
        return verdict(name, sha256, position, patience);
    }

    private GateVerdict verdict(String name, String sha256, long position, Duration patience) throws IOException, UnavailableException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<AuditLine> line = audit.since(position).stream().filter(l -> VERDICTS.contains(l.event())
                    && l.jar().equals(AuditLine.column(name)) && l.sha256().equals(sha256)).findFirst();
            if (line.isPresent()) {
                return verdict(line.get());
            }
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        throw new UnavailableException("There is no verdict on " + name + " within " + patience.toSeconds()
                + " s; it is handed in, and the audit log will tell.");
    }

    private static GateVerdict verdict(AuditLine line) {
        return new GateVerdict(line.event().equals(AuditLine.ACCEPTED), (line.symbolicName() + " " + line.version()).trim(), line.signer(),
                line.reason());
    }
}
