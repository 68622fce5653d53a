package spine.app.internal.launcher;

import org.osgi.framework.Bundle;
import org.osgi.framework.hooks.weaving.WeavingHook;
import org.osgi.framework.hooks.weaving.WovenClass;

/**
 * Turns {@code Runtime.halt}, which ends a process without a word, into {@code Runtime.exit} in every class that is not of this bundle:
 * then the shutdown hook can tell who it was, and that what was asked for is not done. A call by reflection stays what it is.
 */
final class HaltWeaver implements WeavingHook {
    private final Bundle platform;

    /** @param platform whose classes end the process; a name could be taken by anybody */
    HaltWeaver(Bundle platform) {
        this.platform = platform;
    }

    @Override
    public void weave(WovenClass woven) {
        if (!woven.getBundleWiring().getBundle().equals(platform)) {
            ConstantPool.redirected(woven.getBytes(), "java/lang/Runtime", "halt", "(I)V", "exit").ifPresent(woven::setBytes);
        }
    }
}
