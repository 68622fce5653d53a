package spine.dicomweb.internal.uri;

import java.util.List;
import java.util.Optional;
import spine.common.text.DicomUid;

/**
 * A resource of the services.
 *
 * @param scope where it lies
 * @param kind what is wanted of it, such as {@code metadata}; empty for the objects themselves
 * @param rest segments of the address after that
 */
public record Resource(Scope scope, String kind, List<String> rest) {
    private static final int MOST_SEGMENTS = 64;
    private static final List<String> LEVELS = List.of("studies", "series", "instances");

    public Resource {
        rest = List.copyOf(rest);
    }

    /**
     * @param path decoded, below the root of the services
     * @return empty if it is no address of the services
     */
    public static Optional<Resource> parse(String path) {
        if (path == null || !path.startsWith("/")) {
            return Optional.empty();
        }
        List<String> segments = List.of(path.substring(1).split("/", MOST_SEGMENTS));
        String[] uids = {"", "", ""};
        int at = 0;
        int level = 0;
        while (level < uids.length && at + 1 < segments.size() && segments.get(at).equals(LEVELS.get(level))) {
            if (!DicomUid.isValid(segments.get(at + 1))) {
                return Optional.empty();
            }
            uids[level] = segments.get(at + 1);
            level++;
            at += 2;
        }
        String kind = at < segments.size() ? segments.get(at) : "";
        List<String> rest = segments.subList(Math.min(at + 1, segments.size()), segments.size());
        return level == 0 && !LEVELS.contains(kind) || at < segments.size() && kind.isEmpty() ? Optional.empty()
                : Optional.of(new Resource(new Scope(uids[0], uids[1], uids[2]), kind, rest));
    }
}
