package spine.jobs.internal;

import java.util.List;

/** On the database that an installation has by itself. */
class EmbeddedCrashTest extends CrashContract {

    @Override
    List<String> server() {
        return List.of();
    }
}
