package spine.app.internal.batch;

import java.util.List;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

import spine.api.service.ConfigurationFiles;

/** What is wrong with the files of settings. */
public final class SettingsProblems {

    private SettingsProblems() {
    }

    /** @return one sentence each; empty if nothing reads settings yet */
    public static List<String> of(BundleContext context) {
        ServiceReference<ConfigurationFiles> files = context.getServiceReference(ConfigurationFiles.class);
        if (files == null) {
            return List.of();
        }
        try {
            return List.copyOf(context.getService(files).problems());
        } finally {
            context.ungetService(files);
        }
    }
}
