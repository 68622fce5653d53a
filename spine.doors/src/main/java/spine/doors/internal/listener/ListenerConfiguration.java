package spine.doors.internal.listener;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The configuration, PID {@link #PID}. TLS has no switch that a slip could turn off: naming the files is asking for it. */
@ObjectClassDefinition(pid = ListenerConfiguration.PID, name = "DICOM listener",
        description = "Where and from whom a serving platform takes DICOM objects")
@interface ListenerConfiguration {
    String PID = "spine.listener";
    /** The same as this installation is delivered with. */
    String SHIPPED = "spine.listener.defaults";

    @AttributeDefinition(name = "Enabled", description = "Whether DICOM objects are taken from the network")
    boolean enabled() default true;

    @AttributeDefinition(name = "Address",
            description = "Address of this machine to listen on, 0.0.0.0 for all; any but that of loopback needs callers")
    String address() default "127.0.0.1";

    @AttributeDefinition(name = "Port", min = "0", max = "65535", description = "Port to listen on, 0 for any that is free")
    int port() default 11112;

    @AttributeDefinition(name = "AE titles", description = "AE titles by which the listener may be called; any if empty")
    String[] titles() default {};

    @AttributeDefinition(name = "Callers", description = "Who may call: TITLE, from anywhere, or TITLE@HOST; if empty, everybody on this"
            + " machine and nobody else")
    String[] callers() default {};

    @AttributeDefinition(name = "Associations", min = "1", max = "1000", description = "Associations open at the same time")
    int associations() default 50;

    @AttributeDefinition(name = "Associations of an address", min = "1", max = "1000",
            description = "Associations of them from one network address")
    int associations_per_address() default 40;

    @AttributeDefinition(name = "Largest object", min = "1", max = "1048576", description = "Largest object that is taken, MB")
    int object_megabytes() default 4096;

    @AttributeDefinition(name = "Time of the request", min = "1", max = "3600",
            description = "How long a caller may take for connection, TLS and request together, s")
    int request_seconds() default 30;

    @AttributeDefinition(name = "Idle time", min = "1", max = "86400",
            description = "How long an association may wait between two messages, s")
    int idle_seconds() default 60;

    @AttributeDefinition(name = "Time of the pace", min = "1", max = "3600",
            description = "Within a message, how long each further pace.kilobytes may take, s")
    int pace_seconds() default 30;

    @AttributeDefinition(name = "Bytes of the pace", min = "1", max = "65536",
            description = "Within a message, what must come in each pace.seconds, kB")
    int pace_kilobytes() default 64;

    @AttributeDefinition(name = "Keys",
            description = "PKCS12 file with key and certificate of the listener; TLS alone is taken if it is set")
    String tls_keys() default "";

    @AttributeDefinition(name = "Trusted certificates",
            description = "PEM or PKCS12 file; callers must show a certificate that it has or vouches for, if it is set")
    String tls_clients() default "";

    @AttributeDefinition(name = "Password file", description = "File whose first line is the password of the PKCS12 files")
    String tls_password_file() default "";
}
