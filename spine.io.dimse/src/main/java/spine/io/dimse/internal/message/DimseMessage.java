package spine.io.dimse.internal.message;

import java.io.InputStream;
import java.util.Optional;

/**
 * A message as it comes.
 *
 * @param context identifier of the presentation context
 * @param dataSet to be read before the next message; what is left of it is passed over then
 */
public record DimseMessage(int context, CommandSet command, Optional<InputStream> dataSet) {
}
