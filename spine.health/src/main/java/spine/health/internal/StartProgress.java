package spine.health.internal;

import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkListener;
import org.osgi.framework.startlevel.FrameworkStartLevel;

/**
 * Whether the framework is through with the start level at which it says that it is. It enters a level before it starts the bundles of
 * that level, and says only by an event when it has started the last one (OSGi Core 9, Start Level API).
 */
final class StartProgress implements FrameworkListener {
    private final FrameworkStartLevel framework;
    private volatile int done;

    /**
     * @param own start level of the bundle that asks: as long as the framework is at this one, it is starting that bundle and others
     */
    StartProgress(FrameworkStartLevel framework, int own) {
        this.framework = framework;
        this.done = reached() == own ? own - 1 : reached();
    }

    @Override
    public void frameworkEvent(FrameworkEvent event) {
        if (event.getType() == FrameworkEvent.STARTLEVEL_CHANGED || event.getType() == FrameworkEvent.STARTED) {
            done = reached();
        }
    }

    /** The start level that was entered last. */
    int reached() {
        return framework.getStartLevel();
    }

    /** Whether the bundles of a level may still have to be started. */
    boolean starts(int level) {
        return level == reached() && level > done;
    }
}
