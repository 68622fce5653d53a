package spine.dicomweb.internal.retrieve;

import java.io.IOException;
import java.util.List;
import spine.dicomweb.internal.archive.ArchivedStudies;
import spine.dicomweb.internal.archive.Instance;
import spine.dicomweb.internal.http.HttpFailure;
import spine.dicomweb.internal.uri.Resource;
import spine.dicomweb.internal.uri.Scope;

/** The objects that an address names. */
public final class Found {

    private Found() {
    }

    /**
     * All objects of a scope, at least one.
     *
     * @throws HttpFailure if there is none
     */
    public static List<Instance> all(ArchivedStudies archive, Scope scope) throws IOException, HttpFailure {
        List<Instance> found = scope.study().isEmpty() ? List.of() : archive.instances(scope);
        if (found.isEmpty()) {
            throw new HttpFailure(HttpFailure.NOT_FOUND, "There is no such study, series or instance.");
        }
        return found;
    }

    /** The one object that a resource of an instance belongs to. */
    public static Instance one(ArchivedStudies archive, Resource resource) throws IOException, HttpFailure {
        if (resource.scope().instance().isEmpty()) {
            throw new HttpFailure(HttpFailure.NOT_FOUND, "There is no such resource of a study or series.");
        }
        return all(archive, resource.scope()).get(0);
    }
}
