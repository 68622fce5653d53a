package spine.doors.internal.destination;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** The configuration of one destination, factory PID {@link #FACTORY}; its name is what follows the tilde. */
@ObjectClassDefinition(factoryPid = DestinationConfiguration.FACTORY, name = "DICOM destination",
        description = "An archive that a serving platform sends results to by C-STORE")
@interface DestinationConfiguration {
    String FACTORY = "spine.destination";

    @AttributeDefinition(name = "Address", description = "HOST:PORT of the archive; an IPv6 address stands in brackets")
    String address() default "";

    @AttributeDefinition(name = "AE title", description = "AE title of the archive")
    String title() default "ANY-SCP";

    @AttributeDefinition(name = "Own AE title", description = "AE title by which the archive knows this side")
    String calling() default "SPINE";

    @AttributeDefinition(name = "Objects", description = "What is sent of that which spine makes: SR structured reports, SEG segmentations,"
            + " SC secondary captures, GSPS presentation states, PDF the report as PDF", options = {@Option("SR"), @Option("SEG"),
            @Option("SC"), @Option("GSPS"), @Option("PDF")})
    String[] objects() default {"SR", "SEG", "SC", "GSPS"};

    @AttributeDefinition(name = "Senders", description = "Whose studies: TITLE or TITLE@ADDRESS of a caller, name of a user, inbox;"
            + " everybody's if empty")
    String[] senders() default {};

    @AttributeDefinition(name = "Patience", min = "1", max = "3600",
            description = "How long to wait for the connection and for each answer, s")
    int timeout_seconds() default 60;

    // No list of words: the default would take the place of one that is mistyped, and less would be asked for.
    @AttributeDefinition(name = "Commitment", description = "none: an object is accepted when it is acknowledged; wanted, which is also"
            + " meant by any other word: when the archive has said that it keeps it (storage commitment), on the same association or to the"
            + " listener of this platform")
    String commitment() default "none";

    @AttributeDefinition(name = "Time of the commitment", min = "1", max = "86400",
            description = "How long to wait until the archive says what it keeps, s")
    int commitment_seconds() default 60;

    // No switch: the default would take the place of a word that is mistyped, and images would go unencrypted.
    @AttributeDefinition(name = "TLS", description = "none, or TLS 1.2 and 1.3, which is meant by any other word and by any of the files")
    String tls() default "none";

    @AttributeDefinition(name = "Keys", description = "PKCS12 file with key and certificate of this side, where the archive asks for one")
    String tls_keys() default "";

    @AttributeDefinition(name = "Trusted certificates",
            description = "PEM or PKCS12 file that the archive's certificate is checked against; if empty, those that Java trusts")
    String tls_trusted() default "";

    @AttributeDefinition(name = "Password file", description = "File whose first line is the password of the PKCS12 files")
    String tls_password_file() default "";
}
