package spine.spark.internal.platform;

import java.io.Serializable;

/**
 * Of the platform in every process of the run.
 *
 * @param home folder of settings, deployed bundles and the choice of models, which every process must see; empty for what is shipped
 */
public record PlatformSettings(String home) implements Serializable {
    /** Name of the run set among the files of the Spark application. */
    public static final String RUN_SET = "spine.app.jar";
}
