package spine.io.dicomweb.json;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** Decides which binary values stand in the text, and where the others can be got (BulkDataURI, PS3.18 F.2.6). */
@FunctionalInterface
@ConsumerType
public interface BulkData {
    /** All of them stand in the text. */
    BulkData INLINE = (place, length) -> Optional.empty();

    /**
     * @param place of the element: its tag as eight hexadecimal digits; within sequences before it, with slashes, the tag of each sequence
     *     and the number of the item, from 1
     * @param length in bytes; -1 for pixel data, which never stands in the text
     * @return the address of the value; empty if it is to stand in the text
     */
    Optional<String> address(String place, int length);
}
