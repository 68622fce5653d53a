package spine.web.internal.atna;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;

import javax.net.ssl.SSLContext;

import spine.common.keystore.ClientTls;
import spine.common.text.HostPort;

/**
 * Where audit messages go.
 *
 * @param tls empty for TCP or UDP without
 */
record SyslogServer(String host, int port, boolean datagrams, Optional<SSLContext> tls) {

    /**
     * @param conf folder that names of files are relative to
     * @throws IllegalArgumentException with a sentence on the setting that does not hold
     */
    static SyslogServer of(SyslogSettings settings, Path conf) {
        String host = settings.host().strip();
        switch (settings.transport().strip()) {
            case "tls":
                return new SyslogServer(host, settings.port(), false, Optional.of(ClientTls.context(file(conf, settings.tls_trusted()),
                        file(conf, settings.tls_keys()), file(conf, settings.tls_password_file()))));
            case "tcp":
            case "udp":
                if (!isThisMachine(host)) {
                    throw new IllegalArgumentException("transport = " + settings.transport() + " is for this machine only, because others"
                            + " could read and change the messages on their way to " + host + "; use tls.");
                }
                return new SyslogServer(host, settings.port(), settings.transport().strip().equals("udp"), Optional.empty());
            default:
                throw new IllegalArgumentException("transport = " + settings.transport() + " is not tls, tcp or udp.");
        }
    }

    private static boolean isThisMachine(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    private static Optional<Path> file(Path conf, String name) {
        return Optional.of(name.strip()).filter(text -> !text.isEmpty()).map(conf::resolve);
    }

    SyslogConnection connect() throws IOException {
        return datagrams ? DatagramConnection.open(host, port) : StreamConnection.open(host, port, tls);
    }

    @Override
    public String toString() {
        return HostPort.of(host, port);
    }
}
