package spine.web.internal.atna;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** The configuration, PID {@link #PID}. */
@ObjectClassDefinition(pid = SyslogSettings.PID, name = "Audit messages",
        description = "Where the access log is sent to as audit messages of DICOM and IHE ATNA, by syslog")
public @interface SyslogSettings {
    String PID = "spine.audit.syslog";
    /** The same as this installation is delivered with. */
    String SHIPPED = "spine.audit.syslog.defaults";

    @AttributeDefinition(name = "Host", description = "Name or address of the audit record repository; nothing is sent if empty")
    String host() default "";

    @AttributeDefinition(name = "Port", min = "1", max = "65535", description = "Its port")
    int port() default 6514;

    @AttributeDefinition(name = "Transport", description = "tls; tcp and udp to this machine only",
            options = {@Option("tls"), @Option("tcp"), @Option("udp")})
    String transport() default "tls";

    @AttributeDefinition(name = "Trusted certificates",
            description = "PEM file that the server's certificate is checked against; if empty, those that Java trusts")
    String tls_trusted() default "";

    @AttributeDefinition(name = "Key store", description = "PKCS12 file with the key and certificate that this side shows, if the server"
            + " asks for one")
    String tls_keys() default "";

    @AttributeDefinition(name = "Password file", description = "File with the password of the key store, for its owner alone to read")
    String tls_password_file() default "";

    @AttributeDefinition(name = "Site", description = "What the messages say of the enterprise or site; left out if empty")
    String site() default "";

    @AttributeDefinition(name = "Source", description = "What the messages call this platform")
    String source() default "spine";
}
