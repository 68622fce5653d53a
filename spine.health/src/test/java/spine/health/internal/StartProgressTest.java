package spine.health.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkListener;
import org.osgi.framework.startlevel.FrameworkStartLevel;

class StartProgressTest {
    private int level;

    @Test
    void aLevelIsDoneWhenTheFrameworkSaysSo() {
        level = 16;
        StartProgress progress = new StartProgress(framework(), 16);
        assertTrue(progress.starts(16), "by that level it is started itself");
        level = 20;
        assertFalse(progress.starts(16), "it has gone on");
        assertTrue(progress.starts(20));
        hear(progress, FrameworkEvent.WARNING);
        assertTrue(progress.starts(20));
        hear(progress, FrameworkEvent.STARTLEVEL_CHANGED);
        assertFalse(progress.starts(20));
        assertEquals(20, progress.reached());
        level = 35;
        assertTrue(progress.starts(35), "further bundles are started");
        level = 10;
        hear(progress, FrameworkEvent.STARTLEVEL_CHANGED);
        assertFalse(progress.starts(10), "bundles are stopped");
    }

    @Test
    void whoComesLaterFindsALevelThatIsDone() {
        level = 40;
        StartProgress progress = new StartProgress(framework(), 16);
        assertFalse(progress.starts(40));
        assertFalse(progress.starts(16));
    }

    @Test
    void aFrameworkWithOneLevelSaysThatItHasStarted() {
        level = 1;
        StartProgress progress = new StartProgress(framework(), 1);
        assertTrue(progress.starts(1));
        hear(progress, FrameworkEvent.STARTED);
        assertFalse(progress.starts(1));
    }

    private static void hear(StartProgress progress, int type) {
        progress.frameworkEvent(new FrameworkEvent(type, new Object()));
    }

    private FrameworkStartLevel framework() {
        return new FrameworkStartLevel() {
            @Override
            public Bundle getBundle() {
                return null;
            }

            @Override
            public int getStartLevel() {
                return level;
            }

            @Override
            public void setStartLevel(int wanted, FrameworkListener... listeners) {
                level = wanted;
            }

            @Override
            public int getInitialBundleStartLevel() {
                return 1;
            }

            @Override
            public void setInitialBundleStartLevel(int initial) {
                throw new UnsupportedOperationException();
            }
        };
    }
}
