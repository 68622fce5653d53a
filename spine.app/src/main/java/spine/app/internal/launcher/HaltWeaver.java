package spine.app.internal.launcher;

import org.osgi.framework.hooks.weaving.WeavingHook;
import org.osgi.framework.hooks.weaving.WovenClass;

/**
 * Turns {@code Runtime.halt}, which ends a process without a word, into {@code Runtime.exit} in every class that is not of the platform:
 * then the shutdown hook can tell who it was, and that what was asked for is not done. A call by reflection stays what it is.
 */
final class HaltWeaver implements WeavingHook {
    private static final String OWN_NAMES = "spine.";

    @Override
    public void weave(WovenClass woven) {
        // A bundle of the first specification has no name. A hook that throws is not asked again.
        if (!String.valueOf(woven.getBundleWiring().getBundle().getSymbolicName()).startsWith(OWN_NAMES)) {
            ConstantPool.redirected(woven.getBytes(), "java/lang/Runtime", "halt", "(I)V", "exit").ifPresent(woven::setBytes);
        }
    }
}
