package spine.deploy.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The configuration, PID {@link #PID}. */
@ObjectClassDefinition(pid = GateSettings.PID, name = "Deploy gate", description = "What is asked of a bundle before it is installed")
public @interface GateSettings {
    String PID = "spine.deploy";
    /** The same as this installation is delivered with. */
    String SHIPPED = "spine.deploy.defaults";

    @AttributeDefinition(name = "Unsigned", description = "Accept bundles without any signature; for development only")
    boolean unsigned() default false;

    @AttributeDefinition(name = "Accepted imports", description = "Packages a bundle may import; .* at the end includes those below")
    String[] imports() default {"spine.api.*", "spine.dicom.*", "spine.unet.engine", "spine.unet.network", "java.*", "javax.*",
        "org.osgi.framework", "org.osgi.service.component.*", "org.osgi.util.*", "org.slf4j.*", "org.w3c.dom.*", "org.xml.sax.*"};

    @AttributeDefinition(name = "Trust store",
            description = "PKCS12 file with the certificates of trusted signers; conf/trust.p12 if empty")
    String trust_store() default "";

    @AttributeDefinition(name = "Password of the trust store", type = AttributeType.PASSWORD,
            description = "Protects against damage alone, because certificates are public; that of the file trust.password beside the"
                    + " trust store if empty")
    String trust_password() default "";

    @AttributeDefinition(name = "Settling time", min = "0", max = "86400",
            description = "How long a file that is not a complete jar may still grow, s")
    long settle_seconds() default 10;

    @AttributeDefinition(name = "Largest bundle", min = "1", max = "65536", description = "Most that a bundle may unpack to, MB")
    long unpacked_megabytes() default 1024;
}
