package spine.app.internal.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

import spine.app.command.CommandProvider;

/** Those that are there at the moment. */
final class CommandProviders {

    private CommandProviders() {
    }

    /** The first to be listed first. */
    static List<CommandProvider> of(BundleContext context) {
        List<ServiceReference<CommandProvider>> sorted = new ArrayList<>(references(context));
        sorted.sort(Comparator.reverseOrder());
        return sorted.stream().map(context::getService).toList();
    }

    private static Collection<ServiceReference<CommandProvider>> references(BundleContext context) {
        try {
            return context.getServiceReferences(CommandProvider.class, null);
        } catch (InvalidSyntaxException noFilterNoSyntax) {
            throw new IllegalStateException(noFilterNoSyntax);
        }
    }
}
