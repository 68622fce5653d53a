package spine.stress.internal.hostile;

import java.nio.file.Path;

/**
 * A study with a fault.
 *
 * @param kind of fault
 * @param folder in which it lies
 * @param origin StudyInstanceUID of the good study that it was made from
 */
public record HostileStudy(HostileKind kind, Path folder, String origin) {
}
