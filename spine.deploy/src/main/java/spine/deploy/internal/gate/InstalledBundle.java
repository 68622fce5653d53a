package spine.deploy.internal.gate;

import org.osgi.framework.Version;

/**
 * A bundle that is there already.
 *
 * @param replaceable whether a bundle from outside may take its name: it came from outside itself, or it is a part of the
 *        platform that is an extension like any other
 */
public record InstalledBundle(String symbolicName, Version version, boolean replaceable) {
}
