package spine.web.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The configuration, PID {@link #PID}. */
@ObjectClassDefinition(pid = WebSettings.PID, name = "Web",
        description = "Where a serving platform listens for HTTP, and for how long a login lasts")
public @interface WebSettings {
    String PID = "spine.web";
    /** The same as this installation is delivered with. */
    String SHIPPED = "spine.web.defaults";

    @AttributeDefinition(name = "Address",
            description = "Address of this machine to listen at; 0.0.0.0 is all of them. One that others can reach needs tls = true")
    String address() default "127.0.0.1";

    @AttributeDefinition(name = "Port", min = "1", max = "65535", description = "TCP port")
    int port() default 8104;

    @AttributeDefinition(name = "TLS", description = "Listen for HTTPS in place of HTTP; needs a key store, which './spine tls make' makes")
    boolean tls() default false;

    @AttributeDefinition(name = "Key store", description = "PKCS12 file with the key and its certificates; conf/web.p12 if empty")
    String tls_keystore() default "";

    @AttributeDefinition(name = "Password file",
            description = "File with the password of the key store, for its owner alone to read; conf/web.password if empty")
    String tls_password_file() default "";

    @AttributeDefinition(name = "Connections", min = "10", max = "10000", description = "Most connections at the same time")
    int connections() default 200;

    @AttributeDefinition(name = "Connections of an address", min = "1", max = "10000",
            description = "Most of them from one network address; a proxy that all come through is one address")
    int connections_per_address() default 100;

    @AttributeDefinition(name = "Idle login", min = "1", max = "1440", description = "Minutes without a request after which a login ends")
    int session_idle_minutes() default 30;

    @AttributeDefinition(name = "Longest login", min = "1", max = "168", description = "Hours after which a login ends in any case")
    int session_hours() default 12;
}
