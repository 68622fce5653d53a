package spine.doors.internal.inbox;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The configuration, PID {@link #PID}. */
@ObjectClassDefinition(pid = InboxConfiguration.PID, name = "Inbox folder",
        description = "What a serving platform takes from the folder inbox of its home")
@interface InboxConfiguration {
    String PID = "spine.inbox";
    /** The same as this installation is delivered with. */
    String SHIPPED = "spine.inbox.defaults";

    @AttributeDefinition(name = "Enabled", description = "Whether studies are taken from the folder")
    boolean enabled() default true;

    @AttributeDefinition(name = "Settling time", min = "1", max = "86400",
            description = "How long names, sizes and times of what was dropped must have stayed the same, s")
    int settle_seconds() default 10;

    @AttributeDefinition(name = "Most files", min = "1", max = "10000000", description = "Most files that a dropped folder or zip may have")
    int entry_files() default 100_000;

    @AttributeDefinition(name = "Largest zip", min = "1", max = "1048576", description = "Most that a dropped zip may unpack to, MB")
    int zip_megabytes() default 16_384;

    @AttributeDefinition(name = "Largest object", min = "1", max = "1048576", description = "Largest file that is taken, MB")
    int object_megabytes() default 4096;
}
