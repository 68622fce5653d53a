package spine.web.internal.atna;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import javax.net.ssl.SSLException;

import org.apache.felix.hc.annotation.HealthCheckService;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.ResultLog;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import spine.api.service.EffectiveSettings;
import spine.common.install.InstallPaths;

/** Sends the access log to a syslog server, if the settings name one. The log itself stays what holds. */
@Capability(namespace = EffectiveSettings.OPERATION, name = SyslogSettings.PID)
@Component(service = HealthCheck.class, immediate = true, configurationPid = {SyslogSettings.SHIPPED, SyslogSettings.PID})
@HealthCheckService(name = "audit messages", tags = "ready")
public final class AuditExport implements HealthCheck {
    private static final Logger LOG = LoggerFactory.getLogger(AuditExport.class);
    private static final Duration MOMENT = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    /** A server that takes nothing for so long is one that does not work. */
    private static final Duration STUCK = Duration.ofMinutes(1);

    private final String server;
    private final Optional<Transfer> transfer;
    private final Optional<Thread> thread;
    private volatile boolean closed;
    private volatile Instant alive = Instant.now();
    private volatile String complaint = "";
    private volatile String lost = "";

    @Activate
    public AuditExport(BundleContext context, SyslogSettings settings) {
        this(InstallPaths.of(context::getProperty), settings);
    }

    AuditExport(InstallPaths paths, SyslogSettings settings) {
        this.server = settings.host().strip() + ":" + settings.port();
        Optional<Transfer> begun = Optional.empty();
        if (!settings.host().isBlank()) {
            try {
                begun = Optional.of(transfer(paths, settings));
            } catch (IllegalArgumentException wrong) {
                complaint = "conf/" + SyslogSettings.PID + ".cfg: " + wrong.getMessage();
            } catch (IOException unreadable) {
                complaint = "what was sent last is not known: " + unreadable.getMessage() + ".";
            }
            if (begun.isEmpty()) {
                LOG.error("the access log is not sent to {}, {}", server, complaint);
            }
        }
        this.transfer = begun;
        this.thread = begun.map(started -> new Thread(() -> run(started), "audit messages"));
        thread.ifPresent(one -> {
            one.setDaemon(true);
            one.start();
        });
    }

    private static Transfer transfer(InstallPaths paths, SyslogSettings settings) throws IOException {
        Path log = paths.accessLog();
        String host = hostName();
        String process = Long.toString(ProcessHandle.current().pid());
        return new Transfer(log, log.resolveSibling("access.sent"), SyslogServer.of(settings, paths.conf()),
                new AuditMessage(settings.source(), settings.site().strip(), host, process), new SyslogMessage(host, process));
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    @Deactivate
    void close() throws IOException {
        closed = true;
        thread.ifPresent(Thread::interrupt);
        if (transfer.isPresent()) {
            transfer.get().close();
        }
    }

    private void run(Transfer to) {
        Duration pause = MOMENT;
        while (!closed) {
            try (to) {
                if (!to.begin()) {
                    lose();
                }
                complaint = "";
                pause = MOMENT;
                follow(to);
            } catch (IOException failure) {
                complain(failure);
            } catch (InterruptedException stopping) {
                return;
            } catch (RuntimeException failure) {
                LOG.error("audit messages failed", failure);
                complaint = "something unexpected went wrong; the log of the platform has the details.";
            }
            try {
                Thread.sleep(pause.toMillis());
            } catch (InterruptedException stopping) {
                return;
            }
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private void follow(Transfer to) throws IOException, InterruptedException {
        long confirmed = System.nanoTime();
        while (!closed) {
            boolean more = to.send();
            if (to.takeGap()) {
                lose();
            }
            alive = Instant.now();
            if (!more) {
                Thread.sleep(MOMENT.toMillis());
            }
            if (System.nanoTime() - confirmed >= MOMENT.toNanos()) {
                to.confirm();
                confirmed = System.nanoTime();
            }
        }
    }

    private void lose() {
        lost = "Lines of the access log were gone before they were sent to " + server + "; noticed at " + Instant.now() + ".";
        LOG.error(lost);
    }

    private void complain(IOException failure) {
        String reason = failure instanceof SSLException ? "it cannot be trusted, or does not trust this side"
                : failure instanceof UnknownHostException ? "there is no such host" : String.valueOf(failure.getMessage());
        if (!closed && complaint.isEmpty()) {
            LOG.warn("the access log does not reach {}: {}", server, reason);
        }
        complaint = reason + ".";
    }

    @Override
    public Result execute() {
        ResultLog log = new ResultLog();
        if (!complaint.isEmpty()) {
            log.add(new ResultLog.Entry(Result.Status.WARN, "The access log does not reach " + server + ": " + complaint));
        } else if (transfer.isPresent() && Instant.now().isAfter(alive.plus(STUCK))) {
            log.add(new ResultLog.Entry(Result.Status.WARN, server + " has taken nothing of the access log since " + alive + "."));
        }
        if (!lost.isEmpty()) {
            log.add(new ResultLog.Entry(Result.Status.WARN, lost));
        }
        if (!log.iterator().hasNext()) {
            log.add(new ResultLog.Entry(Result.Status.OK, transfer.isPresent() ? "The access log is sent to " + server + "."
                    : "The access log is sent nowhere else."));
        }
        return new Result(log);
    }
}
