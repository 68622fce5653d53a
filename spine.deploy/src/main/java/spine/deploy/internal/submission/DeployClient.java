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
import spine.common.digest.Sha256;
import spine.common.install.InstallPaths;
import spine.deploy.internal.HomeFolders;
import spine.deploy.internal.audit.AuditLine;
import spine.deploy.internal.audit.AuditLog;

/** Hands a bundle in through the same folder as everybody, and reads the verdict in the audit log. */
@Component
public final class DeployClient implements DeployGate {
    private static final Set<String> VERDICTS = Set.of(AuditLine.ACCEPTED, AuditLine.REFUSED);
    private static final long POLL_MILLIS = 50;

    private final InstallPaths paths;
    private final AuditLog audit;

    @Activate
    public DeployClient(BundleContext context) {
        this(InstallPaths.of(context::getProperty));
    }

    DeployClient(InstallPaths paths) {
        this.paths = paths;
        this.audit = new AuditLog(paths.auditLog());
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
        HomeFolders.create(paths);
        Path handedIn = paths.incoming().resolve(name);
        if (Files.exists(handedIn)) {
            throw new UnusableInputException("Another " + name + " still waits in " + paths.incoming() + ".");
        }
        Path part = paths.incoming().resolve(name + ".part");
        Files.copy(jar, part, StandardCopyOption.REPLACE_EXISTING);
        String sha256 = Sha256.of(part);
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
