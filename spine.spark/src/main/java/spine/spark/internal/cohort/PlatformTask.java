package spine.spark.internal.cohort;

import java.io.Serializable;

import org.apache.spark.api.java.function.Function;

import spine.spark.internal.platform.PlatformSettings;
import spine.spark.internal.platform.ProcessPlatform;

/** Does something once for the whole run, with the platform of whichever executor gets it. */
record PlatformTask<T extends Serializable>(PlatformSettings platform, ProcessPlatform.Work<T> work)
        implements Function<Integer, Answer<T>> {

    @Override
    public Answer<T> call(Integer number) throws Exception {
        return Answer.of("", () -> ProcessPlatform.with(platform, work));
    }
}
