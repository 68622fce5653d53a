package spine.web.internal.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import spine.common.access.Role;
import spine.web.internal.access.Route.Trace;
import spine.web.internal.access.Route.Workers;
import spine.web.internal.http.RequestPath;

/** Everything that can be asked for, and by whom. What is not in this table is refused, whichever servlet there may be. */
public final class Routes {
    /** The first that fits decides. */
    public static final List<Route> ALL = List.of(
            open("GET", "/login"), open("POST", "/login"), open("GET", SingleSignOn.PATH), open("GET", SingleSignOn.PATH + "/answer"),
            open("GET", "/health/live"),
            route("POST", "/logout", Role.VIEWER, Trace.CHANGE),
            route("GET", "/", Role.VIEWER, Trace.NONE),
            route("GET", "/page/{file}", Role.VIEWER, Trace.NONE),
            route("GET", "/health", Role.VIEWER, Trace.NONE), route("GET", "/health/ready", Role.VIEWER, Trace.NONE),
            route("GET", "/api/v1/session", Role.VIEWER, Trace.NONE),
            route("GET", "/api/v1/openapi.json", Role.VIEWER, Trace.NONE),
            route("GET", "/api/v1/health", Role.VIEWER, Trace.NONE),
            route("GET", "/api/v1/metrics", Role.VIEWER, Trace.NONE),
            route("GET", "/api/v1/events", Role.VIEWER, Trace.NONE),
            route("GET", "/api/v1/jobs", Role.VIEWER, Trace.NONE),
            route("GET", "/api/v1/jobs/{id}", Role.VIEWER, Trace.NONE),
            route("GET", "/api/v1/jobs/{id}/deliveries", Role.VIEWER, Trace.NONE),
            route("POST", "/api/v1/jobs/{id}/cancel", Role.OPERATOR, Trace.CHANGE),
            route("POST", "/api/v1/jobs/{id}/retry", Role.OPERATOR, Trace.CHANGE),
            route("POST", "/api/v1/jobs/{id}/priority", Role.OPERATOR, Trace.CHANGE),
            route("GET", "/api/v1/studies", Role.VIEWER, Trace.NONE),
            route("GET", "/api/v1/studies/{study}", Role.VIEWER, Trace.NONE),
            route("POST", "/api/v1/studies/{study}/complete", Role.OPERATOR, Trace.CHANGE),
            route("GET", "/api/v1/studies/{study}/comparison", Role.READER, Trace.READ),
            route("GET", "/api/v1/studies/{study}/comparison/{file...}", Role.READER, Trace.READ),
            route("GET", "/api/v1/results/{study}", Role.READER, Trace.READ),
            route("GET", "/api/v1/results/{study}/{file...}", Role.READER, Trace.READ),
            route("GET", "/api/v1/models", Role.VIEWER, Trace.NONE),
            route("POST", "/api/v1/models/use", Role.OPERATOR, Trace.CHANGE),
            route("POST", "/api/v1/models/rollback", Role.OPERATOR, Trace.CHANGE),
            route("POST", "/api/v1/models/shadow", Role.OPERATOR, Trace.CHANGE),
            route("GET", "/api/v1/indexes", Role.VIEWER, Trace.NONE),
            route("GET", "/api/v1/audit", Role.ADMIN, Trace.CHANGE),
            new Route("POST", "/api/v1/attempts/{id}/{attempt}", Optional.empty(), Trace.CHANGE, Workers.ONLY),
            new Route("GET", "/dicom-web/studies", Optional.of(Role.READER), Trace.READ, Workers.TOO),
            new Route("GET", "/dicom-web/studies/{study}", Optional.of(Role.READER), Trace.READ, Workers.TOO),
            route("GET", "/dicom-web/studies/{study}/{rest...}", Role.READER, Trace.READ),
            route("GET", "/dicom-web/{rest...}", Role.READER, Trace.READ),
            route("POST", "/dicom-web/studies", Role.OPERATOR, Trace.CHANGE),
            route("POST", "/dicom-web/studies/{study}", Role.OPERATOR, Trace.CHANGE),
            route("GET", "/viewer", Role.READER, Trace.NONE), route("GET", "/viewer/{file...}", Role.READER, Trace.NONE));

    private Routes() {
    }

    private static Route open(String method, String pattern) {
        return new Route(method, pattern, Optional.empty(), Trace.NONE, Workers.NOT);
    }

    private static Route route(String method, String pattern, Role role, Trace trace) {
        return new Route(method, pattern, Optional.of(role), trace, Workers.NOT);
    }

    /** Empty if nothing is known of the path, or not with this method; what is asked for by GET is there for HEAD. */
    static Optional<Route> find(String method, RequestPath path) {
        String same = method.equals("HEAD") ? "GET" : method;
        return ALL.stream().filter(route -> route.method().equals(same) && route.isPath(path)).findFirst();
    }

    /** With which methods a path can be asked for; none if it is unknown. */
    static Set<String> methods(RequestPath path) {
        Set<String> methods = new TreeSet<>();
        ALL.stream().filter(route -> route.isPath(path)).forEach(route -> methods.add(route.method()));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return methods;
    }
}
