package spine.dicomweb.internal.destination;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** The configuration of one destination, factory PID {@link #FACTORY}; its name is what follows the tilde. */
@ObjectClassDefinition(factoryPid = WebDestinationConfiguration.FACTORY, name = "DICOMweb destination",
        description = "A server that a serving platform sends results to by STOW-RS")
@interface WebDestinationConfiguration {
    String FACTORY = "spine.destination.web";

    @AttributeDefinition(name = "Address", description = "http(s)://HOST:PORT/PATH of the services, below which /studies lies")
    String address() default "";

    @AttributeDefinition(name = "Objects", description = "What is sent of that which spine makes: SR structured reports, SEG segmentations,"
            + " SC secondary captures, GSPS presentation states, PDF the report as PDF", options = {@Option("SR"), @Option("SEG"),
            @Option("SC"), @Option("GSPS"), @Option("PDF")})
    String[] objects() default {"SR", "SEG", "SC", "GSPS"};

    @AttributeDefinition(name = "Senders", description = "Whose studies: TITLE or TITLE@ADDRESS of a caller, name of a user, inbox;"
            + " everybody's if empty")
    String[] senders() default {};

    @AttributeDefinition(name = "Patience", min = "1", max = "3600",
            description = "How long to wait for the connection and for the answer, s; sending has a second more for every 125 kB")
    int timeout_seconds() default 60;

    @AttributeDefinition(name = "User", description = "Name of this side at the server (basic authentication); needs the password file")
    String user() default "";

    @AttributeDefinition(name = "Password file", description = "File whose first line is the password of the user")
    String password_file() default "";

    @AttributeDefinition(name = "Token file", description = "File whose first line is a token (bearer authentication), in place of a user")
    String token_file() default "";

    @AttributeDefinition(name = "Trusted certificates",
            description = "PEM file that the server's certificate is checked against; if empty, those that Java trusts")
    String tls_trusted() default "";
}
