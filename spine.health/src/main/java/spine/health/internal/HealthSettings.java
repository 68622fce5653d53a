package spine.health.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The configuration, PID {@link #PID}. */
@ObjectClassDefinition(pid = HealthSettings.PID, name = "Health checks", description = "Limits beyond which the platform is not ready")
@interface HealthSettings {
    String PID = "spine.health";
    /** The same as this installation is delivered with. */
    String SHIPPED = "spine.health.defaults";

    @AttributeDefinition(name = "Free space", min = "0", max = "1000000000",
            description = "Free space below which the platform is not ready, MB")
    long disk_megabytes() default 500;

    @AttributeDefinition(name = "Waiting studies", min = "0", max = "1000000",
            description = "Waiting studies above which the platform is not ready")
    int waiting_studies() default 50;
}
