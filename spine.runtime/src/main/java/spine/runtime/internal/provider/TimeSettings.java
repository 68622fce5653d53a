package spine.runtime.internal.provider;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The configuration, PID {@code spine.app}: how long studies wait and providers may take while bundles come and go. */
@ObjectClassDefinition(pid = TimeSettings.PID, name = "Scoring", description = "Time limits while bundles are installed and removed")
@interface TimeSettings {
    /** Users have written files of this name since the first version. */
    String PID = "spine.app";

    /** PID of the shipped values. */
    String SHIPPED = "spine.app.defaults";

    /** Seconds; nothing that a study waits for takes longer. */
    String WEEK = "604800";

    @AttributeDefinition(name = "Patience", min = "0", max = TimeSettings.WEEK,
            description = "How long a study waits for a provider that is not there, s")
    long patience_seconds() default 30;

    @AttributeDefinition(name = "Drain", min = "0", max = TimeSettings.WEEK,
            description = "How long a leaving provider waits for its studies, s; longer than the longest study")
    long drain_seconds() default 1800;

    @AttributeDefinition(name = "Admission", min = "1", max = TimeSettings.WEEK,
            description = "How long activation and self-test of a provider may take together, s")
    long admission_seconds() default 60;

    @AttributeDefinition(name = "Patience for an index", min = "0", max = TimeSettings.WEEK,
            description = "How long a study waits for an index that is not there, s")
    long index_patience_seconds() default 10;

    @AttributeDefinition(name = "Time of an index", min = "1", max = TimeSettings.WEEK,
            description = "How long a scoring index may take over one study, s")
    long index_seconds() default 120;

    @AttributeDefinition(name = "Time of a model", min = "1", max = TimeSettings.WEEK,
            description = "How long a model may take over one stack of images, s")
    long segmentation_seconds() default 600;

    @AttributeDefinition(name = "Time of the localiser", min = "1", max = TimeSettings.WEEK,
            description = "How long an anatomy localiser may take over one study, s")
    long location_seconds() default 300;

    @AttributeDefinition(name = "Time of a writer", min = "1", max = TimeSettings.WEEK,
            description = "How long a report writer may take over one study, s")
    long writing_seconds() default 300;

    @AttributeDefinition(name = "Time of a search", min = "1", max = TimeSettings.WEEK,
            description = "How long a reader may take to find the studies below the locations of one command, s")
    long search_seconds() default 3600;

    @AttributeDefinition(name = "Time of a reader", min = "1", max = TimeSettings.WEEK,
            description = "How long a reader may take to load one study, s")
    long reading_seconds() default 600;
}
