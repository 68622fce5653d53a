package spine.isolation.internal.host;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import spine.common.bundle.IsolatedBundle;

/** The configuration, PID {@code spine.isolation}. What {@code index.isolation} says is done by whoever installs foreign bundles. */
@ObjectClassDefinition(pid = IsolatedBundle.PID, name = "Isolation",
        description = "Where the code of indices and models from the deploy folder runs")
@interface IsolationSettings {

    // No list of words: the default would take the place of one that is mistyped, and let foreign code in.
    @AttributeDefinition(name = "Isolation", description = "Where the code of a foreign index or model runs: none, in the platform;"
            + " process, in a process of its own for each bundle, which is also meant by any other word")
    String index_isolation() default "none";

    @AttributeDefinition(name = "Memory", min = "32", max = "1048576", description = "Java heap of one process, MB")
    long memory_megabytes() default 1024;

    @AttributeDefinition(name = "Time of the start", min = "1", max = "86400",
            description = "How long a process may take until its bundle is up, s")
    long start_seconds() default 30;

    @AttributeDefinition(name = "Time of an index", min = "1", max = "86400",
            description = "How long an index in a process may take over one study until the process is ended, s;"
                    + " less than index.seconds of spine.app")
    long index_seconds() default 60;

    @AttributeDefinition(name = "Time of a model", min = "1", max = "86400",
            description = "How long a model in a process may take over one stack until the process is ended, s;"
                    + " less than segmentation.seconds of spine.app")
    long segmentation_seconds() default 300;
}
